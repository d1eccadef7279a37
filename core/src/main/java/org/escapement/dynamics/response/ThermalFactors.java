package org.escapement.dynamics.response;

/**
 * Thermal factors of two baths at the frequencies nu and w, multiplied by frequencies so that they are finite at zero.
 * Written with exponentials of differences, so that nothing cancels where both baths are cold or nearly equal.
 *
 * @param weighted nu coth(nu/2T1)
 * @param other w coth(w/2T2)
 * @param difference nu w [coth(nu/2T1) - coth(w/2T2)]
 * @param product nu w [coth(nu/2T1) coth(w/2T2) - 1]
 */
record ThermalFactors(double weighted, double other, double difference, double product) {

    /**
     * Factors at one pair of frequencies.
     *
     * @param shift nu - w, given apart so that it is exact
     */
    static ThermalFactors at(double nu, double t1, double w, double t2, double shift) {
        double weighted = timesCoth(nu, t1);
        double other = timesCoth(w, t2);
        if (t1 == 0 || t2 == 0) {
            double both = weighted * other - nu * w;
            return new ThermalFactors(weighted, other, w * weighted - nu * other, both);
        }
        double x = nu / (2 * t1);
        double y = w / (2 * t2);
        double lambda = w * (1 / (2 * t2) - 1 / (2 * t1)) - shift / (2 * t1);
        if (x == 0 || y == 0) {
            return new ThermalFactors(weighted, other, w * weighted - nu * other, weighted * other);
        }
        // sinh(lambda)/(sinh x sinh y) and cosh(lambda)/(sinh x sinh y) without overflow.
        double size = Math.exp(Math.abs(lambda) - Math.abs(x) - Math.abs(y));
        double scale =
                2 * size * Math.abs(nu) * Math.abs(w) / (Math.expm1(-2 * Math.abs(x)) * Math.expm1(-2 * Math.abs(y)));
        double decay = Math.exp(-2 * Math.abs(lambda));
        double difference = Math.signum(lambda) * scale * -Math.expm1(-2 * Math.abs(lambda));
        return new ThermalFactors(weighted, other, difference, scale * (1 + decay));
    }

    /** w coth(w/2T), 2T at w = 0. */
    static double timesCoth(double w, double t) {
        double size = Math.abs(w);
        if (t == 0) return size;
        double x = size / (2 * t);
        if (x < 1e-8) return 2 * t;
        return x > 20 ? size * (1 + 2 * Math.exp(-2 * x)) : size / Math.tanh(x);
    }
}
