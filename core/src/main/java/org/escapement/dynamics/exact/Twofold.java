package org.escapement.dynamics.exact;

import org.escapement.numerics.krylov.LinearMap;
import org.escapement.numerics.krylov.Scalars;

/** Two approximate inverses of a map one after the other: the second answers what the first leaves. */
record Twofold(LinearMap map, LinearMap first, LinearMap second) implements LinearMap {

    @Override
    public void apply(double[] x, double[] y) {
        first.apply(x, y);
        double[] left = new double[x.length];
        map.apply(y, left);
        for (int i = 0; i < left.length; i++) left[i] = x[i] - left[i];
        double[] step = new double[x.length];
        second.apply(left, step);
        Scalars.REAL.add(y, 1, 0, step);
    }
}
