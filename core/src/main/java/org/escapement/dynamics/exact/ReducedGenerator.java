package org.escapement.dynamics.exact;

import org.escapement.numerics.krylov.LinearMap;
import org.escapement.numerics.krylov.Scalars;
import org.escapement.numerics.linear.Sparse;
import org.escapement.numerics.random.RandomStream;

/**
 * The generator on the coordinates of matrices that its symmetries leave as they are. Real coordinates stand for
 * Hermitian matrices; complex ones (imaginary parts behind the real ones) for A + iB with both of that kind, which is
 * any matrix. Not thread-safe: it keeps work space.
 */
final class ReducedGenerator implements LinearMap {

    private final Generator generator;
    private final Coordinates coordinates;
    private final double[] in;
    private final double[] out;

    ReducedGenerator(Generator generator, Coordinates coordinates) {
        this.generator = generator;
        this.coordinates = coordinates;
        this.in = new double[coordinates.numbers()];
        this.out = new double[coordinates.numbers()];
    }

    Generator generator() {
        return generator;
    }

    Coordinates coordinates() {
        return coordinates;
    }

    int dimension() {
        return coordinates.dimension();
    }

    /** Whether nothing changes here but by rounding. */
    boolean isZero() {
        return size() <= 1e-13 * generator.largestRate();
    }

    /** Length of the image of a random vector over its own, [rate]. */
    double size() {
        double[] x = new double[dimension()];
        for (int i = 0; i < x.length; i++) x[i] = 2 * RandomStream.uniform(3, i, 0) - 1;
        double[] image = new double[x.length];
        apply(x, image);
        return Scalars.norm(image) / Scalars.norm(x);
    }

    /** As a sparse matrix of real coordinates. */
    Sparse matrix() {
        return coordinates.matrix(generator);
    }

    @Override
    public void apply(double[] x, double[] y) {
        int n = dimension();
        double[] part = new double[n];
        double[] image = new double[n];
        for (int from = 0; from < x.length; from += n) {
            System.arraycopy(x, from, part, 0, n);
            coordinates.unpack(part, in);
            generator.apply(in, out);
            coordinates.pack(out, image);
            System.arraycopy(image, 0, y, from, n);
        }
    }

    /**
     * A map of matrices as one of coordinates.
     *
     * @param onEntries acts on the real parts of all entries followed, unless they are real, by the imaginary parts
     */
    LinearMap reduced(LinearMap onEntries) {
        int entries = generator.size();
        return (x, y) -> {
            double[] numbers = coordinates.unpack(x);
            boolean twofold = numbers.length > 2 * entries;
            double[] matrix = twofold ? joined(numbers, entries) : numbers;
            double[] image = new double[matrix.length];
            onEntries.apply(matrix, image);
            coordinates.pack(twofold ? separated(image, entries) : image, y);
        };
    }

    /** Coordinates of a complex matrix given by the real and the imaginary parts of its entries. */
    double[] coordinatesOf(double[] matrix) {
        boolean twofold = coordinates.numbers() > generator.size();
        return coordinates.pack(twofold ? separated(matrix, generator.size()) : matrix);
    }

    /** A + iB from the entries of two complex Hermitian matrices. */
    private static double[] joined(double[] x, int n) {
        double[] m = new double[2 * n];
        for (int i = 0; i < n; i++) {
            m[i] = x[i] - x[3 * n + i];
            m[n + i] = x[n + i] + x[2 * n + i];
        }
        return m;
    }

    /** M and -iM, whose Hermitian parts are A and B. */
    private static double[] separated(double[] m, int n) {
        double[] x = new double[4 * n];
        for (int i = 0; i < n; i++) {
            x[i] = m[i];
            x[n + i] = m[n + i];
            x[2 * n + i] = m[n + i];
            x[3 * n + i] = -m[i];
        }
        return x;
    }
}
