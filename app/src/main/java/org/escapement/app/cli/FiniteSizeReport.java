package org.escapement.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.exact.Structure;
import org.escapement.model.Mode;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.Oscillator;
import org.escapement.model.ParameterValues;

/** What structure a model has at finite N and what each method would need; printed by {@code escapement info}. */
final class FiniteSizeReport {

    /** Where nothing is said the structure is looked up here. */
    private static final double SMALL = 4;

    private static final int FEW_STATES = 6;

    private FiniteSizeReport() {}

    static void print(PrintWriter out, OpenSystem model, Map<String, Double> set, ExactOptions cutOffs) {
        try {
            Map<String, Double> point = new java.util.LinkedHashMap<>(set);
            boolean sized = point.containsKey(model.size());
            point.putIfAbsent(model.size(), SMALL);
            ExactOptions options = completed(model, cutOffs);
            ExactSystem system = ExactSystem.of(model, ParameterValues.of(model, point), options);
            List<String> found = lines(Structure.of(system));
            out.println("level      exact, finite " + model.size() + "; here " + model.size() + " = "
                    + shortened(point.get(model.size())) + cutOffs(options)
                    + (sized ? "" : ", choose with --set " + model.size() + "=..."));
            found.forEach(line -> out.println("           " + line));
        } catch (ModelException | NotApplicableException | ArithmeticException e) {
            out.println("level      exact: not at this point, " + e.getMessage());
        }
    }

    /** With a few Fock states for each mode without a cut-off, and oscillators held at rest. */
    private static ExactOptions completed(OpenSystem model, ExactOptions given) {
        ExactOptions options = given;
        for (Mode m : model.modes()) {
            if (!given.cutOffs().containsKey(m.name())) options = options.cutOff(m.name(), FEW_STATES);
        }
        for (Oscillator o : model.oscillators()) options = options.freeze(o.name(), 0, 0);
        return options;
    }

    private static String cutOffs(ExactOptions options) {
        StringBuilder text = new StringBuilder();
        options.cutOffs()
                .forEach((mode, levels) -> text.append(", ")
                        .append(mode)
                        .append(" with ")
                        .append(levels)
                        .append(" Fock states"));
        options.frozen().keySet().forEach(o -> text.append(", '").append(o).append("' held at rest"));
        return text.toString();
    }

    private static String shortened(double x) {
        return x == Math.rint(x) ? Long.toString((long) x) : Double.toString(x);
    }

    private static List<String> lines(Structure s) {
        List<String> lines = new ArrayList<>();
        lines.add("basis of " + s.states() + " states, " + sectors(s));
        lines.add("density matrices of " + (long) s.states() * s.states() + " entries, " + charges(s));
        lines.add(
                s.real()
                        ? "a gauge makes the generator real, so that transposition is a symmetry (even and odd matrices)"
                        : "no gauge makes the generator real; density matrices stay Hermitian");
        s.exchanges()
                .ifPresentOrElse(
                        n -> lines.add(
                                n > 0
                                        ? "the exchange of equal ensembles is a symmetry"
                                        : "no exchange of ensembles is a symmetry"),
                        () -> lines.add("exchanges of ensembles are not looked for at this size"));
        lines.add("unknowns by symmetry sector: " + join(s.reduced()));
        if (s.levels() > 1) {
            lines.add("block tridiagonal in " + s.levels() + " levels of at most " + s.widest() + " unknowns");
        }
        if (s.uncoupled()) lines.add("a sum of two sites and their coupling: Sylvester equations precondition it");
        for (Structure.Method m : s.methods()) lines.add(line(m));
        return lines;
    }

    private static String sectors(Structure s) {
        if (s.sectors() == 1) return "all joined by the evolution between jumps";
        return "in " + s.sectors() + " sets that the evolution between jumps keeps apart, the largest of "
                + s.largestSector();
    }

    private static String charges(Structure s) {
        if (s.charges() == 1) return "without a conserved charge";
        return "in " + s.charges() + " classes that a conserved charge keeps apart; stationary states lie among "
                + s.entries();
    }

    private static String join(List<Long> numbers) {
        return String.join(" + ", numbers.stream().map(String::valueOf).toList());
    }

    private static String line(Structure.Method m) {
        String needs = m.refused().map(r -> "refused, " + r).orElse(time(m.seconds()));
        return String.format(Locale.ROOT, "%-38s %9d unknowns %9s  %s", m.name(), m.unknowns(), size(m.bytes()), needs);
    }

    private static String time(double seconds) {
        if (Double.isNaN(seconds)) return "";
        return String.format(Locale.ROOT, seconds < 1 ? "about %.0e s" : "about %.0f s", seconds);
    }

    private static String size(double bytes) {
        if (Double.isNaN(bytes)) return "";
        if (bytes < 1e6) return String.format(Locale.ROOT, "%.0f kB", Math.ceil(bytes / 1e3));
        if (bytes < 1e9) return String.format(Locale.ROOT, "%.0f MB", bytes / 1e6);
        return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }
}
