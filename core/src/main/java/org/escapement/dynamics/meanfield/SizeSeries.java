package org.escapement.dynamics.meanfield;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Symbol;
import org.escapement.expression.Expression;
import org.escapement.expression.Laurent;
import org.escapement.model.OpenSystem;
import org.escapement.model.Parameter;
import org.escapement.model.ParameterValues;

/**
 * Symbols that depend on N, order by order: a symbol s becomes the sum over k of {@code N^(k/2) s@k}, where {@code s@k}
 * is a number found at each parameter point from the symbol's definition.
 */
final class SizeSeries {

    private static final char MARK = '@';

    /** Half orders kept below the highest one; the mean field drops everything that vanishes as N grows. */
    private static final int HALF_ORDERS = 8;

    /** A symbol and twice the power of N that one term of its series belongs to. */
    record Part(String symbol, int twiceOrder) {}

    private final OpenSystem model;
    private final Set<String> dependent = new HashSet<>();
    private final Map<String, Coefficient> replacements = new HashMap<>();

    SizeSeries(OpenSystem model) {
        this.model = model;
        Map<String, Expression> all = new LinkedHashMap<>(model.definitions());
        all.putAll(model.opaqueNumbers());
        dependent.add(model.size());
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Map.Entry<String, Expression> entry : all.entrySet()) {
                boolean depends = entry.getValue().symbols().stream().anyMatch(dependent::contains);
                if (depends) grew |= dependent.add(entry.getKey());
            }
        }
    }

    Optional<Expression> opaque(String name) {
        return Optional.ofNullable(model.opaqueNumbers().get(name));
    }

    /** The same coefficient with its dependence on N in the open. */
    Coefficient expand(Coefficient c) {
        Coefficient result = c;
        for (Symbol s : c.symbols()) {
            if (dependent.contains(s.name())) result = result.substitute(s, replacement(s));
        }
        return result;
    }

    private Coefficient replacement(Symbol s) {
        return replacements.computeIfAbsent(s.name(), name -> {
            Laurent sample = genericPoint().series(name);
            Coefficient sum = Coefficient.ZERO;
            for (int k = 0; k <= HALF_ORDERS; k++) {
                int order = sample.twiceOrder() - k;
                if (sample.coefficient(order) == 0) continue;
                Symbol term = new Symbol(name + MARK + order, s.kind());
                sum = sum.plus(Coefficient.of(term).times(Coefficient.sizePower(order)));
            }
            return sum;
        });
    }

    /** Parameters at their presets, or at unrelated numbers where there is none: only the orders are read off. */
    private ParameterValues genericPoint() {
        Map<String, Double> values = new LinkedHashMap<>();
        double next = 0.731;
        for (Parameter p : model.parameters().values()) {
            if (p.preset().isEmpty()) values.put(p.name(), next);
            next = 0.4 + (next * 1.618 + 0.37) % 1.3;
        }
        return ParameterValues.of(model, values);
    }

    static Optional<Part> part(String name) {
        int mark = name.lastIndexOf(MARK);
        if (mark < 0) return Optional.empty();
        return Optional.of(new Part(name.substring(0, mark), Integer.parseInt(name.substring(mark + 1))));
    }
}
