package org.escapement.numerics.ode;

/**
 * The extreme values of a function over a window of time: the ends of the window, and zeros of the function's rate of
 * change, bracketed between parts of a step and located on the dense output. Not thread-safe.
 */
public final class WindowExtremes implements StepObserver {

    /** A number computed from time and state. */
    @FunctionalInterface
    public interface Quantity {
        double at(double t, double[] y);
    }

    /** A polynomial of degree 7 over one step rarely turns more often than this. */
    private static final int PARTS = 8;

    private static final int BISECTIONS = 60;

    private final double from;
    private final double to;
    private final Quantity value;
    private final Quantity rate;
    private final double[] y;
    private double largest = Double.NEGATIVE_INFINITY;
    private double largestTime = Double.NaN;
    private double smallest = Double.POSITIVE_INFINITY;
    private double smallestTime = Double.NaN;

    /**
     * Watches a window.
     *
     * @param dimension length of the state
     * @param rate rate of change of the value along the solution
     */
    public WindowExtremes(double from, double to, int dimension, Quantity value, Quantity rate) {
        this.from = from;
        this.to = to;
        this.value = value;
        this.rate = rate;
        this.y = new double[dimension];
    }

    /** To be called with the state at a time before the first step. */
    public void start(double t, double[] state) {
        if (from <= t && t <= to) consider(t, value.at(t, state));
    }

    @Override
    public void accepted(DenseStep step) {
        double a = Math.max(from, step.start());
        double b = Math.min(to, step.end());
        if (a > b || step.end() < from) return;
        double left = a;
        double leftRate = at(rate, step, left);
        consider(left, at(value, step, left));
        for (int k = 1; k <= PARTS; k++) {
            double right = k == PARTS ? b : a + (b - a) * k / PARTS;
            double rightRate = at(rate, step, right);
            if (leftRate * rightRate < 0) turningPoint(step, left, right, leftRate);
            consider(right, at(value, step, right));
            left = right;
            leftRate = rightRate;
        }
    }

    private void turningPoint(DenseStep step, double left, double right, double leftRate) {
        double a = left;
        double b = right;
        for (int i = 0; i < BISECTIONS && b - a > 1e-15 * Math.abs(b); i++) {
            double middle = (a + b) / 2;
            if (at(rate, step, middle) * leftRate > 0) a = middle;
            else b = middle;
        }
        consider(a, at(value, step, a));
    }

    private double at(Quantity quantity, DenseStep step, double t) {
        step.at(t, y);
        return quantity.at(t, y);
    }

    private void consider(double t, double x) {
        if (x > largest) {
            largest = x;
            largestTime = t;
        }
        if (x < smallest) {
            smallest = x;
            smallestTime = t;
        }
    }

    /** Minus infinity before anything was seen. */
    public double largest() {
        return largest;
    }

    /** When the largest value was taken first. */
    public double largestTime() {
        return largestTime;
    }

    /** Infinity before anything was seen. */
    public double smallest() {
        return smallest;
    }

    /** When the smallest value was taken first. */
    public double smallestTime() {
        return smallestTime;
    }
}
