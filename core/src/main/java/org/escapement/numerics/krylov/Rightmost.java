package org.escapement.numerics.krylov;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.escapement.numerics.ConvergenceException;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Eigen;
import org.escapement.numerics.random.RandomStream;

/**
 * Eigenvalues of largest real part of a large real linear map A, whatever their imaginary parts. They are what exp(A T)
 * leaves over: Arnoldi's method with this exponential, begun with two vectors so that a double eigenvalue shows twice. No
 * shift has to be guessed and none of the wanted can hide at a large frequency. The residuals that count are those of A.
 *
 * @param tolerance |A x - λ x| / |x| asked for, in the unit of the eigenvalues
 * @param vectors largest dimension of the subspace
 */
public record Rightmost(double tolerance, int vectors) {

    /** An eigenvalue and |A x - λ x| / |x|. */
    public record Value(double re, double im, double residual) {}

    private static final int BLOCK = 2;
    /** Dimensions between two looks at what has converged. */
    private static final int BETWEEN = 10;
    /** What is left of a vector that lies in the subspace. */
    private static final double INSIDE = 1e-12;

    /**
     * At least so many eigenvalues, by descending real part, a conjugate pair counting twice; fewer where the map has no
     * more.
     *
     * @throws ConvergenceException when they do not converge
     */
    public List<Value> of(LinearMap map, int dimension, int count, long seed) {
        return new Search(map, dimension, count).run(seed);
    }

    private final class Search {
        private final LinearMap map;
        private final int dimension;
        private final int count;
        private final Exponential exponential;
        private final List<double[]> basis = new ArrayList<>();
        /** Coefficients of exp(A T) v in the basis, one array for each basis vector that was used. */
        private final List<double[]> columns = new ArrayList<>();

        Search(LinearMap map, int dimension, int count) {
            this.map = map;
            this.dimension = dimension;
            this.count = Math.min(count, dimension);
            this.exponential = new Exponential(map, dimension);
        }

        List<Value> run(long seed) {
            for (int k = 0; k < BLOCK; k++) {
                double[] v = new double[dimension];
                for (int i = 0; i < dimension; i++) v[i] = 2 * RandomStream.uniform(seed, i, k) - 1;
                orthonormal(v, new double[BLOCK]);
            }
            exponential.calibrate(basis.getFirst());
            int look = count + BETWEEN;
            while (columns.size() < Math.min(vectors, basis.size())) {
                double[] image = new double[dimension];
                exponential.apply(basis.get(columns.size()), image);
                double[] column = new double[vectors + BLOCK];
                orthonormal(image, column);
                columns.add(column);
                boolean complete = columns.size() == basis.size();
                if (!complete && columns.size() < look) continue;
                List<Value> found = converged(complete);
                if (found != null) return found;
                look += BETWEEN;
            }
            throw new ConvergenceException("the " + count + " eigenvalues of largest real part among " + dimension
                    + " did not converge in a subspace of " + columns.size() + ": ask for fewer, or near a number");
        }

        /** Adds what is new of a vector to the basis; writes its coefficients. */
        private void orthonormal(double[] v, double[] coefficients) {
            double size = Scalars.norm(v);
            for (int pass = 0; pass < 2; pass++) {
                for (int k = 0; k < basis.size(); k++) {
                    double c = Scalars.real(basis.get(k), v);
                    Scalars.REAL.add(v, -c, 0, basis.get(k));
                    coefficients[k] += c;
                }
            }
            double left = Scalars.norm(v);
            if (left <= INSIDE * size) return;
            coefficients[basis.size()] = left;
            Scalars.scale(v, 1 / left);
            basis.add(v);
        }

        /** The wanted eigenvalues, null when one has not converged. */
        private List<Value> converged(boolean complete) {
            int m = columns.size();
            Dense h = Dense.zero(m, m, true);
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < m; j++) h.re()[i * m + j] = columns.get(j)[i];
            }
            Eigen e = Eigen.of(h, true);
            List<Integer> order = new ArrayList<>();
            for (int k = 0; k < m; k++) order.add(k);
            order.sort(Comparator.comparingDouble(k -> -Math.hypot(e.re()[k], e.im()[k])));
            List<Value> found = new ArrayList<>();
            for (int k : order) {
                if (found.size() >= count) break;
                if (e.im()[k] < 0) continue;
                double allowed = tolerance * exponential.time() * Math.hypot(e.re()[k], e.im()[k]);
                if (!complete && outside(e, k) > allowed) return null;
                Value value = value(e, k);
                if (!(value.residual <= tolerance)) return null;
                found.add(value);
                if (e.im()[k] > 0) found.add(new Value(value.re, -value.im, value.residual));
            }
            found.sort(Comparator.comparingDouble(v -> -v.re));
            return found;
        }

        /** How much of the image of a Ritz vector lies outside the vectors used. */
        private double outside(Eigen e, int k) {
            int m = columns.size();
            double square = 0;
            for (int i = m; i < basis.size(); i++) {
                double re = 0;
                double im = 0;
                for (int j = 0; j < m; j++) {
                    re += columns.get(j)[i] * e.vectors().re()[j * m + k];
                    im += columns.get(j)[i] * e.vectors().im()[j * m + k];
                }
                square += re * re + im * im;
            }
            return Math.sqrt(square);
        }

        /** The Rayleigh quotient of A and its residual. */
        private Value value(Eigen e, int k) {
            int m = columns.size();
            double[] x = new double[2 * dimension];
            double[] part = new double[dimension];
            for (int half = 0; half < 2; half++) {
                java.util.Arrays.fill(part, 0);
                double[] weights = half == 0 ? e.vectors().re() : e.vectors().im();
                for (int j = 0; j < m; j++) Scalars.REAL.add(part, weights[j * m + k], 0, basis.get(j));
                System.arraycopy(part, 0, x, half * dimension, dimension);
            }
            Scalars.scale(x, 1 / Scalars.norm(x));
            double[] image = new double[2 * dimension];
            double[] halfImage = new double[dimension];
            for (int half = 0; half < 2; half++) {
                System.arraycopy(x, half * dimension, part, 0, dimension);
                map.apply(part, halfImage);
                System.arraycopy(halfImage, 0, image, half * dimension, dimension);
            }
            double re = Scalars.real(x, image);
            double im = Scalars.COMPLEX.imaginary(x, image);
            Scalars.COMPLEX.add(image, -re, -im, x);
            return new Value(re, im, Scalars.norm(image));
        }
    }
}
