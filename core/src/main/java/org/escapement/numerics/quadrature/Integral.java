package org.escapement.numerics.quadrature;

/**
 * Integrals of several functions with error estimates.
 *
 * @param values one number for each function
 * @param errors estimated absolute errors
 * @param evaluations how often the functions were evaluated
 * @param converged whether every error is within the tolerance or at the level of rounding
 */
public record Integral(double[] values, double[] errors, int evaluations, boolean converged) {

    public Integral {
        values = values.clone();
        errors = errors.clone();
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public double[] errors() {
        return errors.clone();
    }

    public double value(int index) {
        return values[index];
    }

    public double error(int index) {
        return errors[index];
    }

    /** The integral over both domains together. */
    public Integral plus(Integral other) {
        double[] sum = values.clone();
        double[] error = errors.clone();
        for (int c = 0; c < sum.length; c++) {
            sum[c] += other.values[c];
            error[c] += other.errors[c];
        }
        return new Integral(sum, error, evaluations + other.evaluations, converged && other.converged);
    }
}
