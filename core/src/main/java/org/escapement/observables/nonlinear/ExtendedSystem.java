package org.escapement.observables.nonlinear;

import org.escapement.numerics.ode.OdeSystem;

/** A flow followed by further rates that depend on its variables only. */
final class ExtendedSystem implements OdeSystem {

    private final int dimension;
    private final Quantities[] parts;
    private final double[][] values;

    ExtendedSystem(int variables, Quantities... parts) {
        this.parts = parts;
        this.values = new double[parts.length][];
        int total = 0;
        for (int i = 0; i < parts.length; i++) {
            values[i] = new double[parts[i].count()];
            total += parts[i].count();
        }
        this.dimension = total;
        assert parts[0].count() == variables;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public void derivatives(double t, double[] y, double[] dydt) {
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            parts[i].at(y, values[i]);
            System.arraycopy(values[i], 0, dydt, at, values[i].length);
            at += values[i].length;
        }
    }
}
