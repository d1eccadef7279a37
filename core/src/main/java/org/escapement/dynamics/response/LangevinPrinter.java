package org.escapement.dynamics.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.escapement.expression.Expression;
import org.escapement.expression.ExpressionPrinter;
import org.escapement.expression.SymbolNames;
import org.escapement.model.network.NetworkModel;
import org.escapement.model.network.NetworkModel.BathText;
import org.escapement.model.network.NetworkModel.CouplingText;
import org.escapement.model.network.NetworkModel.DensityText;
import org.escapement.model.network.NetworkModel.HarmonicText;
import org.escapement.model.network.NetworkModel.OscillatorText;

/**
 * Writes the generalised quantum Langevin equations of a network: one equation of motion for each oscillator, and for
 * each bath its force, the coordinate it follows, its spectral density and temperature; then the response and, when
 * something is modulated, the second-order powers. In re-readable text, Unicode or LaTeX. Immutable.
 */
public final class LangevinPrinter {

    private final NetworkModel model;
    private final boolean latex;
    private final ExpressionPrinter printer;

    private LangevinPrinter(NetworkModel model, boolean latex, ExpressionPrinter printer) {
        this.model = model;
        this.latex = latex;
        this.printer = printer;
    }

    public static LangevinPrinter text(NetworkModel model) {
        return new LangevinPrinter(model, false, ExpressionPrinter.plain());
    }

    public static LangevinPrinter unicode(NetworkModel model) {
        return new LangevinPrinter(model, false, ExpressionPrinter.unicode(SymbolNames::unicode));
    }

    public static LangevinPrinter latex(NetworkModel model) {
        UnaryOperator<String> names = s -> s.endsWith("''")
                ? SymbolNames.latex(s.substring(0, s.length() - 2)).replaceFirst("x", "\\\\ddot{x}")
                : SymbolNames.latex(s);
        return new LangevinPrinter(model, true, ExpressionPrinter.latex(names));
    }

    /** One line for each equation; in LaTeX aligned at the equals sign. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (latex) lines.add("\\begin{aligned}");
        for (OscillatorText o : model.oscillators()) lines.add(motion(o));
        for (BathText b : model.baths()) bath(b, lines);
        if (latex) lines.add("\\end{aligned}");
        return lines;
    }

    private String equation(String left, String right) {
        return latex ? left + " &= " + right + " \\\\" : left + " = " + right;
    }

    private String print(Expression e) {
        return printer.print(e);
    }

    private static Expression symbol(String name) {
        return Expression.symbol(name);
    }

    private static Expression square(Expression e) {
        return new Expression.Power(e, Expression.of(2));
    }

    /** m x'' = -m w^2 x + sum g F. */
    private String motion(OscillatorText o) {
        Expression x = symbol("x_" + o.name());
        List<Expression> terms = new ArrayList<>();
        terms.add(Expression.product(List.of(Expression.of(-1), o.mass(), square(o.frequency()), x)));
        for (BathText b : model.baths()) {
            CouplingText c = b.couplings().get(o.name());
            if (c != null) terms.add(Expression.product(List.of(coupling(c), symbol("F_" + b.name()))));
        }
        Expression left = Expression.product(List.of(o.mass(), symbol("x_" + o.name() + "''")));
        return equation(print(left), print(Expression.sum(terms)));
    }

    private Expression coupling(CouplingText c) {
        List<Expression> terms = new ArrayList<>();
        terms.add(c.constant());
        for (HarmonicText h : c.harmonics()) {
            Expression angle = Expression.sum(List.of(
                    Expression.product(List.of(
                            Expression.of(h.order()), model.driveFrequency().orElse(Expression.ZERO), symbol("t"))),
                    h.phase()));
            terms.add(Expression.product(List.of(h.amplitude(), Expression.call("cos", angle))));
        }
        return Expression.sum(terms);
    }

    private void bath(BathText b, List<String> lines) {
        String name = b.name();
        List<Expression> terms = new ArrayList<>();
        b.couplings()
                .forEach((oscillator, c) ->
                        terms.add(Expression.product(List.of(coupling(c), symbol("x_" + oscillator)))));
        String force = print(symbol("F_" + name));
        String noise = print(symbol("xi_" + name));
        String memory = print(symbol("zeta_" + name));
        String coordinate = print(symbol("y_" + name));
        String density = print(symbol("J_" + name));
        lines.add(equation(
                force,
                latex
                        ? noise + " + " + memory + " * " + coordinate
                        : noise + " + (" + memory + " * " + coordinate + "), memory with counter-term, Im " + memory
                                + "(w) = " + density + "(w), " + memory + "(0) = 0"));
        lines.add(equation(coordinate, print(Expression.sum(terms))));
        lines.add(equation(density + "(w)", density(b.density())));
        lines.add(equation(print(symbol("T_" + name)), print(b.temperature())));
    }

    private String density(DensityText d) {
        if (d.shape().equals("table")) return latex ? "\\text{table}" : "straight lines between the values of a table";
        Expression w = symbol("w");
        List<Expression> n = d.numbers().stream().map(List::getFirst).toList();
        Map<String, Integer> place = Map.of("ohmic", 0, "drude", 1, "lorentzian", 2);
        return print(
                switch (place.getOrDefault(d.shape(), 3)) {
                    case 0 -> Expression.product(List.of(n.get(0), w));
                    case 1 ->
                        over(Expression.product(List.of(n.get(0), w)), sum(Expression.ONE, square(over(w, n.get(1)))));
                    case 2 -> lorentzian(n, w);
                    default ->
                        Expression.product(List.of(
                                n.get(0),
                                w,
                                new Expression.Power(over(w, n.get(2)), sum(n.get(1), Expression.of(-1))),
                                Expression.call(
                                        "exp", Expression.product(List.of(Expression.of(-1), over(w, n.get(2)))))));
                });
    }

    /** stiffness centre^2 width w/((centre^2 - w^2)^2 + width^2 w^2). */
    private static Expression lorentzian(List<Expression> n, Expression w) {
        Expression detuning = sum(square(n.get(1)), Expression.product(List.of(Expression.of(-1), square(w))));
        Expression below = sum(square(detuning), Expression.product(List.of(square(n.get(2)), square(w))));
        return over(Expression.product(List.of(n.get(0), square(n.get(1)), n.get(2), w)), below);
    }

    private static Expression sum(Expression a, Expression b) {
        return Expression.sum(List.of(a, b));
    }

    private static Expression over(Expression a, Expression b) {
        return Expression.product(List.of(a, new Expression.Power(b, Expression.of(-1))));
    }
}
