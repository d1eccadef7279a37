package org.escapement.study.question.moments;

import java.util.List;
import org.escapement.algebra.Symbol;
import org.escapement.model.SpinEnsemble;
import org.escapement.observables.information.TwoSpinState;
import org.escapement.observables.information.TwoSpinTomography;
import org.escapement.study.question.Point;

/**
 * Two single spins.
 *
 * @param atoms number of atoms of the first's ensemble at this point, infinite in the limit
 */
record SpinPair(SpinEnsemble first, SpinEnsemble second, double atoms) {

    static SpinPair of(List<SpinEnsemble> all, Aspect.Spins asked, Point point, boolean finite) {
        SpinEnsemble first = named(all, asked.first());
        double atoms = finite
                ? first.atoms()
                        .evaluate((Symbol s) -> point.values().value(s.name()),
                                point.values().value(point.model().size()))
                : Double.POSITIVE_INFINITY;
        return new SpinPair(first, named(all, asked.second()), atoms);
    }

    private static SpinEnsemble named(List<SpinEnsemble> all, String name) {
        return all.stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
    }

    /** Their state from collective moments. */
    TwoSpinState state(TwoSpinTomography.Means means) {
        return first.equals(second)
                ? TwoSpinTomography.within(first, atoms, means)
                : TwoSpinTomography.between(first, second, means);
    }
}
