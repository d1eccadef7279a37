package org.escapement.dynamics.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Eigen;

/**
 * Floquet exponents as eigenvalues: with z(t) = sum_k z_k exp[(e - ik Omega) t] and A(t) = sum_j A_j exp(-ij Omega t),
 * e z_k = ik Omega z_k + sum_j A_j z_{k-j}, |k| <= N. Every exponent appears once for each k, shifted by multiples of
 * i Omega; the copy whose eigenvector is centred at k = 0 is the best converged and is kept. No time step, so that fast
 * decays cost nothing. Hill (1886), Acta Math. 8, 1. A workspace.
 */
final class HillMatrix {

    private static final int LARGEST = 700;
    private static final int FIRST = 4;
    private static final double SETTLED = 1e-10;
    private static final double ROUNDING = 2e-15;
    private static final double SAME = 1e-6;

    private final int dimension;
    private final double drive;
    private final int degree;
    /** Fourier components [j + degree], row by row. */
    private final double[][] partRe;

    private final double[][] partIm;
    private double scale;

    /** @param degree largest harmonic in A(t) */
    HillMatrix(NetworkEmbedding equations, double drive, int degree) {
        this.dimension = equations.dimension();
        this.drive = drive;
        this.degree = degree;
        this.partRe = new double[2 * degree + 1][dimension * dimension];
        this.partIm = new double[2 * degree + 1][dimension * dimension];
        int samples = 2 * degree + 1;
        for (int s = 0; s < samples; s++) {
            double turn = 2 * Math.PI * s / samples;
            double[][] a = equations.at(turn / drive);
            for (int j = -degree; j <= degree; j++)
                add(j, a, Math.cos(j * turn) / samples, Math.sin(j * turn) / samples);
        }
    }

    private void add(int j, double[][] a, double re, double im) {
        for (int r = 0; r < dimension; r++) {
            for (int c = 0; c < dimension; c++) {
                partRe[j + degree][r * dimension + c] += re * a[r][c];
                partIm[j + degree][r * dimension + c] += im * a[r][c];
                scale = Math.max(scale, Math.abs(a[r][c]));
            }
        }
    }

    /** The spectrum, or empty when it needs more Fourier components than are reasonable. */
    Optional<FloquetSpectrum> spectrum() {
        double last = Double.NaN;
        for (int reach = Math.max(FIRST, 2 * degree); dimension * (2 * reach + 1) <= LARGEST; reach *= 2) {
            List<Complex> exponents = exponents(reach);
            double growth = exponents.stream().mapToDouble(Complex::re).max().orElse(Double.NaN);
            double change = Math.abs(growth - last);
            double rounding = ROUNDING * (scale + reach * drive);
            boolean all = exponents.size() == dimension;
            if (all && change <= SETTLED * Math.abs(growth) + 8 * rounding) {
                return Optional.of(new FloquetSpectrum(exponents, new Estimated(growth, change + rounding)));
            }
            last = all ? growth : Double.NaN;
        }
        return Optional.empty();
    }

    private List<Complex> exponents(int reach) {
        Eigen eigen = Eigen.of(matrix(reach), true);
        List<Complex> kept = new ArrayList<>();
        int size = eigen.re().length;
        for (int column = 0; column < size; column++) {
            if (Math.abs(centre(eigen.vectors(), column, reach)) > 0.75) continue;
            Complex e = new Complex(eigen.re()[column], eigen.im()[column]);
            if (kept.stream().noneMatch(known -> sameUpToShift(known, e))) kept.add(e);
        }
        return kept;
    }

    private boolean sameUpToShift(Complex a, Complex b) {
        double turns = (a.im() - b.im()) / drive;
        double apart = Math.abs(turns - Math.rint(turns)) * drive;
        return Math.hypot(a.re() - b.re(), apart) < SAME * (Math.abs(a.re()) + 1e-3 * drive);
    }

    /** Mean k of an eigenvector. */
    private double centre(Dense vectors, int column, int reach) {
        int size = vectors.rows();
        double sum = 0;
        double norm = 0;
        for (int row = 0; row < size; row++) {
            double re = vectors.re()[row * size + column];
            double im = vectors.im()[row * size + column];
            double weight = re * re + im * im;
            norm += weight;
            sum += weight * (row / dimension - reach);
        }
        return sum / norm;
    }

    private Dense matrix(int reach) {
        int size = dimension * (2 * reach + 1);
        Dense m = Dense.zero(size, size, false);
        for (int k = -reach; k <= reach; k++) {
            for (int j = -degree; j <= degree; j++) {
                if (Math.abs(k - j) > reach) continue;
                for (int r = 0; r < dimension; r++) {
                    for (int c = 0; c < dimension; c++) {
                        int place = ((k + reach) * dimension + r) * size + (k - j + reach) * dimension + c;
                        m.re()[place] = partRe[j + degree][r * dimension + c];
                        m.im()[place] = partIm[j + degree][r * dimension + c];
                    }
                }
            }
            for (int r = 0; r < dimension; r++) m.im()[((k + reach) * dimension + r) * (size + 1)] += k * drive;
        }
        return m;
    }
}
