package org.escapement.dynamics.fluctuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.escapement.model.ModelException;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.linear.DenseAlgebra;
import org.escapement.numerics.linear.LyapunovEquation;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Fluctuations around a stationary mean that attracts: W C + C Wᵀ + D = 0 on the tangent planes (the matrix of all letters
 * is singular along the conserved lengths), and the stationary shifts of the means.
 *
 * @param state means, covariances, shifts
 * @param residual largest element that is left of the equation, [rate]
 * @param eigenvalues of W by descending real part; the first is the slowest relaxation, [rate]
 * @param drift W in the coordinates of the state vector, [rate]
 */
public record StationaryCovariance(
        FluctuationState state, double residual, List<Complex> eigenvalues, double[][] drift) {

    /** Largest rate of a mean that counts as rest, relative to the rates around. */
    private static final double REST = 1e-7;

    /**
     * The fluctuations around given stationary means.
     *
     * @throws ModelException when the means move or do not attract
     */
    public static StationaryCovariance at(FluctuationPoint point, double[] means) {
        double[] rates = point.local().rates(0, means);
        double fastest = Arrays.stream(rates).map(Math::abs).max().orElse(0);
        double[][] jacobian = point.local().jacobian(0, means);
        double scale = Arrays.stream(jacobian)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
        if (fastest > REST * Math.max(1, scale)) {
            throw new ModelException("these means are not stationary: they move at a rate of " + (float) fastest);
        }
        int letters = point.layout().letters();
        double[] y = point.start(means, new double[letters][letters]);
        double[][] rows = Frames.rows(point.layout(), y);
        double[][] columns = Frames.columns(point.layout(), y);
        double[][] w = projected(rows, jacobian, columns);
        List<Complex> eigenvalues = DenseAlgebra.eigenvalues(w);
        double slowest = eigenvalues.getFirst().re();
        if (!(slowest < -1e-12 * scale)) {
            throw new ModelException("the stationary means do not attract (largest growth rate " + (float) slowest
                    + "): fluctuations around them have no stationary state");
        }
        LyapunovEquation solved =
                LyapunovEquation.continuous(w, projected(rows, point.local().diffusion(0, means), rows));
        for (int a = 0; a < w.length; a++) {
            for (int b = a; b < w.length; b++) y[point.layout().covariance(a, b)] = solved.x()[a][b];
        }
        if (point.layout().shifted()) shifts(point, y);
        return new StationaryCovariance(point.state(0, y), solved.residual(), eigenvalues, w);
    }

    static double[][] projected(double[][] left, double[][] m, double[][] right) {
        double[][] result = new double[left.length][right.length];
        for (int a = 0; a < left.length; a++) {
            for (int b = 0; b < right.length; b++) result[a][b] = LocalMoments.form(left[a], m, right[b]);
        }
        return result;
    }

    /**
     * The shifts at which they rest. A conserved length fixes them along the spin: J² has the value of N atoms in one pure
     * state, so that 2 j·μ + Tr G stays what it is there.
     */
    private static void shifts(FluctuationPoint point, double[] y) {
        StateLayout layout = point.layout();
        int n = layout.means();
        double[] base = rates(point, y);
        List<double[]> rows = new ArrayList<>();
        List<Double> right = new ArrayList<>();
        double[][] slopes = new double[n][n];
        for (int k = 0; k < n; k++) {
            y[layout.shift(k)] = 1;
            double[] moved = rates(point, y);
            y[layout.shift(k)] = 0;
            for (int i = 0; i < n; i++) slopes[i][k] = moved[i] - base[i];
        }
        for (int i = 0; i < n; i++) {
            rows.add(slopes[i]);
            right.add(-base[i]);
        }
        double[][] g = point.state(0, y).covariances();
        double[] means = point.state(0, y).means();
        double[][] pure = point.state(0, point.start(means)).covariances();
        for (Site site : layout.sites()) {
            if (!site.isSpin() || site.isLongitudinal()) continue;
            double[] row = new double[n];
            double excess = 0;
            for (int c = 0; c < 3; c++) {
                int i = site.letter() + c;
                double square = site.factor(c) * site.factor(c);
                row[i] = 2 * means[i] / square;
                excess += (g[i][i] - pure[i][i]) / square;
            }
            rows.add(row);
            right.add(-excess);
        }
        double[] b = right.stream().mapToDouble(Double::doubleValue).toArray();
        double[] mu = new SingularValueDecomposition(new Array2DRowRealMatrix(rows.toArray(double[][]::new), false))
                .getSolver()
                .solve(new ArrayRealVector(b, false))
                .toArray();
        for (int i = 0; i < n; i++) y[layout.shift(i)] = mu[i];
    }

    private static double[] rates(FluctuationPoint point, double[] y) {
        double[] all = new double[y.length];
        point.system().derivatives(0, y, all);
        return Arrays.copyOfRange(
                all,
                point.layout().shift(0),
                point.layout().shift(point.layout().means()));
    }
}
