package org.escapement.dynamics.meanfield;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Surd;
import org.escapement.algebra.Symbol;
import org.escapement.model.SpinEnsemble;

/**
 * Ensembles that move alike for ever: they start alike, and where their variables are equal their rates are equal as
 * exact polynomials. Their common motion needs one set of variables only; it is also the exact motion where a
 * difference of rounding errors between equal ensembles would grow.
 */
public final class EnsembleSymmetry {

    private final MeanFieldEquations equations;
    private final Map<Symbol, Coefficient> fixed = new LinkedHashMap<>();
    private final Map<Symbol, Coefficient> same = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    private EnsembleSymmetry(MeanFieldEquations equations, Map<String, Double> values) {
        this.equations = equations;
        values.forEach((name, value) -> {
            if (Double.isFinite(value)) {
                fixed.put(Symbol.parameter(name), Coefficient.of(Surd.ofDecimal(BigDecimal.valueOf(value))));
            }
        });
    }

    /**
     * Finds ensembles that move like an earlier one.
     *
     * @param values parameters that are the same numbers wherever the result is used
     * @param startAlike whether two ensembles start from equal variables
     * @return each superfluous variable with the one that stands for it
     */
    public static Map<String, String> find(
            MeanFieldEquations equations,
            Map<String, Double> values,
            BiPredicate<SpinEnsemble, SpinEnsemble> startAlike) {
        EnsembleSymmetry symmetry = new EnsembleSymmetry(equations, values);
        List<SpinEnsemble> all = equations.model().ensembles();
        for (int later = 1; later < all.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                boolean represented =
                        symmetry.names.containsKey(all.get(earlier).name() + ".x");
                if (represented || !startAlike.test(all.get(earlier), all.get(later))) continue;
                if (symmetry.identify(all.get(earlier), all.get(later))) break;
            }
        }
        return symmetry.names;
    }

    /** Identifies two ensembles when their rates agree afterwards. */
    private boolean identify(SpinEnsemble earlier, SpinEnsemble later) {
        boolean alike = earlier.convention() == later.convention()
                && with(fixed, earlier.atoms()).equals(with(fixed, later.atoms()))
                && with(fixed, earlier.scale()).equals(with(fixed, later.scale()));
        if (!alike) return false;
        Map<Symbol, Coefficient> trial = new LinkedHashMap<>(same);
        for (String c : List.of(".x", ".y", ".z")) {
            trial.put(Symbol.classical(later.name() + c), Coefficient.of(Symbol.classical(earlier.name() + c)));
        }
        for (String c : List.of(".x", ".y", ".z")) {
            if (!rate(earlier.name() + c, trial).equals(rate(later.name() + c, trial))) return false;
        }
        same.putAll(trial);
        for (String c : List.of(".x", ".y", ".z")) names.put(later.name() + c, earlier.name() + c);
        return true;
    }

    private Coefficient rate(String variable, Map<Symbol, Coefficient> replaced) {
        Coefficient rate = equations.rates().get(equations.names().indexOf(variable));
        return with(replaced, with(fixed, rate));
    }

    /** A coefficient with symbols replaced. */
    static Coefficient with(Map<Symbol, Coefficient> replaced, Coefficient c) {
        Coefficient result = c;
        for (Symbol s : c.symbols()) {
            Coefficient value = replaced.get(s);
            if (value != null && !(value.isZero() && divides(s, result))) result = result.substitute(s, value);
        }
        return result;
    }

    private static boolean divides(Symbol s, Coefficient c) {
        return c.terms().keySet().stream().anyMatch(m -> m.exponent(s) < 0);
    }
}
