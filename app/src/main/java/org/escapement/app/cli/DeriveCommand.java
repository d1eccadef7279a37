package org.escapement.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.escapement.dynamics.meanfield.EquationPrinter;
import org.escapement.dynamics.meanfield.MeanField;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.dynamics.response.LangevinPrinter;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.model.network.NetworkModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code escapement derive}: prints the equations of a level of description. */
@Command(
        name = "derive",
        mixinStandardHelpOptions = true,
        description = "Derive and print the equations of motion: the mean field, or the Langevin equations of a network.",
        footer = {"", "Example:", "  escapement derive coupled-btc --format unicode"})
final class DeriveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "MODEL", description = "a model file, or the name of a paper")
    private String model;

    @Option(names = "--format", defaultValue = "text", description = "text, unicode or latex")
    private Format format;

    @Spec
    private CommandSpec spec;

    /** How equations are written. */
    enum Format {
        TEXT,
        UNICODE,
        LATEX
    }

    @Override
    public Integer call() {
        Model any = ModelSource.read(model);
        PrintWriter out = spec.commandLine().getOut();
        if (any instanceof NetworkModel network) langevin(network).lines().forEach(out::println);
        else meanField(OpenSystem.of(any), out);
        return 0;
    }

    private LangevinPrinter langevin(NetworkModel network) {
        return switch (format) {
            case TEXT -> LangevinPrinter.text(network);
            case UNICODE -> LangevinPrinter.unicode(network);
            case LATEX -> LangevinPrinter.latex(network);
        };
    }

    private void meanField(OpenSystem system, PrintWriter out) {
        MeanFieldEquations equations = MeanField.derive(system);
        EquationPrinter printer = switch (format) {
            case TEXT -> EquationPrinter.text(equations);
            case UNICODE -> EquationPrinter.unicode(equations);
            case LATEX -> EquationPrinter.latex(equations);
        };
        List<String> lines = printer.lines();
        lines.forEach(out::println);
        equations.warnings().forEach(w -> out.println(String.format(Locale.ROOT, "# warning: %s", w)));
    }
}
