package org.escapement.observables.nonlinear;

import java.util.Arrays;
import org.escapement.numerics.ode.OdeSystem;

/** A flow with tangent vectors carried along: y' = f, v' = J v for each vector v, stored one after another. */
final class VariationalSystem implements OdeSystem {

    private final int n;
    private final int vectors;
    private final Quantities linear;
    private final double[] values;

    VariationalSystem(int n, int vectors, Quantities linear) {
        this.n = n;
        this.vectors = vectors;
        this.linear = linear;
        this.values = new double[n + n * n];
    }

    @Override
    public int dimension() {
        return n * (1 + vectors);
    }

    @Override
    public void derivatives(double t, double[] y, double[] dydt) {
        linear.at(y, values);
        System.arraycopy(values, 0, dydt, 0, n);
        Arrays.fill(dydt, n, n * (1 + vectors), 0);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double slope = values[n + i * n + j];
                // Most variables act on few others: half of the entries or more are zero.
                if (slope != 0) add(slope, y, j, dydt, i);
            }
        }
    }

    private void add(double slope, double[] y, int from, double[] dydt, int to) {
        for (int v = n; v < n * (1 + vectors); v += n) dydt[v + to] = Math.fma(slope, y[v + from], dydt[v + to]);
    }
}
