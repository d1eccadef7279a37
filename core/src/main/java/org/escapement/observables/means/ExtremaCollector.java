package org.escapement.observables.means;

import org.escapement.numerics.ode.DenseStep;
import org.escapement.numerics.ode.WindowExtremes;
import org.escapement.observables.Measure;

/** Finds the extreme values of an output over a window. */
final class ExtremaCollector implements Collector {

    private final Readout readout;
    private final WindowExtremes extremes;

    ExtremaCollector(Readout readout, Output output, double from, double to) {
        this.readout = readout;
        this.extremes = new WindowExtremes(
                from,
                to,
                output.dimension(),
                (t, y) -> output.at(t, y, readout.output()),
                (t, y) -> output.at(t, y, readout.output() + 1));
    }

    @Override
    public void start(double[] start) {
        extremes.start(0, start);
    }

    @Override
    public void step(DenseStep step) {
        extremes.accepted(step);
    }

    @Override
    public double[] result() {
        return new double[] {
            switch (readout.measure()) {
                case Measure.Extremum e when e.time() -> e.maximum() ? extremes.largestTime() : extremes.smallestTime();
                case Measure.Extremum e -> e.maximum() ? extremes.largest() : extremes.smallest();
                case Measure.Range r -> extremes.largest() - extremes.smallest();
                default -> throw new IllegalStateException("not an extremum: " + readout.measure());
            }
        };
    }
}
