package org.escapement.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.escapement.data.Dataset;
import org.escapement.expression.NearestWord;
import org.escapement.model.ModelException;
import org.escapement.papers.Panel;
import org.escapement.papers.Paper;
import org.escapement.study.file.Study;
import org.escapement.study.run.StudyRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code escapement reproduce}: makes a panel of a founding paper and judges what the paper says about it. */
@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        description = "Make the data and the figure of a paper's panel and print its claims with verdicts.",
        footer = {"", "Examples:", "  escapement reproduce coupled-btc 2a", "  escapement reproduce --list"})
final class ReproduceCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "PAPER", description = "name of the paper")
    private String paper;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PANEL", description = "such as 2a")
    private String panel;

    @Option(names = "--list", description = "one line for each panel: paper, panel, level, whether it is there yet")
    private boolean list;

    @Option(names = "--quick", description = "a coarse version")
    private boolean quick;

    @Option(names = "--out", paramLabel = "DIR", description = "where results go (default: runs/PAPER-PANEL)")
    private Path out;

    @Option(names = "--overwrite", description = "delete results that are there")
    private boolean overwrite;

    @Option(names = "--threads", paramLabel = "N", description = "worker threads (default: all cores)")
    private Integer threads;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter print = spec.commandLine().getOut();
        if (list) {
            for (Panel p : Panel.all()) {
                print.printf("%-16s %-6s %s%n", p.paper(), p.name(), p.level());
            }
            return 0;
        }
        if (paper == null || panel == null) {
            throw new ParameterException(
                    spec.commandLine(), "say which paper and panel, for example: reproduce coupled-btc 2a");
        }
        reproduce(print);
        return 0;
    }

    private ModelException absent() {
        List<String> panels = Panel.names(paper);
        return new ModelException(
                "the paper '" + paper + "' has no panel '" + panel + "'" + NearestWord.hint(panel, panels));
    }

    private void reproduce(PrintWriter print) {
        Paper p = Paper.named(paper);
        if (!p.hasStudy(panel)) {
            throw absent();
        }
        Study study = quick ? p.study(panel).coarse() : p.study(panel);
        String name = paper + "-" + panel + (quick ? "-quick" : "");
        Path directory = out == null ? Path.of("runs", name) : out;
        Outputs outputs = new Outputs(study, directory, spec.commandLine().getErr());
        StudyRunner.Existing existing = overwrite ? StudyRunner.Existing.OVERWRITE : StudyRunner.Existing.RESUME;
        Map<String, Dataset> data = outputs.run(existing, Threads.count(threads));
        outputs.draw(data, name);
        ClaimTable.print(print, study, data);
    }
}
