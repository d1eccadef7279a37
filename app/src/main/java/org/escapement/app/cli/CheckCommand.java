package org.escapement.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.model.file.ModelFile;
import org.escapement.model.file.ModelReader;
import org.escapement.model.network.NetworkModel;
import org.escapement.study.claims.ClaimReader;
import org.escapement.study.file.Study;
import org.escapement.study.file.StudyReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code escapement check}: reads files and says whether they can be meant. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Read model or study files strictly and report the first problem of each.",
        footer = {"", "Example:", "  escapement check examples/ring/model.yaml"})
final class CheckCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "model or study files")
    private List<Path> files;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (Path file : files) {
            if (ModelReader.contentOf(file).lines().anyMatch(l -> l.startsWith("study:"))) {
                Study study = StudyReader.read(file);
                new ClaimReader(study).read();
                long points = study.runs().stream().mapToLong(r -> r.points()).sum();
                out.println(file + ": study '" + study.name() + "', "
                        + study.runs().size() + " run(s), " + points + " points");
            } else {
                out.println(file + ": " + parts(ModelFile.read(file)));
            }
        }
        return 0;
    }

    private static String parts(Model model) {
        if (model instanceof NetworkModel network) {
            // At the presets, so that numbers that cannot be meant are found now.
            if (network.parameters().values().stream().allMatch(p -> p.preset().isPresent())) network.at(Map.of());
            return "network '" + network.name() + "', " + network.oscillators().size() + " oscillator(s), "
                    + network.baths().size() + " bath(s)";
        }
        OpenSystem system = OpenSystem.of(model);
        return "model '" + system.name() + "', "
                + system.ensembles().size() + " spin(s), "
                + system.modes().size() + " mode(s), "
                + system.oscillators().size() + " oscillator(s), "
                + system.jumps().size() + " jump(s)";
    }
}
