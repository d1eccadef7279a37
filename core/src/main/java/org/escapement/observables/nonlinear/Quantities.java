package org.escapement.observables.nonlinear;

import org.escapement.numerics.kernel.Kernel;

/** Numbers computed from a state of a flow. Owns scratch memory: one for each thread. */
public final class Quantities {

    private final Kernel kernel;
    private final double[] slots;
    private final double[] values;

    Quantities(FlowProgram.Code code, double[] slots) {
        this.kernel = code.kernel().copy();
        this.slots = slots;
        this.values = new double[code.equations().tape().outputs()];
    }

    /** How many numbers there are. */
    public int count() {
        return values.length;
    }

    /** Value of the first one. */
    public double at(double[] state) {
        return at(state, 0);
    }

    /** Value of one of them. */
    public double at(double[] state, int index) {
        kernel.evaluate(0, state, slots, values);
        return values[index];
    }

    /** Writes all of them. */
    public void at(double[] state, double[] out) {
        kernel.evaluate(0, state, slots, out);
    }
}
