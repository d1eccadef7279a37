package org.escapement.numerics.krylov;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.escapement.numerics.ConvergenceException;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Eigen;
import org.escapement.numerics.random.RandomStream;

/**
 * Eigenvalues of a large linear map nearest a complex shift, by Arnoldi on the inverse of the shifted map, restarted from
 * the sum of what is wanted; each inverse is a preconditioned GMRES. Vectors are complex. The residuals that count are
 * those of the map itself.
 *
 * @param tolerance |A x - λ x| / |x| asked for, in the unit of the eigenvalues
 * @param vectors Arnoldi vectors of one cycle
 * @param cycles largest number of cycles
 */
public record ShiftInvert(double tolerance, int vectors, int cycles) {

    /** An eigenvalue with its vector and |A x - λ x| / |x|. */
    public record Pair(double re, double im, double[] vector, double residual) {}

    /** A map, its dimension, and an approximate inverse of the map minus a shift. */
    public record Problem(LinearMap map, LinearMap inverse, int dimension, double shiftRe, double shiftIm) {}

    /** Errors of the inverse come back multiplied by the largest eigenvalues of the map. */
    private static final double INNER = 1e-12;

    /**
     * The eigenvalues nearest the shift, nearest first; fewer where some did not converge.
     *
     * @throws ConvergenceException when none converges
     */
    public List<Pair> nearest(Problem p, int count, long seed) {
        double[] start = new double[2 * p.dimension];
        for (int i = 0; i < start.length; i++) start[i] = (2 * RandomStream.uniform(seed, i, 0) - 1);
        List<Pair> found = List.of();
        for (int cycle = 0; cycle < cycles; cycle++) {
            found = cycle(p, start, count);
            double worst = found.stream().mapToDouble(Pair::residual).max().orElse(1);
            if (worst <= tolerance) return found;
            java.util.Arrays.fill(start, 0);
            for (Pair pair : found) Scalars.COMPLEX.add(start, 1, 0, pair.vector);
        }
        List<Pair> good =
                found.stream().filter(pair -> pair.residual <= tolerance).toList();
        if (!good.isEmpty()) return good;
        throw new ConvergenceException("the " + count + " eigenvalues nearest " + p.shiftRe + " + " + p.shiftIm
                + "i kept a residual of "
                + found.stream().mapToDouble(Pair::residual).max().orElse(1) + " after "
                + cycles + " cycles: move the shift");
    }

    private List<Pair> cycle(Problem p, double[] start, int count) {
        int m = Math.min(vectors, p.dimension);
        double[][] basis = new double[m + 1][];
        Dense h = Dense.zero(m, m, false);
        basis[0] = start.clone();
        Scalars.scale(basis[0], 1 / Scalars.norm(basis[0]));
        Gmres gmres = new Gmres(Scalars.COMPLEX, 40, INNER, 600);
        LinearMap shifted = shifted(p);
        int size = 0;
        while (size < m) {
            double[] w = gmres.solve(shifted, p.inverse, basis[size]).x();
            double norm = orthogonalise(w, basis, h, size, m);
            size++;
            if (size == m || norm < 1e-12) break;
            h.re()[size * m + size - 1] = norm;
            Scalars.scale(w, 1 / norm);
            basis[size] = w;
        }
        return ritz(p, basis, h, size, m, count);
    }

    private static LinearMap shifted(Problem p) {
        return (x, y) -> {
            p.map.apply(x, y);
            Scalars.COMPLEX.add(y, -p.shiftRe, -p.shiftIm, x);
        };
    }

    private static double orthogonalise(double[] w, double[][] basis, Dense h, int column, int m) {
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 0; k <= column; k++) {
                double re = Scalars.real(basis[k], w);
                double im = Scalars.COMPLEX.imaginary(basis[k], w);
                Scalars.COMPLEX.add(w, -re, -im, basis[k]);
                h.re()[k * m + column] += re;
                h.im()[k * m + column] += im;
            }
        }
        return Scalars.norm(w);
    }

    private static List<Pair> ritz(Problem p, double[][] basis, Dense h, int size, int m, int count) {
        Dense small = Dense.zero(size, size, false);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                small.re()[i * size + j] = h.re()[i * m + j];
                small.im()[i * size + j] = h.im()[i * m + j];
            }
        }
        Eigen e = Eigen.of(small, true);
        List<Integer> order = new ArrayList<>();
        for (int k = 0; k < size; k++) order.add(k);
        order.sort(Comparator.comparingDouble(k -> -Math.hypot(e.re()[k], e.im()[k])));
        List<Pair> pairs = new ArrayList<>();
        for (int k : order.subList(0, Math.min(count, size))) {
            double[] x = new double[2 * p.dimension];
            for (int j = 0; j < size; j++) {
                Scalars.COMPLEX.add(
                        x, e.vectors().re()[j * size + k], e.vectors().im()[j * size + k], basis[j]);
            }
            pairs.add(rayleigh(p, x));
        }
        return pairs;
    }

    private static Pair rayleigh(Problem p, double[] x) {
        Scalars.scale(x, 1 / Scalars.norm(x));
        double[] image = new double[x.length];
        p.map.apply(x, image);
        double re = Scalars.real(x, image);
        double im = Scalars.COMPLEX.imaginary(x, image);
        Scalars.COMPLEX.add(image, -re, -im, x);
        return new Pair(re, im, x, Scalars.norm(image));
    }
}
