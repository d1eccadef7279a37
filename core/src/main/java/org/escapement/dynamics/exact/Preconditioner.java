package org.escapement.dynamics.exact;

import org.escapement.numerics.krylov.LinearMap;
import org.escapement.numerics.linear.BlockElimination;

/** An approximate inverse that may hold memory until closed. */
interface Preconditioner extends LinearMap, AutoCloseable {

    @Override
    void close();

    /** One that holds none. */
    static Preconditioner of(LinearMap map) {
        return new Preconditioner() {
            @Override
            public void apply(double[] x, double[] y) {
                map.apply(x, y);
            }

            @Override
            public void close() {}
        };
    }

    /** Factors of an elimination, which it closes. */
    static Preconditioner of(BlockElimination factors) {
        return new Preconditioner() {
            @Override
            public void apply(double[] x, double[] y) {
                System.arraycopy(x, 0, y, 0, x.length);
                factors.solve(y);
            }

            @Override
            public void close() {
                factors.close();
            }
        };
    }
}
