package org.escapement.dynamics.exact;

import java.util.List;
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
    private final Decompositions decompositions;
    private final double[] in;
    private final double[] out;
    private SylvesterInverse uncoupledSites;
    private SylvesterInverse sitesInUncorrelatedState;
    private SylvesterInverse noJump;

    /**
     * Prepares.
     *
     * @param decompositions of the generator, shared by all its sectors
     */
    ReducedGenerator(Generator generator, Coordinates coordinates, Decompositions decompositions) {
        this.generator = generator;
        this.coordinates = coordinates;
        this.decompositions = decompositions;
        this.in = new double[coordinates.numbers()];
        this.out = new double[coordinates.numbers()];
    }

    Generator generator() {
        return generator;
    }

    Coordinates coordinates() {
        return coordinates;
    }

    /** The inverse of both sites' own generators, without a shift; null where there are no two of them. */
    SylvesterInverse uncoupledSites() {
        if (uncoupledSites == null) uncoupledSites = inverse(decompositions.uncoupledSites());
        return uncoupledSites;
    }

    /** The same with the other site in the uncorrelated stationary state; null where sites or parts do not allow it. */
    SylvesterInverse sitesInUncorrelatedState() {
        if (sitesInUncorrelatedState == null) {
            sitesInUncorrelatedState = inverse(decompositions.sitesInUncorrelatedState());
        }
        return sitesInUncorrelatedState;
    }

    /** The inverse of the part without jumps, without a shift. */
    SylvesterInverse noJump() {
        if (noJump == null) noJump = inverse(decompositions.noJump());
        return noJump;
    }

    private SylvesterInverse inverse(List<SylvesterEquation> equations) {
        return equations == null ? null : new SylvesterInverse(equations, coordinates, generator.size());
    }

    /** Parts of the whole generator in diagonal form. */
    Decompositions decompositions() {
        return decompositions;
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
}
