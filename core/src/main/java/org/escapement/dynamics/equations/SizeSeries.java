package org.escapement.dynamics.equations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.ExactComplex;
import org.escapement.algebra.Monomial;
import org.escapement.algebra.Symbol;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.expression.Expression;
import org.escapement.expression.Laurent;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.Parameter;
import org.escapement.model.ParameterValues;

/**
 * Symbols that depend on N, order by order: a symbol s becomes the sum over k of {@code N^(k/2) s@k}, where {@code s@k}
 * is a number found at each parameter point from the symbol's definition. In a denominator, 1/s becomes a series of its
 * own with terms {@code s@/k}.
 */
public final class SizeSeries {

    private static final char MARK = '@';
    private static final char INVERSE = '/';

    /** Half orders kept below the highest one; the mean field drops everything that vanishes as N grows. */
    private static final int HALF_ORDERS = 8;

    /**
     * One term of a series.
     *
     * @param symbol the number that depends on N
     * @param inverse whether the series is that of 1/symbol
     * @param twiceOrder twice the power of N that the term belongs to
     */
    public record Part(String symbol, boolean inverse, int twiceOrder) {

        /** The value of the term at one parameter point. */
        public double value(ParameterValues point) {
            Laurent series = point.series(symbol);
            return (inverse ? series.reciprocal() : series).coefficient(twiceOrder);
        }

        private String name() {
            return symbol + MARK + (inverse ? INVERSE : "") + twiceOrder;
        }
    }

    private final OpenSystem model;
    private final Map<String, Boolean> dependent = new ConcurrentHashMap<>();
    private final Map<String, Coefficient> series = new ConcurrentHashMap<>();
    private final Map<String, Coefficient> inverses = new ConcurrentHashMap<>();

    public SizeSeries(OpenSystem model) {
        this.model = model;
    }

    public Optional<Expression> opaque(String name) {
        return Optional.ofNullable(model.opaqueNumbers().get(name));
    }

    private boolean isDependent(Symbol s) {
        return dependent.computeIfAbsent(s.name(), model::dependsOnSize);
    }

    /** The same coefficient with its dependence on N in the open. */
    public Coefficient expand(Coefficient c) {
        if (c.symbols().stream().noneMatch(this::isDependent)) return c;
        Coefficient sum = Coefficient.ZERO;
        for (Map.Entry<Monomial, ExactComplex> term : c.terms().entrySet()) {
            Monomial rest = term.getKey();
            Coefficient product = Coefficient.ONE;
            for (Map.Entry<Symbol, Integer> factor : term.getKey().exponents().entrySet()) {
                Symbol s = factor.getKey();
                if (!isDependent(s)) continue;
                rest = rest.without(s);
                Coefficient expansion = factor.getValue() > 0 ? series(s) : inverse(s);
                product = product.times(expansion.power(Math.abs(factor.getValue())));
            }
            sum = sum.plus(product.times(Coefficient.of(rest, term.getValue())));
        }
        return sum;
    }

    private Coefficient series(Symbol s) {
        return series.computeIfAbsent(s.name(), name -> terms(s, false));
    }

    private Coefficient inverse(Symbol s) {
        return inverses.computeIfAbsent(s.name(), name -> terms(s, true));
    }

    private Coefficient terms(Symbol s, boolean inverse) {
        if (s.kind() == Symbol.Kind.CLASSICAL) {
            throw new NotApplicableException("'" + s.name() + "' mixes the size with a classical letter or time: its "
                    + "order in " + model.size() + " is not known; use a level at finite N");
        }
        Laurent sample = sample(s.name());
        if (inverse) sample = sample.reciprocal();
        Coefficient sum = Coefficient.ZERO;
        for (int k = 0; k <= HALF_ORDERS; k++) {
            int order = sample.twiceOrder() - k;
            if (sample.coefficient(order) == 0) continue;
            Symbol term = new Symbol(new Part(s.name(), inverse, order).name(), s.kind());
            sum = sum.plus(Coefficient.of(term).times(Coefficient.sizePower(order)));
        }
        return sum;
    }

    /**
     * The series at unrelated numbers, so that no order is missed because a preset makes it vanish; at the presets where
     * those numbers make no sense.
     */
    private Laurent sample(String name) {
        Map<String, Double> missing = new LinkedHashMap<>();
        Map<String, Double> all = new LinkedHashMap<>();
        double next = 0.731;
        for (Parameter p : model.parameters().values()) {
            all.put(p.name(), next);
            if (p.preset().isEmpty()) missing.put(p.name(), next);
            next = 0.4 + (next * 1.618 + 0.37) % 1.3;
        }
        try {
            Laurent generic = ParameterValues.of(model, all).series(name);
            if (generic.isFinite() && !generic.isZero()) return generic;
        } catch (ModelException e) {
            // Outside the domain of some function: the presets are the better guess.
        }
        try {
            return ParameterValues.of(model, missing).series(name);
        } catch (ModelException e) {
            throw new NotApplicableException(e.getMessage() + "; use a level at finite N");
        }
    }

    public static Optional<Part> part(String name) {
        int mark = name.lastIndexOf(MARK);
        if (mark < 0) return Optional.empty();
        boolean inverse = name.charAt(mark + 1) == INVERSE;
        int order = Integer.parseInt(name.substring(mark + (inverse ? 2 : 1)));
        return Optional.of(new Part(name.substring(0, mark), inverse, order));
    }
}
