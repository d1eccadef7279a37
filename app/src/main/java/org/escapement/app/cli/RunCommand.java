package org.escapement.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.escapement.data.Dataset;
import org.escapement.study.claims.ClaimReader;
import org.escapement.study.file.Study;
import org.escapement.study.file.StudyReader;
import org.escapement.study.run.StudyRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code escapement run}: computes a study and draws its figure. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Run a study: compute its data, draw its figure, judge its claims.",
        footer = {"", "Example:", "  escapement run examples/ring/study.yaml --out runs/ring"})
final class RunCommand implements Callable<Integer> {

    @Parameters(paramLabel = "STUDY", description = "a study file")
    private Path file;

    @Option(names = "--out", paramLabel = "DIR", description = "where results go (default: runs/NAME)")
    private Path out;

    @Option(names = "--resume", description = "go on with results that are there")
    private boolean resume;

    @Option(names = "--overwrite", description = "delete results that are there")
    private boolean overwrite;

    @Option(names = "--quick", description = "a coarse version, its results kept apart")
    private boolean quick;

    @Option(names = "--dry-run", description = "only say how much there is to do")
    private boolean dryRun;

    @Option(names = "--threads", paramLabel = "N", description = "worker threads (default: all cores)")
    private Integer threads;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (resume && overwrite) {
            throw new ParameterException(spec.commandLine(), "give --resume or --overwrite, not both");
        }
        Study study = quick ? StudyReader.read(file).coarse() : StudyReader.read(file);
        String name = stem(file) + (quick ? "-quick" : "");
        Path directory = out == null ? Path.of("runs", name) : out;
        PrintWriter err = spec.commandLine().getErr();
        if (dryRun) {
            study.runs()
                    .forEach(r -> spec.commandLine()
                            .getOut()
                            .println(r.name() + ": " + r.points() + " points, "
                                    + r.recordings().size() + " recording(s), level "
                                    + r.level().name()));
            return 0;
        }
        new ClaimReader(study).read();
        Outputs outputs = new Outputs(study, directory, err);
        Map<String, Dataset> data = outputs.run(existing(), Threads.count(threads));
        outputs.draw(data, name);
        ClaimTable.print(spec.commandLine().getOut(), study, data);
        return 0;
    }

    private StudyRunner.Existing existing() {
        if (overwrite) return StudyRunner.Existing.OVERWRITE;
        return resume ? StudyRunner.Existing.RESUME : StudyRunner.Existing.REFUSE;
    }

    /** The file's name without its ending. */
    static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
