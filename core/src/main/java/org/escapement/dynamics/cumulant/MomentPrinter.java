package org.escapement.dynamics.cumulant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.escapement.algebra.BosonMode;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.ExactComplex;
import org.escapement.algebra.Letter;
import org.escapement.algebra.Monomial;
import org.escapement.algebra.Symbol;
import org.escapement.algebra.Word;
import org.escapement.dynamics.cumulant.WrittenMoments.Equation;
import org.escapement.dynamics.equations.CommutingPolynomial;
import org.escapement.dynamics.equations.SystemSize;
import org.escapement.expression.Expression;
import org.escapement.expression.ExpressionPrinter;
import org.escapement.expression.SymbolNames;

/**
 * Writes moment equations for readers: the exact rates, linear in moments, with the rule by which longer moments are closed
 * stated in front. Text, Unicode, or the lines of a LaTeX aligned block.
 */
public final class MomentPrinter {

    /** How equations are written. */
    public enum Style {
        TEXT,
        UNICODE,
        LATEX
    }

    private static final Pattern MOMENT = Pattern.compile("(Re|Im)?<(.*)>");

    private final MomentEquations equations;
    private final Style style;

    public MomentPrinter(MomentEquations equations, Style style) {
        this.equations = equations;
        this.style = style;
    }

    /** What the equations are, one sentence for each line, without comment signs. */
    public List<String> preamble() {
        CumulantOptions options = equations.options();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "cumulants of more than %d letters are zero; %s; moments are of symmetrised products, letters over %s",
                options.order(),
                options.size() == SystemSize.FINITE ? "finite N" : "limit of infinite N",
                "their units (the scale of an ensemble, sqrt(N) for a mode)"));
        lines.add(rule(options.order()));
        List<String> lengths = equations.conservedLengths();
        if (!lengths.isEmpty()) {
            lines.add("the conserved length of " + String.join(", ", lengths) + " (Casimir) is used "
                    + options.casimir().text()
                    + (options.casimir() == CasimirUse.AFTER_CLOSING && options.order() > 1
                            ? ": one moment of each is then eliminated"
                            : ""));
        }
        return lines;
    }

    /** The closure for the shortest moment that needs it, with letters a, b, c. */
    private static String rule(int order) {
        List<Word> letters = Stream.of("a", "b", "c", "d", "e", "f", "g")
                .limit(order + 1L)
                .map(name -> Word.of(new BosonMode(name), Letter.ANNIHILATION))
                .toList();
        Word all = CumulantClosure.joined(letters);
        StringBuilder text = new StringBuilder(bracket(all) + " =");
        List<Map.Entry<CumulantClosure.Product, Long>> terms =
                new ArrayList<>(new CumulantClosure(order).moment(all).entrySet());
        terms.sort(Map.Entry.comparingByKey());
        for (Map.Entry<CumulantClosure.Product, Long> term : terms) {
            long factor = term.getValue();
            text.append(factor < 0 ? " - " : text.charAt(text.length() - 1) == '=' ? " " : " + ");
            if (Math.abs(factor) != 1) text.append(Math.abs(factor));
            term.getKey().factors().forEach(word -> text.append(bracket(word)));
        }
        return text.toString();
    }

    private static String bracket(Word word) {
        return word.letters().stream()
                .map(letter -> letter.sites().getFirst().site().name())
                .collect(Collectors.joining("", "<", ">"));
    }

    /** One line for each equation; in LaTeX aligned at the equals sign. */
    public List<String> lines() {
        boolean cartesian = equations.options().casimir() == CasimirUse.AFTER_CLOSING
                && !equations.options().neutral();
        List<Equation> all = cartesian ? WrittenMoments.cartesian(equations) : WrittenMoments.ladder(equations);
        ExpressionPrinter printer = printer();
        List<String> lines = new ArrayList<>();
        if (style == Style.LATEX) lines.add("\\begin{aligned}");
        for (Equation e : all) {
            String rate = printer.print(expression(e.rate()));
            lines.add(
                    style == Style.LATEX
                            ? "\\tfrac{d}{dt} " + name(e.moment()) + " &= " + rate + " \\\\"
                            : name(e.moment()) + "' = " + rate);
        }
        if (style == Style.LATEX) lines.add("\\end{aligned}");
        return lines;
    }

    private Expression expression(Coefficient rate) {
        Coefficient spelt = Coefficient.ZERO;
        for (var term : rate.terms().entrySet()) {
            int twice = term.getKey().twiceSize();
            Coefficient rest = Coefficient.of(term.getKey(), term.getValue()).times(Coefficient.sizePower(-twice));
            String root = "sqrt(" + equations.model().size() + ")";
            Symbol size = Symbol.parameter(twice % 2 == 0 ? equations.model().size() : root);
            int exponent = twice % 2 == 0 ? twice / 2 : twice;
            spelt = spelt.plus(rest.times(Coefficient.of(Monomial.of(Map.of(size, exponent), 0), ExactComplex.ONE)));
        }
        return CommutingPolynomial.expression(
                spelt, s -> Expression.symbol(s.name()), Comparator.comparing(Symbol::name));
    }

    private ExpressionPrinter printer() {
        UnaryOperator<String> names = this::name;
        return switch (style) {
            case TEXT -> ExpressionPrinter.plain();
            case UNICODE -> ExpressionPrinter.unicode(names);
            case LATEX -> ExpressionPrinter.latex(names);
        };
    }

    private String name(String symbol) {
        if (style == Style.TEXT) return symbol;
        Matcher m = MOMENT.matcher(symbol);
        boolean latex = style == Style.LATEX;
        if (!m.matches()) return latex ? SymbolNames.latex(symbol) : SymbolNames.unicode(symbol);
        String part = m.group(1) == null ? "" : latex ? "\\operatorname{" + m.group(1) + "}" : m.group(1);
        String letters =
                Stream.of(m.group(2).split("\\*")).map(this::letter).collect(Collectors.joining(latex ? " " : ""));
        return part + (latex ? "\\langle " + letters + "\\rangle" : "⟨" + letters + "⟩");
    }

    /** {@code A.x} as x with index A, ladder letters with their sign. */
    private String letter(String name) {
        int dot = name.indexOf('.');
        String site = name.substring(0, dot);
        boolean latex = style == Style.LATEX;
        String head = switch (name.substring(dot + 1)) {
            case "plus" -> latex ? "J^{+}" : "J⁺";
            case "minus" -> latex ? "J^{-}" : "J⁻";
            case "create" -> latex ? "a^{\\dagger}" : "a†";
            case "annihilate" -> "a";
            case "re" -> latex ? "\\operatorname{Re}a" : "Re a";
            case "im" -> latex ? "\\operatorname{Im}a" : "Im a";
            default -> name.substring(dot + 1);
        };
        return head + (latex ? "_{" + SymbolNames.latex(site) + "}" : "_" + site);
    }
}
