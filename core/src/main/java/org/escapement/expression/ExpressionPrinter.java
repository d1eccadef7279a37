package org.escapement.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.escapement.expression.Expression.Call;
import org.escapement.expression.Expression.Comparison;
import org.escapement.expression.Expression.Expectation;
import org.escapement.expression.Expression.Literal;
import org.escapement.expression.Expression.Power;
import org.escapement.expression.Expression.Product;
import org.escapement.expression.Expression.Sum;
import org.escapement.expression.Expression.Symbol;
import org.escapement.expression.Expression.Text;

/** Prints expressions; plain text is re-readable by {@link ExpressionParser}. */
public final class ExpressionPrinter {

    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int POWER = 3;

    private static final Map<String, String> RAISED = Map.of("2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶");

    private enum Style {
        PLAIN,
        UNICODE,
        LATEX
    }

    private final Style style;
    private final boolean latex;
    private final UnaryOperator<String> names;

    private ExpressionPrinter(Style style, UnaryOperator<String> names) {
        this.style = style;
        this.latex = style == Style.LATEX;
        this.names = names;
    }

    /** Re-readable text with names unchanged. */
    public static ExpressionPrinter plain() {
        return new ExpressionPrinter(Style.PLAIN, UnaryOperator.identity());
    }

    /** For reading on a screen: names replaced, for instance by Greek letters, roots and powers as signs. */
    public static ExpressionPrinter unicode(UnaryOperator<String> names) {
        return new ExpressionPrinter(Style.UNICODE, names);
    }

    /** LaTeX with names replaced by LaTeX. */
    public static ExpressionPrinter latex(UnaryOperator<String> names) {
        return new ExpressionPrinter(Style.LATEX, names);
    }

    public String print(Expression e) {
        return print(e, 0);
    }

    private String print(Expression e, int binding) {
        return switch (e) {
            case Literal l -> wrap(number(l.value()), l.value().signum() < 0 && binding > SUM);
            case Symbol s -> names.apply(s.name());
            case Text t -> t.value().indexOf('"') < 0 ? '"' + t.value() + '"' : "'" + t.value() + "'";
            case Sum s -> wrap(sum(s), binding >= PRODUCT);
            case Product p -> wrap(product(p), binding >= POWER || (binding == PRODUCT && isNegative(p)));
            case Power p
            when p.exponent() instanceof Literal l && l.value().signum() < 0 ->
                wrap(product(new Product(List.of(p))), binding >= POWER);
            case Power p -> wrap(power(p), binding >= POWER);
            case Call c -> call(c);
            case Comparison c ->
                wrap(print(c.left(), SUM) + " " + c.relation() + " " + print(c.right(), SUM), binding > 0);
            case Expectation x -> latex ? "\\langle " + print(x.body()) + "\\rangle" : "<" + print(x.body()) + ">";
        };
    }

    private static String number(BigDecimal value) {
        String text = value.toPlainString();
        return text.length() > 20 ? value.toString() : text;
    }

    private String wrap(String inner, boolean needed) {
        if (!needed) return inner;
        return latex ? "\\left(" + inner + "\\right)" : "(" + inner + ")";
    }

    private static boolean isNegative(Expression e) {
        return switch (e) {
            case Literal l -> l.value().signum() < 0;
            case Product p -> isNegative(p.factors().getFirst());
            default -> false;
        };
    }

    private String sum(Sum s) {
        StringBuilder out = new StringBuilder();
        for (Expression term : s.terms()) {
            boolean minus = isNegative(term);
            if (!out.isEmpty()) out.append(minus ? " - " : " + ");
            else if (minus) out.append("-");
            out.append(print(minus ? term.negate() : term, SUM));
        }
        return out.toString();
    }

    private String product(Product p) {
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        String sign = "";
        for (Expression factor : p.factors()) {
            if (factor instanceof Literal l && l.value().signum() < 0) {
                sign = "-";
                if (l.value().compareTo(BigDecimal.ONE.negate()) != 0)
                    above.add(number(l.value().negate()));
            } else if (factor instanceof Power q
                    && q.exponent() instanceof Literal l
                    && l.value().signum() < 0) {
                below.add(print(q.base().power(new Literal(l.value().negate())), latex ? 0 : POWER));
            } else {
                above.add(print(factor, PRODUCT));
            }
        }
        if (above.isEmpty()) above.add("1");
        return sign + fraction(above, below);
    }

    private String fraction(List<String> above, List<String> below) {
        if (latex) {
            String top = String.join(" ", above);
            return below.isEmpty() ? top : "\\frac{" + top + "}{" + String.join(" ", below) + "}";
        }
        StringBuilder out = new StringBuilder(String.join(style == Style.PLAIN ? "*" : " ", above));
        for (String divisor : below) out.append("/").append(divisor);
        return out.toString();
    }

    private String power(Power p) {
        if (latex) return print(p.base(), POWER) + "^{" + print(p.exponent()) + "}";
        if (style == Style.UNICODE && RAISED.containsKey(p.exponent().text())) {
            return print(p.base(), POWER) + RAISED.get(p.exponent().text());
        }
        boolean simple = p.exponent() instanceof Literal l && l.value().signum() >= 0;
        String exponent = print(p.exponent(), POWER);
        return print(p.base(), POWER) + "^" + (simple || exponent.startsWith("(") ? exponent : "(" + exponent + ")");
    }

    private String call(Call c) {
        List<String> arguments = c.arguments().stream().map(this::print).toList();
        if (style == Style.UNICODE
                && c.function().equals("sqrt")
                && c.arguments().getFirst() instanceof Literal) {
            return "√" + arguments.getFirst();
        }
        if (!latex) return c.function() + "(" + String.join(", ", arguments) + ")";
        if (c.function().equals("sqrt")) return "\\sqrt{" + arguments.getFirst() + "}";
        boolean standard = List.of("exp", "ln", "sin", "cos", "tan", "sinh", "cosh", "tanh", "min", "max")
                .contains(c.function());
        String name = standard
                ? "\\" + c.function()
                : "\\operatorname{" + c.function().replace("_", "\\_") + "}";
        return name + "\\left(" + String.join(", ", arguments) + "\\right)";
    }
}
