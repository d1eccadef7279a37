package org.escapement.observables.means;

import org.escapement.numerics.ode.DenseStep;
import org.escapement.observables.Measure;

/** Gathers what one measurement needs while a trajectory is integrated from t = 0. */
sealed interface Collector permits TimesCollector, ExtremaCollector, CrossingsCollector {

    static Collector of(Readout readout, Output output) {
        return switch (readout.measure()) {
            case Measure.Extremum e -> new ExtremaCollector(readout, output, e.from(), e.to());
            case Measure.Range r -> new ExtremaCollector(readout, output, r.from(), r.to());
            case Measure.CrossingFrequency c ->
                new CrossingsCollector(output, readout.output(), c.from(), c.to(), c.hysteresis());
            default -> new TimesCollector(readout, output);
        };
    }

    /** Sees the state at t = 0. */
    void start(double[] y);

    /** Sees one accepted step. */
    void step(DenseStep step);

    /** What was measured. */
    double[] result();
}
