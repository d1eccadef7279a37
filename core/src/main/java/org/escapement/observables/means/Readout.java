package org.escapement.observables.means;

import java.util.Arrays;
import java.util.List;
import org.escapement.expression.Expression;
import org.escapement.numerics.fourier.RotationNumber;
import org.escapement.observables.Measure;
import org.escapement.observables.Measurement;

/**
 * One measurement in compiled form: which outputs it reads, at which times, and what it makes of them.
 *
 * @param output index of its first compiled output; an extremum has its rate of change next to it
 */
record Readout(Measurement measurement, int output) {

    /** Compiles a measurement, adding its outputs to the list. */
    static Readout of(Measurement m, QuantityCompiler compiler, List<Expression> outputs) {
        int index = outputs.size();
        Expression quantity = compiler.compile(m.quantity());
        if (m.measure() instanceof Measure.Average) {
            outputs.add(compiler.carried().integral(quantity));
        } else {
            outputs.add(quantity);
            if (needsDerivative(m.measure())) outputs.add(compiler.carried().derivative(quantity));
        }
        return new Readout(m, index);
    }

    private static boolean needsDerivative(Measure m) {
        return m instanceof Measure.Extremum || m instanceof Measure.Range || m instanceof Measure.CrossingFrequency;
    }

    Measure measure() {
        return measurement.measure();
    }

    /** Whether the measure only needs the state at known times. */
    boolean atFixedTimes() {
        return !needsDerivative(measure());
    }

    /** The times a fixed-time measure needs, ascending. */
    double[] times() {
        return switch (measure()) {
            case Measure.AtTime a -> new double[] {a.time()};
            case Measure.Series s ->
                s.times().stream().mapToDouble(Double::doubleValue).toArray();
            case Measure.Average a -> new double[] {a.from(), a.to()};
            case Measure.Rate r -> new double[] {r.from(), r.to()};
            case Measure.RotationRate r -> samples(r.from(), r.step(), r.samples());
            case Measure.Spectrum s -> samples(s.from(), s.step(), s.samples());
            case Measure.SpectralPeak s -> samples(s.from(), s.step(), s.samples());
            case Measure.Extremum e -> new double[0];
            case Measure.Range r -> new double[0];
            case Measure.CrossingFrequency c -> new double[0];
        };
    }

    private static double[] samples(double from, double step, int count) {
        double[] times = new double[count];
        Arrays.setAll(times, k -> from + k * step);
        return times;
    }

    /** What the measure makes of its output at {@link #times}. */
    double[] combine(double[] at) {
        return switch (measure()) {
            case Measure.AtTime a -> at;
            case Measure.Series s -> at;
            case Measure.Average a -> new double[] {(at[1] - at[0]) / (a.to() - a.from())};
            case Measure.Rate r -> new double[] {(at[1] - at[0]) / (r.to() - r.from())};
            case Measure.RotationRate r -> new double[] {RotationNumber.advance(at) / r.step()};
            case Measure.Spectrum s -> LineSpectrum.kept(at, s);
            case Measure.SpectralPeak s -> new double[] {LineSpectrum.peak(at) / (at.length * s.step())};
            case Measure.Extremum e -> throw new IllegalStateException("an extremum is searched, not sampled");
            case Measure.Range r -> throw new IllegalStateException("a range is searched, not sampled");
            case Measure.CrossingFrequency c -> throw new IllegalStateException("crossings are searched, not sampled");
        };
    }
}
