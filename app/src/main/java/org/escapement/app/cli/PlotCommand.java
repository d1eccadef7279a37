package org.escapement.app.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.escapement.model.ModelException;
import org.escapement.study.file.Study;
import org.escapement.study.file.StudyReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code escapement plot}: draws a study's figure again from its stored data. */
@Command(
        name = "plot",
        mixinStandardHelpOptions = true,
        description = "Draw the figure of a study from data that are there, finished or not.",
        footer = {"", "Example:", "  escapement plot examples/ring/study.yaml --data runs/study"})
final class PlotCommand implements Callable<Integer> {

    @Parameters(paramLabel = "STUDY", description = "a study file with a figure section")
    private Path file;

    @Option(names = "--data", paramLabel = "DIR", description = "where the results are (default: runs/NAME)")
    private Path data;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Study study = StudyReader.read(file);
        if (study.figure().isEmpty()) {
            throw new ModelException("'" + file + "' has no figure to draw: describe one under 'figure'");
        }
        String name = RunCommand.stem(file);
        Path directory = data == null ? Path.of("runs", name) : data;
        Outputs outputs = new Outputs(study, directory, spec.commandLine().getErr());
        outputs.draw(outputs.read(), name);
        return 0;
    }
}
