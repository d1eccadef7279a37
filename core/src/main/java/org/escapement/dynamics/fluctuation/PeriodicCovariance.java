package org.escapement.dynamics.fluctuation;

import java.util.Arrays;
import java.util.List;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.model.ModelException;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.linear.DenseAlgebra;
import org.escapement.numerics.linear.LyapunovEquation;
import org.escapement.numerics.linear.RealMatrices;
import org.escapement.numerics.ode.OdeIntegrator;
import org.escapement.numerics.ode.OdeOutcome;
import org.escapement.numerics.ode.OdeSystem;
import org.escapement.numerics.ode.Tableau;
import org.escapement.numerics.ode.Tolerances;

/**
 * Fluctuations on an attracting limit cycle (Floquet-Lyapunov). Over one period the coordinates are mapped by M and gather the
 * noise Z. Along the cycle, M v = v with v the velocity of the mean: the phase diffuses freely. Across it fluctuations become
 * periodic, C = P M C Mᵀ Pᵀ + P Z Pᵀ with the projector P = 1 - v lᵀ, Mᵀ l = l, l·v = 1.
 *
 * @param state means, and the covariances across the cycle, at the point of the cycle it was computed for; without the phase's
 *     variance this is no quantum state
 * @param multipliers of M by descending modulus, the neutral one left out
 * @param phaseDiffusion growth rate of the variance of the shift in time along the cycle, times N, [time]
 * @param neutrality how far M v is from v, relative: the accuracy of orbit and integration
 * @param residual largest element that is left of the equation for C
 */
public record PeriodicCovariance(
        FluctuationState state, List<Complex> multipliers, double phaseDiffusion, double neutrality, double residual) {

    private static final double NEUTRAL = 1e-5;

    /**
     * The fluctuations on a cycle.
     *
     * @param means a state on the cycle
     * @param period [time]
     * @throws ModelException when the orbit is not closed or does not attract
     * @throws NotApplicableException for models with classical oscillators, whose motion the fluctuations do not follow
     */
    public static PeriodicCovariance at(FluctuationPoint point, double[] means, double period, Tolerances tolerances) {
        if (!point.equations().model().oscillators().isEmpty()) {
            throw new NotApplicableException("fluctuations on a limit cycle are not derived for classical oscillators");
        }
        StateLayout layout = point.layout();
        int k = layout.coordinates();
        double[] start = point.start(means, new double[layout.letters()][layout.letters()]);
        double[] end = overOnePeriod(point, start, period, tolerances);
        // The frame comes back turned: coordinates at the end are expressed in the frame of the start.
        double[][] back =
                RealMatrices.times(Frames.rows(layout, start), DenseAlgebra.transpose(Frames.columns(layout, end)));
        double[][] map = new double[k][];
        for (int a = 0; a < k; a++) {
            int row = start.length + a * k;
            map[a] = Arrays.copyOfRange(end, row, row + k);
        }
        map = RealMatrices.times(back, map);
        double[][] noise = turned(
                back, point.state(period, Arrays.copyOf(end, start.length)).coordinates());
        double[] v = RealMatrices.times(
                Frames.rows(layout, start), Arrays.copyOf(point.local().rates(0, means), layout.letters()));
        return of(point, start, map, noise, v, period);
    }

    private static PeriodicCovariance of(
            FluctuationPoint point, double[] start, double[][] map, double[][] noise, double[] v, double period) {
        int k = map.length;
        double neutrality = DenseAlgebra.distance(RealMatrices.times(map, v), v) / DenseAlgebra.norm(v);
        if (!(neutrality < NEUTRAL)) {
            throw new ModelException("the orbit does not close: its velocity changes by " + (float) neutrality
                    + " of itself over one period");
        }
        double[] l = DenseAlgebra.nullVector(difference(DenseAlgebra.transpose(map)));
        double scale = RealMatrices.dot(l, v);
        if (!(Math.abs(scale) > NEUTRAL * DenseAlgebra.norm(v))) {
            throw new ModelException("the orbit belongs to a family of closed orbits that drift against one another:"
                    + " fluctuations across it have no stationary size");
        }
        for (int a = 0; a < k; a++) l[a] /= scale;
        double[][] projector = RealMatrices.identity(k);
        for (int a = 0; a < k; a++) RealMatrices.addScaled(projector[a], -v[a], l);
        double[][] across = RealMatrices.times(projector, map);
        List<Complex> multipliers = DenseAlgebra.eigenvalues(across).stream()
                .sorted((x, y) -> Double.compare(y.modulus(), x.modulus()))
                .limit(k - 1)
                .toList();
        if (!multipliers.isEmpty() && !(multipliers.getFirst().modulus() < 1 - NEUTRAL)) {
            throw new ModelException("the orbit does not attract (multiplier of modulus "
                    + (float) multipliers.getFirst().modulus() + "): fluctuations across it have no stationary size");
        }
        LyapunovEquation solved = LyapunovEquation.discrete(across, turned(projector, noise));
        double[] y = start.clone();
        for (int a = 0; a < k; a++) {
            for (int b = a; b < k; b++) y[point.layout().covariance(a, b)] = solved.x()[a][b];
        }
        double diffusion = RealMatrices.dot(l, RealMatrices.times(noise, l)) / period;
        return new PeriodicCovariance(point.state(0, y), multipliers, diffusion, neutrality, solved.residual());
    }

    private static double[][] turned(double[][] a, double[][] x) {
        return RealMatrices.times(a, RealMatrices.times(x, DenseAlgebra.transpose(a)));
    }

    private static double[][] difference(double[][] m) {
        for (int a = 0; a < m.length; a++) m[a][a] -= 1;
        return m;
    }

    /** The state vector and the map of the coordinates after one period. */
    private static double[] overOnePeriod(
            FluctuationPoint point, double[] start, double period, Tolerances tolerances) {
        StateLayout layout = point.layout();
        int k = layout.coordinates();
        OdeSystem flow = point.system();
        OdeSystem extended = new OdeSystem() {
            @Override
            public int dimension() {
                return start.length + k * k;
            }

            @Override
            public void derivatives(double t, double[] y, double[] dydt) {
                double[] own = Arrays.copyOf(y, start.length);
                double[] rates = new double[start.length];
                flow.derivatives(t, own, rates);
                System.arraycopy(rates, 0, dydt, 0, start.length);
                double[] means = point.state(t, own).means();
                double[][] w = Frames.drift(
                        layout,
                        own,
                        point.local().jacobian(t, means),
                        point.local().rates(t, means));
                for (int a = 0; a < k; a++) {
                    double[] row = new double[k];
                    for (int c = 0; c < k; c++) {
                        int from = start.length + c * k;
                        for (int b = 0; b < k; b++) row[b] = Math.fma(w[a][c], y[from + b], row[b]);
                    }
                    System.arraycopy(row, 0, dydt, start.length + a * k, k);
                }
            }
        };
        double[] y = Arrays.copyOf(start, extended.dimension());
        for (int a = 0; a < k; a++) y[start.length + a * k + a] = 1;
        OdeOutcome outcome =
                new OdeIntegrator(extended, Tableau.dormandPrince853(), tolerances).integrate(0, y, period);
        if (!outcome.succeeded()) throw new ModelException("the cycle cannot be integrated: " + outcome);
        return outcome.state();
    }
}
