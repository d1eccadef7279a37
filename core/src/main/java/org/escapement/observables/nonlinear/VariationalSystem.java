package org.escapement.observables.nonlinear;

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
        for (int v = 1; v <= vectors; v++) {
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int j = 0; j < n; j++) sum = Math.fma(values[n + i * n + j], y[v * n + j], sum);
                dydt[v * n + i] = sum;
            }
        }
    }
}
