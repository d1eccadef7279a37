package org.escapement.numerics.krylov;

/**
 * exp(A T) times a vector by Taylor series over equal short steps. The time T is as many steps as make the effort
 * worthwhile; both follow from the size of A. Not thread-safe: it holds work space.
 */
final class Exponential {

    private static final int STEPS = 6;
    private static final int MOST_TERMS = 80;
    /** Size of the last term kept, relative to the sum. */
    private static final double NEGLIGIBLE = 1e-15;
    /** Size of a term at which digits are lost by cancellation, relative to the vector. */
    private static final double CANCELLING = 1e3;

    private final LinearMap map;
    private double[] term;
    private double[] image;
    private double step;

    Exponential(LinearMap map, int dimension) {
        this.map = map;
        this.term = new double[dimension];
        this.image = new double[dimension];
    }

    /** Chooses the step by means of a vector in which nothing is missing. */
    void calibrate(double[] x) {
        map.apply(x, image);
        double size = Scalars.norm(image) / Scalars.norm(x);
        step = size == 0 ? 1 : 16 / size;
        double[] sum = new double[x.length];
        while (!advanced(x, sum)) step /= 1.5;
    }

    double time() {
        return STEPS * step;
    }

    /** y := exp(A T) x. */
    void apply(double[] x, double[] y) {
        double[] from = x;
        double[] to = y;
        double[] other = new double[x.length];
        for (int k = 0; k < STEPS; k++) {
            to = (STEPS - k) % 2 == 1 ? y : other;
            if (!advanced(from, to)) throw new ArithmeticException("an exponential series cancels");
            from = to;
        }
    }

    /** One step; false when the series cancels too much. */
    private boolean advanced(double[] x, double[] sum) {
        double size = Scalars.norm(x);
        System.arraycopy(x, 0, term, 0, x.length);
        System.arraycopy(x, 0, sum, 0, x.length);
        for (int k = 1; k <= MOST_TERMS; k++) {
            map.apply(term, image);
            double[] next = image;
            image = term;
            term = next;
            Scalars.scale(term, step / k);
            Scalars.REAL.add(sum, 1, 0, term);
            double length = Scalars.norm(term);
            if (length > CANCELLING * size) return false;
            if (length <= NEGLIGIBLE * Scalars.norm(sum)) return true;
        }
        return false;
    }
}
