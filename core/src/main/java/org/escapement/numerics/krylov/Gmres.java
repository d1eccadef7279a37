package org.escapement.numerics.krylov;

import java.util.Arrays;

/**
 * Restarted GMRES with right preconditioning: A M u = b, x = M u. The residual that counts is recomputed from x.
 * Immutable; vectors are allocated in each solve.
 *
 * @param scalars whether vectors are combined with complex numbers
 * @param restart number of vectors kept
 * @param tolerance |b - A x| / |b| asked for
 * @param maximum largest number of applications of A
 */
public record Gmres(Scalars scalars, int restart, double tolerance, int maximum) {

    /**
     * A solution and how good it is.
     *
     * @param residual |b - A x| / |b|
     * @param iterations applications of A
     */
    public record Result(double[] x, double residual, int iterations, boolean converged) {}

    /** Solves from x = 0. */
    public Result solve(LinearMap a, LinearMap preconditioner, double[] b) {
        return solve(a, preconditioner, b, new double[b.length]);
    }

    /** Solves from a first guess. */
    public Result solve(LinearMap a, LinearMap preconditioner, double[] b, double[] guess) {
        double size = Scalars.norm(b);
        double[] x = guess.clone();
        if (size == 0) return new Result(new double[b.length], 0, 0, true);
        int used = 0;
        double[] r = residual(a, b, x);
        double error = Scalars.norm(r) / size;
        double before = Double.POSITIVE_INFINITY;
        while (error > tolerance && used < maximum && error < 0.99 * before) {
            before = error;
            Cycle cycle = new Cycle(a, preconditioner, r, tolerance * size);
            used += cycle.run(Math.min(restart, maximum - used));
            cycle.addTo(x);
            r = residual(a, b, x);
            error = Scalars.norm(r) / size;
        }
        return new Result(x, error, used, error <= tolerance);
    }

    private static double[] residual(LinearMap a, double[] b, double[] x) {
        double[] r = new double[b.length];
        a.apply(x, r);
        for (int i = 0; i < r.length; i++) r[i] = b[i] - r[i];
        return r;
    }

    /** One cycle: Arnoldi with the Hessenberg matrix brought to triangular form by rotations. */
    private final class Cycle {
        private final LinearMap a;
        private final LinearMap preconditioner;
        private final double goal;
        private final double[][] basis = new double[restart + 1][];
        private final double[][] hRe = new double[restart][];
        private final double[][] hIm = new double[restart][];
        private final double[] cos = new double[restart];
        private final double[] sinRe = new double[restart];
        private final double[] sinIm = new double[restart];
        private final double[] gRe = new double[restart + 1];
        private final double[] gIm = new double[restart + 1];
        private int size;

        Cycle(LinearMap a, LinearMap preconditioner, double[] r, double goal) {
            this.a = a;
            this.preconditioner = preconditioner;
            this.goal = goal;
            gRe[0] = Scalars.norm(r);
            basis[0] = r;
            Scalars.scale(basis[0], 1 / gRe[0]);
        }

        int run(int most) {
            double[] z = new double[basis[0].length];
            while (size < most && Math.hypot(gRe[size], gIm[size]) > goal) {
                double[] w = new double[z.length];
                preconditioner.apply(basis[size], z);
                a.apply(z, w);
                double norm = orthogonalise(w);
                rotate(norm);
                size++;
                if (norm == 0) break;
                Scalars.scale(w, 1 / norm);
                basis[size] = w;
            }
            return size;
        }

        /** Modified Gram-Schmidt, again where it cancelled most of the vector. */
        private double orthogonalise(double[] w) {
            hRe[size] = new double[size + 1];
            hIm[size] = new double[size + 1];
            double before = Scalars.norm(w);
            subtract(w);
            double after = Scalars.norm(w);
            if (after > 0.01 * before) return after;
            subtract(w);
            return Scalars.norm(w);
        }

        private void subtract(double[] w) {
            for (int k = 0; k <= size; k++) {
                double re = Scalars.real(basis[k], w);
                double im = scalars.imaginary(basis[k], w);
                scalars.add(w, -re, -im, basis[k]);
                hRe[size][k] += re;
                hIm[size][k] += im;
            }
        }

        private void rotate(double below) {
            double[] re = hRe[size];
            double[] im = hIm[size];
            for (int k = 0; k < size; k++) {
                double xRe = cos[k] * re[k] + sinRe[k] * re[k + 1] - sinIm[k] * im[k + 1];
                double xIm = cos[k] * im[k] + sinRe[k] * im[k + 1] + sinIm[k] * re[k + 1];
                double yRe = cos[k] * re[k + 1] - sinRe[k] * re[k] - sinIm[k] * im[k];
                double yIm = cos[k] * im[k + 1] - sinRe[k] * im[k] + sinIm[k] * re[k];
                re[k] = xRe;
                im[k] = xIm;
                re[k + 1] = yRe;
                im[k + 1] = yIm;
            }
            double top = Math.hypot(re[size], im[size]);
            double length = Math.hypot(top, below);
            cos[size] = top / length;
            double unitRe = top == 0 ? 1 : re[size] / top;
            double unitIm = top == 0 ? 0 : im[size] / top;
            sinRe[size] = unitRe * below / length;
            sinIm[size] = unitIm * below / length;
            re[size] = unitRe * length;
            im[size] = unitIm * length;
            double g = gRe[size];
            double h = gIm[size];
            gRe[size] = cos[size] * g;
            gIm[size] = cos[size] * h;
            gRe[size + 1] = -(sinRe[size] * g + sinIm[size] * h);
            gIm[size + 1] = -(sinRe[size] * h - sinIm[size] * g);
        }

        void addTo(double[] x) {
            double[] re = Arrays.copyOf(gRe, size);
            double[] im = Arrays.copyOf(gIm, size);
            double[] u = new double[x.length];
            for (int k = size - 1; k >= 0; k--) {
                for (int j = k + 1; j < size; j++) {
                    re[k] -= hRe[j][k] * re[j] - hIm[j][k] * im[j];
                    im[k] -= hRe[j][k] * im[j] + hIm[j][k] * re[j];
                }
                double square = hRe[k][k] * hRe[k][k] + hIm[k][k] * hIm[k][k];
                double quotient = (re[k] * hRe[k][k] + im[k] * hIm[k][k]) / square;
                im[k] = (im[k] * hRe[k][k] - re[k] * hIm[k][k]) / square;
                re[k] = quotient;
                scalars.add(u, re[k], im[k], basis[k]);
            }
            double[] step = new double[x.length];
            preconditioner.apply(u, step);
            for (int i = 0; i < x.length; i++) x[i] += step[i];
        }
    }
}
