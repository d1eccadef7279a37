package org.escapement.dynamics.fluctuation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.escapement.algebra.Coefficient;
import org.escapement.dynamics.fluctuation.EffectiveGenerator.Jump;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.dynamics.meanfield.MeanVariable;
import org.escapement.expression.Expression;
import org.escapement.expression.ExpressionPrinter;
import org.escapement.expression.SymbolNames;
import org.escapement.model.OpenSystem;

/**
 * Writes the generator of fluctuations for readers: Hamiltonian, jump operators with their rates, commutators, and the motion
 * of the frame. A letter with d (δ) in front is its fluctuation, without it its mean. Text, Unicode, or the lines of a LaTeX
 * aligned block.
 */
public final class GeneratorPrinter {

    /** How the generator is written. */
    public enum Style {
        TEXT,
        UNICODE,
        LATEX
    }

    private final EffectiveGenerator generator;
    private final Style style;
    private final MeanFieldEquations means;
    private final List<MeanVariable> letters;
    private final Map<String, String> names = new HashMap<>();
    private final ExpressionPrinter printer;

    public GeneratorPrinter(EffectiveGenerator generator, Style style) {
        this.generator = generator;
        this.style = style;
        this.means = generator.equations().means();
        this.letters = generator.equations().letters();
        OpenSystem model = generator.equations().model();
        model.ensembles().forEach(e -> {
            for (String c : List.of("x", "y", "z")) name(e.name(), c, c, c);
        });
        model.modes().forEach(m -> {
            name(m.name(), "re", "Re α", "\\operatorname{Re}\\alpha");
            name(m.name(), "im", "Im α", "\\operatorname{Im}\\alpha");
        });
        UnaryOperator<String> unicode = s -> names.getOrDefault(s, SymbolNames.unicode(s));
        UnaryOperator<String> latex = s -> names.containsKey(s) ? names.get(s) : SymbolNames.latex(s);
        this.printer = switch (style) {
            case TEXT -> ExpressionPrinter.plain();
            case UNICODE -> ExpressionPrinter.unicode(unicode);
            case LATEX -> ExpressionPrinter.latex(latex);
        };
    }

    private void name(String site, String component, String unicode, String latex) {
        String name = site + "." + component;
        boolean tex = style == Style.LATEX;
        String mean = tex ? latex + "_{" + SymbolNames.latex(site) + "}" : unicode + "_" + site;
        names.put(name, mean);
        names.put("d" + name, tex ? "\\delta " + mean : "δ" + mean);
    }

    /** What the lines mean, one sentence each, without comment signs. */
    public List<String> preamble() {
        String fluctuation = style == Style.TEXT ? "dX" : style == Style.UNICODE ? "δX" : "$\\delta X$";
        return List.of(
                fluctuation
                        + " = sqrt(N) (letter - mean)/unit, perpendicular to the mean of its spin; other letters are means",
                "rho' = -i [H, rho] + sum of rate (V rho V^dagger - {V^dagger V, rho}/2), in the frame that turns as the"
                        + " last lines say");
    }

    /** Hamiltonian, jumps, commutators, motion of the frame; in LaTeX aligned at the equals sign. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (style == Style.LATEX) lines.add("\\begin{aligned}");
        lines.add(line("H", hamiltonian(), ""));
        for (Jump jump : generator.jumps()) lines.add(jump(jump));
        for (int j = 0; j < letters.size(); j++) {
            for (int k = j + 1; k < letters.size(); k++) {
                Coefficient s = generator.equations().commutatorPolynomial(j, k);
                if (s.isZero()) continue;
                Expression value = Expression.symbol("i").times(means.expression(s));
                lines.add(line(
                        "[" + printer.print(fluctuation(j)) + ", " + printer.print(fluctuation(k)) + "]", value, ""));
            }
        }
        for (int j = 0; j < letters.size(); j++) turning(j, lines);
        if (style == Style.LATEX) lines.add("\\end{aligned}");
        return lines;
    }

    private Expression fluctuation(int letter) {
        return Expression.symbol("d" + letters.get(letter).name());
    }

    private Expression hamiltonian() {
        List<Expression> terms = new ArrayList<>();
        for (int j = 0; j < letters.size(); j++) {
            for (int k = j; k < letters.size(); k++) {
                Coefficient h = generator.hamiltonian(j, k);
                if (h.isZero()) continue;
                Expression weight = means.expression(j == k ? h.times(Coefficient.of(1, 2)) : h);
                Expression pair = j == k
                        ? fluctuation(j).power(Expression.of(2))
                        : fluctuation(j).times(fluctuation(k));
                terms.add(weight.times(pair));
            }
        }
        return Expression.sum(terms);
    }

    private String jump(Jump jump) {
        List<Expression> terms = new ArrayList<>();
        for (int j = 0; j < letters.size(); j++) {
            Coefficient v = jump.weights().get(j);
            Expression re = means.expression(v);
            Expression im = means.expression(v.times(Coefficient.I).negate());
            if (!re.isZero()) terms.add(re.times(fluctuation(j)));
            if (!im.isZero()) terms.add(imaginary(im).times(fluctuation(j)));
        }
        String rate = printer.print(means.expression(jump.rate()));
        boolean tex = style == Style.LATEX;
        String name = tex ? "V_{\\text{" + jump.name() + "}}" : "V[" + jump.name() + "]";
        return line(name, Expression.sum(terms), tex ? " \\quad (\\text{rate } " + rate + ")" : ", rate " + rate);
    }

    private static Expression imaginary(Expression im) {
        return Expression.symbol("i").times(im);
    }

    private void turning(int j, List<String> lines) {
        List<Expression> terms = new ArrayList<>();
        for (int l = 0; l < letters.size(); l++) {
            Coefficient k = generator.turning(j, l);
            if (!k.isZero()) terms.add(means.expression(k).times(fluctuation(l)));
        }
        if (terms.isEmpty()) return;
        String letter = printer.print(fluctuation(j));
        lines.add(line(style == Style.LATEX ? "\\dot{" + letter + "}" : letter + "'", Expression.sum(terms), ""));
    }

    private String line(String left, Expression right, String after) {
        String value = printer.print(right) + after;
        return style == Style.LATEX ? left + " &= " + value + " \\\\" : left + " = " + value;
    }
}
