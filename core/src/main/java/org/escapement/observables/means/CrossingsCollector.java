package org.escapement.observables.means;

import java.util.Arrays;
import org.escapement.numerics.ode.DenseStep;

/**
 * Finds the frequency of an oscillation from upward crossings of its middle level with hysteresis. The signal and its
 * rate of change are kept at several places of each step, and crossing times follow from cubic interpolation.
 */
final class CrossingsCollector implements Collector {

    private static final int PARTS = 8;
    private static final double UNBROKEN = 1e-6;

    private final Output output;
    private final int index;
    private final double from;
    private final double to;
    private final double hysteresis;
    private final double[] y;
    private double[] times = new double[1024];
    private double[] values = new double[1024];
    private double[] rates = new double[1024];
    private int count;

    CrossingsCollector(Output output, int index, double from, double to, double hysteresis) {
        this.output = output;
        this.index = index;
        this.from = from;
        this.to = to;
        this.hysteresis = hysteresis;
        this.y = new double[output.dimension()];
    }

    @Override
    public void start(double[] start) {
        if (from <= 0) keep(0, start);
    }

    @Override
    public void step(DenseStep step) {
        double a = Math.max(from, step.start());
        double b = Math.min(to, step.end());
        if (a >= b) return;
        if (count == 0) sample(step, a);
        for (int k = 1; k <= PARTS; k++) sample(step, k == PARTS ? b : a + (b - a) * k / PARTS);
    }

    private void sample(DenseStep step, double t) {
        step.at(t, y);
        keep(t, y);
    }

    private void keep(double t, double[] state) {
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
            rates = Arrays.copyOf(rates, 2 * count);
        }
        times[count] = t;
        values[count] = output.at(t, state, index);
        rates[count] = output.at(t, state, index + 1);
        count++;
    }

    /** Angular frequency; 0 for a signal that does not oscillate or crosses less than twice. */
    @Override
    public double[] result() {
        double high = Arrays.stream(values, 0, count).max().orElse(0);
        double low = Arrays.stream(values, 0, count).min().orElse(0);
        if (high - low < UNBROKEN) return new double[] {0};
        double middle = (high + low) / 2;
        double reach = hysteresis * (high - low);
        boolean armed = false;
        double passing = Double.NaN;
        double first = Double.NaN;
        double last = Double.NaN;
        int crossings = 0;
        for (int i = 1; i < count; i++) {
            if (values[i] < middle - reach) armed = true;
            if (values[i - 1] <= middle && values[i] > middle) passing = crossing(i, middle);
            if (armed && values[i] > middle + reach) {
                armed = false;
                crossings++;
                last = passing;
                if (crossings == 1) first = passing;
            }
        }
        return new double[] {crossings < 2 ? 0 : 2 * Math.PI * (crossings - 1) / (last - first)};
    }

    /** Where the cubic through two neighbouring samples and their rates takes the level. */
    private double crossing(int i, double level) {
        double h = times[i] - times[i - 1];
        double a = 0;
        double b = 1;
        for (int k = 0; k < 60; k++) {
            double s = (a + b) / 2;
            double value = values[i - 1] * (1 + 2 * s) * (1 - s) * (1 - s)
                    + values[i] * s * s * (3 - 2 * s)
                    + h * s * (1 - s) * (rates[i - 1] * (1 - s) - rates[i] * s);
            if (value < level) a = s;
            else b = s;
        }
        return times[i - 1] + h * (a + b) / 2;
    }
}
