package org.escapement.numerics.krylov;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.escapement.numerics.ConvergenceException;
import org.escapement.numerics.krylov.ShiftInvert.Pair;
import org.escapement.numerics.krylov.ShiftInvert.Problem;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Eigen;
import org.escapement.numerics.random.RandomStream;

/**
 * Eigenvalues of a large linear map nearest a complex shift where the inverse of the shifted map is well approximated by
 * something cheap: the approximation improves a subspace directly (Davidson 1975) from which harmonic Ritz pairs are taken
 * (Morgan 1991), restarted from the best of them. One application of the map and one of the approximate inverse for each
 * step, where an exact inverse would cost a whole iteration. Vectors are complex.
 *
 * @param tolerance |A x - λ x| / |x| asked for, in the unit of the eigenvalues
 * @param beyond the same for all but the nearest
 * @param vectors largest dimension of the subspace
 * @param steps largest number of steps
 */
public record Davidson(double tolerance, double beyond, int vectors, int steps) {

    /**
     * The eigenvalues nearest the shift, nearest first.
     *
     * @param guesses directions to begin with; a random one is added
     * @throws ConvergenceException when they do not all converge
     */
    public List<Pair> nearest(Problem p, int count, List<double[]> guesses, long seed) {
        Search search = new Search(p, count);
        guesses.forEach(search::add);
        double[] random = new double[2 * p.dimension()];
        for (int i = 0; i < random.length; i++) random[i] = 2 * RandomStream.uniform(seed, i, 0) - 1;
        search.add(random);
        return search.run();
    }

    private record Ritz(double[] yRe, double[] yIm, double distance) {}

    private record Trial(Pair pair, double[] residual) {}

    private double allowed(int rank) {
        return rank == 0 ? tolerance : beyond;
    }

    private final class Search {
        private final Problem p;
        private final int count;
        private final List<double[]> basis = new ArrayList<>();
        /** (A - shift) of the basis. */
        private final List<double[]> images = new ArrayList<>();
        /** W†V and W†W, re and im of each entry, grown with the basis. */
        private final double[] wv = new double[2 * (vectors + 1) * (vectors + 1)];

        private final double[] ww = new double[2 * (vectors + 1) * (vectors + 1)];

        private final double[] scalar = new double[2];

        Search(Problem p, int count) {
            this.p = p;
            this.count = count;
        }

        List<Pair> run() {
            double worst = Double.NaN;
            for (int step = 0; step < steps; step++) {
                List<Ritz> ritz = harmonic();
                worst = 0;
                double[] residual = null;
                List<Pair> found = new ArrayList<>();
                for (Ritz r : ritz.subList(0, Math.min(count, ritz.size()))) {
                    Trial trial = trial(r);
                    found.add(trial.pair);
                    worst = Math.max(worst, trial.pair.residual());
                    if (trial.pair.residual() <= 0.5 * allowed(found.size() - 1)) continue;
                    residual = trial.residual;
                    break;
                }
                if (residual == null) {
                    List<Pair> checked = found.stream().map(this::checked).toList();
                    boolean good = true;
                    for (int k = 0; k < checked.size(); k++)
                        good &= checked.get(k).residual() <= allowed(k);
                    if (good) return checked;
                    residual = trial(ritz.getFirst()).residual;
                }
                if (basis.size() >= vectors) restart(ritz);
                double[] direction = new double[residual.length];
                p.inverse().apply(residual, direction);
                if (!add(direction)) break;
            }
            throw new ConvergenceException("the " + count + " eigenvalues nearest " + p.shiftRe() + " + " + p.shiftIm()
                    + "i kept a residual of " + worst + " after " + steps + " steps: move the shift");
        }

        /** Makes a direction orthonormal to the basis and adds it; false when nothing new is left of it. */
        boolean add(double[] direction) {
            double[] v = direction;
            double norm = Scalars.norm(v);
            if (!(norm > 0) || Double.isInfinite(norm)) return false;
            Scalars.scale(v, 1 / norm);
            double left = 1;
            double before;
            do {
                // Again where most of the vector was cancelled.
                before = left;
                for (double[] b : basis) {
                    Scalars.product(b, v, scalar, 0);
                    Scalars.COMPLEX.add(v, -scalar[0], -scalar[1], b);
                }
                left = Scalars.norm(v);
                if (left < 1e-12) return false;
            } while (left < 0.3 * before);
            Scalars.scale(v, 1 / left);
            double[] image = new double[v.length];
            p.map().apply(v, image);
            Scalars.COMPLEX.add(image, -p.shiftRe(), -p.shiftIm(), v);
            basis.add(v);
            images.add(image);
            multiply();
            return true;
        }

        /** The products with the newest vectors. */
        private void multiply() {
            int last = basis.size() - 1;
            for (int i = 0; i <= last; i++) {
                product(images.get(i), basis.get(last), wv, i, last);
                product(images.get(i), images.get(last), ww, i, last);
                if (i == last) continue;
                product(images.get(last), basis.get(i), wv, last, i);
                ww[place(last, i)] = ww[place(i, last)];
                ww[place(last, i) + 1] = -ww[place(i, last) + 1];
            }
        }

        private int place(int i, int j) {
            return 2 * (i * (vectors + 1) + j);
        }

        private void product(double[] x, double[] y, double[] into, int i, int j) {
            Scalars.product(x, y, into, place(i, j));
        }

        /** W†V y = (1/ν) W†W y, ν = θ - shift, largest 1/ν first. */
        private List<Ritz> harmonic() {
            int m = basis.size();
            Eigen e = Eigen.of(dense(ww, m).inverse().times(dense(wv, m)), true);
            List<Ritz> ritz = new ArrayList<>();
            for (int k = 0; k < m; k++) {
                double[] yRe = new double[m];
                double[] yIm = new double[m];
                for (int i = 0; i < m; i++) {
                    yRe[i] = e.vectors().re()[i * m + k];
                    yIm[i] = e.vectors().im()[i * m + k];
                }
                ritz.add(new Ritz(yRe, yIm, 1 / Math.hypot(e.re()[k], e.im()[k])));
            }
            ritz.sort(Comparator.comparingDouble(Ritz::distance));
            return ritz;
        }

        private Dense dense(double[] products, int m) {
            Dense d = Dense.zero(m, m, false);
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < m; j++) {
                    d.re()[i * m + j] = products[place(i, j)];
                    d.im()[i * m + j] = products[place(i, j) + 1];
                }
            }
            return d;
        }

        /** The Rayleigh quotient of a harmonic Ritz vector, and what the map adds to its multiple. */
        private Trial trial(Ritz r) {
            double[] x = combined(basis, r);
            double[] image = combined(images, r);
            double norm = Scalars.norm(x);
            Scalars.scale(x, 1 / norm);
            Scalars.scale(image, 1 / norm);
            double re = Scalars.real(x, image);
            double im = Scalars.COMPLEX.imaginary(x, image);
            Scalars.COMPLEX.add(image, -re, -im, x);
            return new Trial(new Pair(p.shiftRe() + re, p.shiftIm() + im, x, Scalars.norm(image)), image);
        }

        /** The same with the residual of the map itself. */
        private Pair checked(Pair pair) {
            double[] image = new double[pair.vector().length];
            p.map().apply(pair.vector(), image);
            Scalars.COMPLEX.add(image, -pair.re(), -pair.im(), pair.vector());
            return new Pair(pair.re(), pair.im(), pair.vector(), Scalars.norm(image));
        }

        private double[] combined(List<double[]> vectors, Ritz r) {
            double[] x = new double[2 * p.dimension()];
            for (int j = 0; j < vectors.size(); j++) Scalars.COMPLEX.add(x, r.yRe[j], r.yIm[j], vectors.get(j));
            return x;
        }

        /** Keeps the best of the subspace. */
        private void restart(List<Ritz> ritz) {
            List<double[]> kept = new ArrayList<>();
            for (Ritz r : ritz.subList(0, Math.min(ritz.size(), count + 4))) {
                kept.add(combined(basis, r));
            }
            basis.clear();
            images.clear();
            kept.forEach(this::add);
        }
    }
}
