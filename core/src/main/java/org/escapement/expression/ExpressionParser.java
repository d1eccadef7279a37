package org.escapement.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.escapement.expression.Expression.Call;
import org.escapement.expression.Expression.Comparison;
import org.escapement.expression.Expression.Expectation;
import org.escapement.expression.Expression.Literal;
import org.escapement.expression.Expression.Symbol;
import org.escapement.expression.Expression.Text;

/**
 * Reads an expression: {@code + - * / ^}, parentheses, comparisons, function calls, expectation values {@code <A.z>},
 * {@code if(condition, a, b)}, the constants {@code pi} and {@code infinity}. It can execute nothing; length and
 * nesting are bounded, so that it cannot hang.
 */
public final class ExpressionParser {

    private static final int MAX_LENGTH = 20_000;
    private static final int MAX_DEPTH = 120;
    private static final int MAX_DIGITS = 400;
    private static final Set<String> CONSTANTS = Set.of("pi", "infinity");
    private static final Set<String> RELATIONS = Set.of("<", "<=", ">", ">=", "==", "!=");

    private final Scope scope;
    private final ExpressionTokens tokens;
    private int depth;

    private ExpressionParser(String text, Scope scope) {
        this.scope = scope;
        this.tokens = new ExpressionTokens(text);
    }

    /**
     * Parses a text completely.
     *
     * @throws ExpressionException with the offset of the first problem
     */
    public static Expression parse(String text, Scope scope) {
        if (text.length() > MAX_LENGTH) {
            throw new ExpressionException("expression longer than " + MAX_LENGTH + " characters", 0);
        }
        ExpressionParser parser = new ExpressionParser(text, scope);
        Expression result = parser.comparison();
        if (!parser.tokens.atEnd()) {
            throw parser.error(parser.trailing());
        }
        return result;
    }

    private String trailing() {
        if (tokens.is("=")) return "'=' is not a relation; write '=='";
        if (!tokens.isQuoted() && RELATIONS.contains(tokens.current())) return "only two sides can be compared";
        boolean factor = tokens.isName() || tokens.isNumber() || tokens.is("(");
        return "unexpected '" + tokens.current() + "' after a complete expression"
                + (factor ? ": is a '*' missing?" : "");
    }

    private Expression comparison() {
        Expression left = sum();
        if (!tokens.isQuoted() && RELATIONS.contains(tokens.current())) {
            String relation = tokens.take();
            return new Comparison(relation, left, sum());
        }
        return left;
    }

    private Expression sum() {
        enter();
        List<Expression> terms = new ArrayList<>();
        terms.add(product());
        while (tokens.is("+") || tokens.is("-")) {
            boolean minus = tokens.take().equals("-");
            Expression term = product();
            terms.add(minus ? term.negate() : term);
        }
        depth--;
        return Expression.sum(terms);
    }

    private Expression product() {
        int start = tokens.offset();
        List<Expression> factors = new ArrayList<>();
        factors.add(unary());
        while (tokens.is("*") || tokens.is("/")) {
            boolean divide = tokens.take().equals("/");
            int at = tokens.offset();
            Expression factor = unary();
            if (divide && factor.isZero()) throw new ExpressionException("division by zero", at);
            factors.add(divide ? factor.power(Expression.of(-1)) : factor);
        }
        Expression product = Expression.product(factors);
        Expression first =
                product.children().isEmpty() ? product : product.children().getFirst();
        if (first instanceof Literal l && isOutOfRange(l.value())) {
            throw new ExpressionException("number out of range", start);
        }
        return product;
    }

    private static boolean isOutOfRange(BigDecimal value) {
        long magnitude = (long) value.precision() - value.scale();
        return value.signum() != 0 && (Math.abs(magnitude) > MAX_DIGITS || Math.abs((long) value.scale()) > MAX_LENGTH);
    }

    private Expression unary() {
        if (tokens.is("-") || tokens.is("+")) {
            enter();
            boolean minus = tokens.take().equals("-");
            Expression inner = unary();
            depth--;
            return minus ? inner.negate() : inner;
        }
        return power();
    }

    private Expression power() {
        Expression base = primary();
        if (tokens.is("^") || tokens.is("**")) {
            tokens.take();
            enter();
            Expression exponent = unary();
            depth--;
            return base.power(exponent);
        }
        return base;
    }

    private Expression primary() {
        if (tokens.atEnd()) throw error("the expression ends where a number, a name or '(' is expected");
        if (tokens.isQuoted()) {
            throw error("a quoted text can only stand inside a function such as heat('bath')");
        }
        if (tokens.isNumber()) return number();
        if (tokens.isName()) return named();
        if (tokens.is("(")) {
            tokens.take();
            Expression inner = comparison();
            expect(")");
            return inner;
        }
        if (tokens.is("<") && scope.expectations()) {
            tokens.take();
            Expression body = sum();
            expect(">");
            return new Expectation(body);
        }
        if (tokens.is("<")) throw error("an expectation value <...> can only stand in a quantity");
        throw error("unexpected '" + tokens.current() + "'");
    }

    private Expression number() {
        int at = tokens.offset();
        String text = tokens.take();
        try {
            BigDecimal value = new BigDecimal(text);
            if (!isOutOfRange(value)) return new Literal(value);
        } catch (NumberFormatException e) {
            // More digits in the exponent than a number can have.
        }
        throw new ExpressionException("number out of range: " + text, at);
    }

    private Expression named() {
        int at = tokens.offset();
        String name = tokens.take();
        if (tokens.is("(")) return call(name, at);
        if (CONSTANTS.contains(name) || scope.symbols().contains(name)) return new Symbol(name);
        if (scope.elsewhere().contains(name)) {
            throw new ExpressionException(
                    "'" + name + "' cannot stand here; valid here: " + String.join(", ", words()), at);
        }
        if (scope.symbols().isEmpty()) {
            throw new ExpressionException("'" + name + "' is not known here, where a number stands", at);
        }
        throw new ExpressionException("'" + name + "' is not declared" + NearestWord.hint(name, words()), at);
    }

    private TreeSet<String> words() {
        TreeSet<String> words = new TreeSet<>(scope.symbols());
        words.addAll(CONSTANTS);
        return words;
    }

    private Expression call(String name, int at) {
        var numeric = NumericFunction.named(name);
        if (numeric.isEmpty() && !name.equals("if") && !scope.functionals().contains(name)) {
            List<String> known = new ArrayList<>(NumericFunction.names());
            known.add("if");
            known.addAll(scope.functionals());
            throw new ExpressionException("'" + name + "' is not a function" + NearestWord.hint(name, known), at);
        }
        List<Expression> arguments = arguments(scope.functionals().contains(name));
        int wanted = numeric.map(NumericFunction::arity).orElse(name.equals("if") ? 3 : arguments.size());
        if (arguments.size() != wanted) {
            throw new ExpressionException(
                    name + " takes " + wanted + (wanted == 1 ? " argument" : " arguments") + ", not "
                            + arguments.size(),
                    at);
        }
        return new Call(numeric.map(NumericFunction::text).orElse(name), arguments);
    }

    private List<Expression> arguments(boolean texts) {
        expect("(");
        enter();
        List<Expression> arguments = new ArrayList<>();
        if (!tokens.is(")")) {
            arguments.add(argument(texts));
            while (tokens.is(",")) {
                tokens.take();
                arguments.add(argument(texts));
            }
        }
        expect(")");
        depth--;
        return arguments;
    }

    private Expression argument(boolean texts) {
        return texts && tokens.isQuoted() ? new Text(tokens.take()) : comparison();
    }

    private void enter() {
        if (++depth > MAX_DEPTH) throw error("expression nested deeper than " + MAX_DEPTH + " levels");
    }

    private void expect(String token) {
        if (!tokens.is(token)) {
            String found = tokens.atEnd() ? "the end" : "'" + tokens.current() + "'";
            throw error("expected '" + token + "' but found " + found);
        }
        tokens.take();
    }

    private ExpressionException error(String message) {
        return new ExpressionException(message, tokens.offset());
    }
}
