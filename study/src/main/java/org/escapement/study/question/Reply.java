package org.escapement.study.question;

/**
 * The numbers a question got, with an estimate of their error.
 *
 * @param values one number, or one for each combination of the question's axes
 * @param error largest absolute error expected among them; 0 for closed forms
 */
public record Reply(double[] values, double error) {

    public static Reply of(double value, double error) {
        return new Reply(new double[] {value}, error);
    }
}
