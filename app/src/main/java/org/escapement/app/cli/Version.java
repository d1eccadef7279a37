package org.escapement.app.cli;

import org.escapement.study.run.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** The version as {@code --version} prints it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"escapement " + ProgramVersion.text() + " on Java " + Runtime.version()};
    }
}
