package org.escapement.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.escapement.dynamics.cumulant.CasimirUse;
import org.escapement.dynamics.cumulant.CumulantOptions;
import org.escapement.dynamics.cumulant.MomentEquations;
import org.escapement.dynamics.cumulant.MomentPrinter;
import org.escapement.dynamics.equations.SystemSize;
import org.escapement.dynamics.fluctuation.EffectiveGenerator;
import org.escapement.dynamics.fluctuation.FluctuationEquations;
import org.escapement.dynamics.fluctuation.GeneratorPrinter;
import org.escapement.dynamics.meanfield.EquationPrinter;
import org.escapement.dynamics.meanfield.MeanField;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.dynamics.response.LangevinPrinter;
import org.escapement.expression.NearestWord;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
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
        description = "Derive and print the equations of motion of a level, or the Langevin equations of a network.",
        footer = {
            "",
            "Examples:",
            "  escapement derive coupled-btc --format unicode",
            "  escapement derive coupled-btc --level gaussian",
            "  escapement derive heat-engine --level cumulant --order 2",
            "  escapement derive heat-engine --level cumulant --order 3 --casimir before --size finite"
        })
final class DeriveCommand implements Callable<Integer> {

    private static final List<String> LEVELS = List.of("mean field", "cumulant", "gaussian");

    @Parameters(paramLabel = "MODEL", description = "a model file, or the name of a paper")
    private String model;

    @Option(
            names = "--level",
            paramLabel = "L",
            defaultValue = "mean field",
            description = "mean-field, cumulant or gaussian")
    private String level;

    @Option(names = "--order", defaultValue = "2", description = "cumulants of more letters than this are zero")
    private int order;

    @Option(
            names = "--casimir",
            defaultValue = "after",
            description = "whether conserved lengths of spins are used before or after closing")
    private Casimir casimir;

    @Option(names = "--size", defaultValue = "infinite", description = "finite or infinite number of atoms")
    private SystemSize size;

    @Option(names = "--neutral", description = "only moments without charge, in ladder letters")
    private boolean neutral;

    @Option(names = "--format", defaultValue = "text", description = "text, unicode or latex")
    private Format format;

    @Spec
    private CommandSpec spec;

    /** When the Casimir is used. */
    enum Casimir {
        BEFORE,
        AFTER
    }

    /** How equations are written. */
    enum Format {
        TEXT,
        UNICODE,
        LATEX
    }

    @Override
    public Integer call() {
        Model any = ModelSource.read(model);
        if (any instanceof NetworkModel network) {
            print(langevin(network).lines(), List.of(), "");
            return 0;
        }
        String wanted = level.replace('-', ' ');
        if (!LEVELS.contains(wanted)) {
            throw new ModelException("equations are printed for the levels " + String.join(", ", LEVELS) + ", not for '"
                    + level + "'" + NearestWord.hint(level, LEVELS));
        }
        OpenSystem system = OpenSystem.of(any);
        switch (wanted) {
            case "cumulant" -> cumulants(system);
            case "gaussian" -> fluctuations(system);
            default -> meanField(system);
        }
        return 0;
    }

    private LangevinPrinter langevin(NetworkModel network) {
        return switch (format) {
            case TEXT -> LangevinPrinter.text(network);
            case UNICODE -> LangevinPrinter.unicode(network);
            case LATEX -> LangevinPrinter.latex(network);
        };
    }

    private void meanField(OpenSystem system) {
        MeanFieldEquations equations = MeanField.derive(system);
        EquationPrinter printer = switch (format) {
            case TEXT -> EquationPrinter.text(equations);
            case UNICODE -> EquationPrinter.unicode(equations);
            case LATEX -> EquationPrinter.latex(equations);
        };
        print(printer.lines(), equations.warnings(), "# warning: ");
    }

    private void fluctuations(OpenSystem system) {
        EffectiveGenerator generator = EffectiveGenerator.of(FluctuationEquations.derive(system));
        GeneratorPrinter printer = new GeneratorPrinter(generator, GeneratorPrinter.Style.valueOf(format.name()));
        print(printer.lines(), printer.preamble(), format == Format.LATEX ? "% " : "# ");
    }

    private void cumulants(OpenSystem system) {
        if (order < 1 || order > CumulantOptions.HIGHEST) {
            throw new ModelException(
                    "--order is a whole number from 1 to " + CumulantOptions.HIGHEST + ", not " + order);
        }
        CasimirUse use = casimir == Casimir.BEFORE ? CasimirUse.BEFORE_CLOSING : CasimirUse.AFTER_CLOSING;
        MomentEquations equations = MomentEquations.derive(system, new CumulantOptions(order, use, size, neutral));
        MomentPrinter printer = new MomentPrinter(equations, MomentPrinter.Style.valueOf(format.name()));
        print(printer.lines(), printer.preamble(), format == Format.LATEX ? "% " : "# ");
    }

    private void print(List<String> lines, List<String> remarks, String mark) {
        PrintWriter out = spec.commandLine().getOut();
        lines.forEach(out::println);
        remarks.forEach(r -> out.println(String.format(Locale.ROOT, "%s%s", mark, r)));
    }
}
