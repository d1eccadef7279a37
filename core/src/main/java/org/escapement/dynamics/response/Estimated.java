package org.escapement.dynamics.response;

/**
 * A number with an estimate of its absolute error (rounding of a closed form, an integral's error, or the change with
 * the last sideband).
 */
public record Estimated(double value, double error) {

    /** Half of it. */
    public Estimated half() {
        return times(0.5);
    }

    public Estimated plus(Estimated other) {
        return new Estimated(value + other.value, error + other.error);
    }

    public Estimated times(double factor) {
        return new Estimated(value * factor, error * Math.abs(factor));
    }

    public Estimated times(Estimated other) {
        return new Estimated(value * other.value, Math.abs(value) * other.error + Math.abs(other.value) * error);
    }

    public Estimated over(Estimated other) {
        double ratio = value / other.value;
        return new Estimated(ratio, (error + Math.abs(ratio) * other.error) / Math.abs(other.value));
    }
}
