package org.escapement.dynamics.cumulant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Word;
import org.escapement.dynamics.cumulant.MomentMap.Row;

/**
 * Equal-time covariances as functions of the variables: what needs algebra is done once for a set of equations, because
 * every point of a map asks for the same. Thread-safe.
 */
final class CovarianceMaps {

    /**
     * ⟨{M_i, B}⟩/2 of all variables M_i with an observable B, in units of both.
     *
     * @param mean ⟨B⟩
     */
    record WithVariables(MomentExpectation mean, MomentMap symmetrised) {}

    private final MomentEquations equations;
    private final Map<Operator, WithVariables> withVariables = new ConcurrentHashMap<>();
    private final Map<List<MomentVariable>, MomentMap> ofLetters = new ConcurrentHashMap<>();

    CovarianceMaps(MomentEquations equations) {
        this.equations = equations;
    }

    WithVariables withVariables(Operator b) {
        WithVariables known = withVariables.get(b);
        return known != null ? known : withVariables.computeIfAbsent(b, this::derived);
    }

    private WithVariables derived(Operator b) {
        synchronized (equations.hierarchy()) {
            MomentExpectation mean = MomentExpectation.of(equations, b);
            List<Row> rows = new ArrayList<>();
            Map<Word, Operator> products = new HashMap<>();
            for (MomentVariable v : equations.variables()) {
                Operator word =
                        products.computeIfAbsent(v.word(), equations.hierarchy().order()::product);
                rows.add(new Row(symmetrised(v, word, b, mean.twiceOrder()), false));
            }
            return new WithVariables(mean, new MomentMap(equations.index(), rows));
        }
    }

    private Map<Word, Coefficient> symmetrised(MomentVariable v, Operator word, Operator b, int twiceOrder) {
        Coefficient factor = Coefficient.of(1, 2).times(Coefficient.sizePower(-twiceOrder));
        Operator product = v.hermitianPart(word).anticommutator(b).times(factor);
        return equations.hierarchy().combination(v.word(), product);
    }

    /** Second moments ⟨{A, B}⟩/2 of letters, row by row. */
    MomentMap ofLetters(List<MomentVariable> letters) {
        MomentMap known = ofLetters.get(letters);
        return known != null ? known : ofLetters.computeIfAbsent(letters, this::secondMoments);
    }

    private MomentMap secondMoments(List<MomentVariable> letters) {
        synchronized (equations.hierarchy()) {
            List<Row> rows = new ArrayList<>();
            for (MomentVariable a : letters) {
                for (MomentVariable b : letters) {
                    Operator product = a.hermitianPart(Operator.of(a.word()))
                            .anticommutator(b.hermitianPart(Operator.of(b.word())))
                            .times(Coefficient.of(1, 2));
                    Word both = CumulantClosure.joined(List.of(a.word(), b.word()));
                    rows.add(new Row(equations.hierarchy().combination(both, product), false));
                }
            }
            return new MomentMap(equations.index(), rows);
        }
    }
}
