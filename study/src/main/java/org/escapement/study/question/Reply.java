package org.escapement.study.question;

import java.util.function.DoubleSupplier;

/**
 * The numbers a question got, with an estimate of their error.
 *
 * @param values one number, or one for each combination of the question's axes
 * @param errors gives the largest absolute error expected among them when it is asked for: claims ask, sweeps do not
 */
public record Reply(double[] values, DoubleSupplier errors) {

    /** Numbers whose error is known. */
    public Reply(double[] values, double error) {
        this(values, () -> error);
    }

    public static Reply of(double value, double error) {
        return new Reply(new double[] {value}, error);
    }

    /** Largest absolute error expected; 0 for closed forms. */
    public double error() {
        return errors.getAsDouble();
    }
}
