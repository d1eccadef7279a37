package org.escapement.observables.means;

import org.escapement.numerics.ode.DenseStep;

/** Reads an output at fixed times. */
final class TimesCollector implements Collector {

    private final Readout readout;
    private final Output output;
    private final double[] times;
    private final double[] values;
    private final double[] y;
    private int next;

    TimesCollector(Readout readout, Output output) {
        this.readout = readout;
        this.output = output;
        this.times = readout.times();
        this.values = new double[times.length];
        this.y = new double[output.dimension()];
    }

    @Override
    public void start(double[] start) {
        while (next < times.length && times[next] <= 0) values[next++] = output.at(0, start, readout.output());
    }

    @Override
    public void step(DenseStep step) {
        while (next < times.length && times[next] <= step.end()) {
            step.at(times[next], y);
            values[next] = output.at(times[next], y, readout.output());
            next++;
        }
    }

    @Override
    public double[] result() {
        return readout.combine(values);
    }
}
