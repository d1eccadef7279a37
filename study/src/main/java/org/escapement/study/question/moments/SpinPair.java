package org.escapement.study.question.moments;

import java.util.List;
import org.escapement.model.SpinEnsemble;
import org.escapement.observables.information.TwoSpinState;
import org.escapement.observables.information.TwoSpinTomography;
import org.escapement.study.question.Point;

/**
 * Two single spins.
 *
 * @param atoms number of atoms of the first's ensemble at this point, infinite in the limit
 */
record SpinPair(TwoSpinTomography tomography, double atoms) {

    private record Key(String first, String second) {}

    static SpinPair of(Aspect.Spins asked, Point point, boolean finite) {
        List<SpinEnsemble> all = point.model().ensembles();
        SpinEnsemble first = named(all, asked.first());
        SpinEnsemble second = named(all, asked.second());
        TwoSpinTomography tomography =
                point.prepared(new Key(first.name(), second.name()), () -> TwoSpinTomography.of(first, second));
        return new SpinPair(tomography, finite ? atoms(first, point) : Double.POSITIVE_INFINITY);
    }

    private static double atoms(SpinEnsemble e, Point point) {
        return e.atoms()
                .evaluate(
                        s -> point.values().value(s.name()),
                        point.values().value(point.model().size()));
    }

    private static SpinEnsemble named(List<SpinEnsemble> all, String name) {
        return all.stream().filter(e -> e.name().equals(name)).findFirst().orElseThrow();
    }

    /** Their state from collective moments. */
    TwoSpinState state(TwoSpinTomography.Means means) {
        return tomography.state(atoms, means);
    }
}
