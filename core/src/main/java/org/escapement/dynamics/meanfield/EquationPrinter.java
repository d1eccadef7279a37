package org.escapement.dynamics.meanfield;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.escapement.expression.Expression;
import org.escapement.expression.ExpressionPrinter;
import org.escapement.expression.SymbolNames;
import org.escapement.model.Mode;
import org.escapement.model.Oscillator;
import org.escapement.model.SpinEnsemble;

/** Writes mean-field equations for readers: re-readable text, Unicode, or the lines of a LaTeX aligned block. */
public final class EquationPrinter {

    private final MeanFieldEquations equations;
    private final Style style;
    private final Map<String, String> variables = new HashMap<>();

    private enum Style {
        TEXT,
        UNICODE,
        LATEX
    }

    private EquationPrinter(MeanFieldEquations equations, Style style) {
        this.equations = equations;
        this.style = style;
        equations.model().ensembles().forEach(this::spin);
        equations.model().modes().forEach(this::mode);
        equations.model().oscillators().forEach(this::oscillator);
    }

    public static EquationPrinter text(MeanFieldEquations equations) {
        return new EquationPrinter(equations, Style.TEXT);
    }

    public static EquationPrinter unicode(MeanFieldEquations equations) {
        return new EquationPrinter(equations, Style.UNICODE);
    }

    public static EquationPrinter latex(MeanFieldEquations equations) {
        return new EquationPrinter(equations, Style.LATEX);
    }

    private void spin(SpinEnsemble e) {
        for (String c : List.of("x", "y", "z")) {
            String name = e.name() + "." + c;
            put(name, c + "_" + e.name(), c + "_{" + SymbolNames.latex(e.name()) + "}");
        }
    }

    private void mode(Mode m) {
        String index = SymbolNames.latex(m.name());
        put(m.name() + ".re", "Re α_" + m.name(), "\\operatorname{Re}\\alpha_{" + index + "}");
        put(m.name() + ".im", "Im α_" + m.name(), "\\operatorname{Im}\\alpha_{" + index + "}");
    }

    private void oscillator(Oscillator o) {
        String index = SymbolNames.latex(o.name());
        put(o.name() + ".x", "x_" + o.name(), "x_{" + index + "}");
        put(o.name() + ".v", "v_" + o.name(), "v_{" + index + "}");
    }

    private void put(String name, String unicode, String latex) {
        if (style != Style.TEXT) variables.put(name, style == Style.LATEX ? latex : unicode);
    }

    /** One line for each equation; in LaTeX aligned at the equals sign. */
    public List<String> lines() {
        ExpressionPrinter printer = printer();
        List<String> lines = new ArrayList<>();
        List<Expression> rates = equations.rateExpressions();
        if (style == Style.LATEX) lines.add("\\begin{aligned}");
        for (int i = 0; i < rates.size(); i++) {
            String name = name(equations.names().get(i));
            String rate = printer.print(rates.get(i));
            lines.add(style == Style.LATEX ? "\\dot{" + name + "} &= " + rate + " \\\\" : name + "' = " + rate);
        }
        if (style == Style.LATEX) lines.add("\\end{aligned}");
        return lines;
    }

    private String name(String variable) {
        return variables.getOrDefault(variable, variable);
    }

    private ExpressionPrinter printer() {
        UnaryOperator<String> names = switch (style) {
            case TEXT -> UnaryOperator.identity();
            case UNICODE -> s -> variables.getOrDefault(s, SymbolNames.unicode(s));
            case LATEX -> s -> variables.containsKey(s) ? variables.get(s) : SymbolNames.latex(s);
        };
        return switch (style) {
            case TEXT -> ExpressionPrinter.plain();
            case UNICODE -> ExpressionPrinter.unicode(names);
            case LATEX -> ExpressionPrinter.latex(names);
        };
    }
}
