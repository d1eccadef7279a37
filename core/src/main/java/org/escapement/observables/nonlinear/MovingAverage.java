package org.escapement.observables.nonlinear;

import java.util.OptionalDouble;
import org.escapement.numerics.ode.DenseStep;

/**
 * Watches the centred moving average of a quantity X. Its integral A is the variable after the state; A and A' = X are
 * taken on a grid, and A between grid points by cubic Hermite interpolation.
 */
final class MovingAverage {

    private static final int GRID = 400;

    private final Quantities quantity;
    private final int dimension;
    private final Section section;
    private final double width;
    private final double spacing;
    private final double[] integral = new double[GRID + 2];
    private final double[] value = new double[GRID + 2];
    private double[] y;
    private long next;
    private OptionalDouble passage = OptionalDouble.empty();

    MovingAverage(Quantities quantity, int dimension, Section section, double width) {
        this.quantity = quantity;
        this.dimension = dimension;
        this.section = section;
        this.width = width;
        this.spacing = width / GRID;
    }

    OptionalDouble passage() {
        return passage;
    }

    void step(DenseStep step) {
        if (y == null) y = new double[dimension + 1];
        while (passage.isEmpty() && next * spacing <= step.end()) {
            step.at(Math.max(step.start(), next * spacing), y);
            integral[slot(next)] = y[dimension];
            value[slot(next)] = quantity.at(y);
            if (next >= GRID) look();
            next++;
        }
    }

    private static int slot(long index) {
        return (int) (index % (GRID + 2));
    }

    /** The average whose window ends at the newest grid point, and the crossing since the one before. */
    private void look() {
        if (excess(1) < 0) return;
        double b = 1;
        double a = 0;
        if (next == GRID) {
            a = b;
        }
        for (int i = 0; i < 60 && a < b; i++) {
            double middle = 0.5 * (a + b);
            if (excess(middle) >= 0) b = middle;
            else a = middle;
        }
        passage = OptionalDouble.of((next - 1 + b) * spacing - width / 2);
    }

    /** Average minus level, signed so that it grows through zero, with the window ending s grid spaces after the last. */
    private double excess(double s) {
        double average = (antiderivative(next - 1, s) - antiderivative(next - 1 - GRID, s)) / width;
        return section.rising() ? average - section.level() : section.level() - average;
    }

    private double antiderivative(long index, double s) {
        if (s == 1) return integral[slot(index + 1)];
        double a = integral[slot(index)];
        double b = integral[slot(index + 1)];
        double da = spacing * value[slot(index)];
        double db = spacing * value[slot(index + 1)];
        double u = 1 - s;
        return a * (1 + 2 * s) * u * u + b * s * s * (3 - 2 * s) + da * s * u * u - db * s * s * u;
    }
}
