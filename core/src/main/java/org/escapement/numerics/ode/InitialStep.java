package org.escapement.numerics.ode;

/** Automatic first step: Hairer, Norsett, Wanner (1993), section II.4, algorithm for the starting step size. */
final class InitialStep {
    private final OdeSystem system;
    private final Tableau tableau;
    private final Tolerances tolerances;
    private final double[] trial;
    private final double[] derivative;

    InitialStep(OdeSystem system, Tableau tableau, Tolerances tolerances) {
        this.system = system;
        this.tableau = tableau;
        this.tolerances = tolerances;
        this.trial = new double[system.dimension()];
        this.derivative = new double[system.dimension()];
    }

    /**
     * Signed step from (t, y) towards t + span; one evaluation.
     *
     * @param f derivatives at the start
     * @return NaN when the derivatives are not finite
     */
    double choose(double t, double[] y, double[] f, double span) {
        double length = Math.abs(span);
        double size = norm(y, null, y);
        double slope = norm(f, null, y);
        double first = size < 1e-5 || slope < 1e-5 ? 1e-6 * length : 0.01 * (size / slope);
        first = Math.min(first, length);
        double signed = Math.copySign(first, span);
        for (int i = 0; i < y.length; i++) {
            trial[i] = Math.fma(signed, f[i], y[i]);
        }
        system.derivatives(t + signed, trial, derivative);
        double curvature = norm(derivative, f, y) / first;
        double steepest = Math.max(slope, curvature);
        double second = steepest <= 1e-15
                ? Math.max(1e-6 * length, 1e-3 * first)
                : StrictMath.pow(0.01 / steepest, 1.0 / (tableau.errorOrder() + 1));
        double chosen = Math.min(length, Math.min(100 * first, second));
        return slope < Double.POSITIVE_INFINITY ? Math.copySign(chosen > 0 ? chosen : first, span) : Double.NaN;
    }

    private double norm(double[] a, double[] minus, double[] y) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double q = (minus == null ? a[i] : a[i] - minus[i]) / tolerances.scale(y[i]);
            sum = Math.fma(q, q, sum);
        }
        return Math.sqrt(sum / y.length);
    }
}
