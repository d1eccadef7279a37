package org.escapement.observables.information;

/**
 * The best Gaussian measurement of the last mode of a state, searched over all pure measurement states of that mode:
 * rotated by an angle and squeezed to the variances λ and 1/λ, homodyne detection (λ = 0) included.
 */
final class MeasuredMode {

    private static final int ANGLES = 24;
    private static final int SQUEEZINGS = 12;
    private static final double SMALLEST_STEP = 1e-9;

    private final double[][] v;
    private final int rest;

    MeasuredMode(GaussianState state) {
        this.v = state.covariance();
        this.rest = v.length - 2;
    }

    /** A coarse grid, then a search along the axes with ever smaller steps from its best point. */
    OneWayCorrelation.Conditional best() {
        double angle = 0;
        double lambda = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ANGLES; i++) {
            for (int j = 0; j <= SQUEEZINGS; j++) {
                double entropy = entropy(Math.PI * i / ANGLES, (double) j / SQUEEZINGS);
                if (entropy < least) {
                    least = entropy;
                    angle = Math.PI * i / ANGLES;
                    lambda = (double) j / SQUEEZINGS;
                }
            }
        }
        for (double step = 0.5; step > SMALLEST_STEP; ) {
            boolean better = false;
            for (int direction = 0; direction < 4; direction++) {
                double sign = direction % 2 == 0 ? step : -step;
                double tryAngle = direction < 2 ? angle + sign * Math.PI / ANGLES : angle;
                double tryLambda = direction < 2 ? lambda : Math.clamp(lambda + sign / SQUEEZINGS, 0.0, 1.0);
                double entropy = entropy(tryAngle, tryLambda);
                if (entropy < least) {
                    least = entropy;
                    angle = tryAngle;
                    lambda = tryLambda;
                    better = true;
                }
            }
            if (!better) step /= 2;
        }
        return new OneWayCorrelation.Conditional(least, lambda);
    }

    /** Entropy of the other modes after the measurement: A - C (B + σ)⁻¹ Cᵀ, with 0 ≤ λ ≤ 1. */
    double entropy(double angle, double lambda) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double b11 = v[rest][rest] * cos * cos + 2 * v[rest][rest + 1] * sin * cos + v[rest + 1][rest + 1] * sin * sin;
        double b22 = v[rest][rest] * sin * sin - 2 * v[rest][rest + 1] * sin * cos + v[rest + 1][rest + 1] * cos * cos;
        double b12 = (v[rest + 1][rest + 1] - v[rest][rest]) * sin * cos + v[rest][rest + 1] * (cos * cos - sin * sin);
        // (B + σ)⁻¹ with numerator and denominator multiplied by λ, so that λ = 0 is nothing special.
        double denominator = (b11 + lambda) * (lambda * b22 + 1) - lambda * b12 * b12;
        double i11 = (lambda * b22 + 1) / denominator;
        double i12 = -lambda * b12 / denominator;
        double i22 = lambda * (b11 + lambda) / denominator;
        double[][] left = new double[rest][rest];
        for (int i = 0; i < rest; i++) {
            double xi = v[i][rest] * cos + v[i][rest + 1] * sin;
            double yi = v[i][rest + 1] * cos - v[i][rest] * sin;
            for (int j = 0; j < rest; j++) {
                double xj = v[j][rest] * cos + v[j][rest + 1] * sin;
                double yj = v[j][rest + 1] * cos - v[j][rest] * sin;
                left[i][j] = v[i][j] - (xi * i11 * xj + xi * i12 * yj + yi * i12 * xj + yi * i22 * yj);
            }
        }
        return GaussianState.of(left).entropy();
    }
}
