package org.escapement.study.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Which program on which processor made a result. */
public final class ProgramVersion {

    private ProgramVersion() {}

    /** The version of this build. */
    public static String text() {
        try (InputStream in = ProgramVersion.class.getResourceAsStream("/escapement-version.properties")) {
            Properties p = new Properties();
            p.load(in);
            return p.getProperty("version");
        } catch (IOException e) {
            return "unknown version";
        }
    }

    /** The processor's name where the system tells it, else its architecture. */
    static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(l -> l.startsWith("model name"))
                    .map(l -> l.substring(l.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
