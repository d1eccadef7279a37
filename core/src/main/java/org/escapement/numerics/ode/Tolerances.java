package org.escapement.numerics.ode;

/**
 * Accuracy asked of each step: the rms over components of error / (absolute + relative max(|y|, |ynew|)) is kept below
 * 1. This bounds local errors; the error of a long integration is not bounded by it.
 *
 * @param relative relative tolerance, at least 0
 * @param absolute absolute tolerance, above 0
 */
public record Tolerances(double relative, double absolute) {
    public Tolerances {
        if (!(relative >= 0 && absolute > 0) || Double.isInfinite(relative) || Double.isInfinite(absolute)) {
            throw new IllegalArgumentException(
                    "need relative >= 0 and absolute > 0, got " + relative + " and " + absolute);
        }
    }

    double scale(double y) {
        return Math.fma(Math.abs(y), relative, absolute);
    }
}
