package org.escapement.dynamics.response;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.escapement.model.network.NetworkBath;
import org.escapement.numerics.linear.Complex;

/**
 * Damped normal modes of a network's oscillators: each pole w_j = frequency - i linewidth/2 is a mode that rings at its
 * frequency and decays in amplitude at half its linewidth; overdamped modes have frequency 0. Stateless.
 */
public final class NormalModes {

    private static final int GRID = 400;
    private static final int STEPS = 200;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private NormalModes() {}

    /**
     * One mode.
     *
     * @param frequency at which it rings, 0 when overdamped
     * @param linewidth full width at half maximum of its line, twice the decay rate of the amplitude
     */
    public record Mode(double frequency, double linewidth) {}

    /** A maximum of the dissipative response. */
    public record Peak(Estimated frequency, Estimated height) {}

    /** All modes with frequency >= 0 by ascending frequency, then linewidth. */
    public static List<Mode> of(Resonances resonances) {
        List<Mode> modes = new ArrayList<>();
        for (Complex z : resonances.poles()) if (z.re() >= 0) modes.add(new Mode(z.re(), -2 * z.im()));
        modes.sort(Comparator.comparingDouble(Mode::frequency).thenComparingDouble(Mode::linewidth));
        return modes;
    }

    /** Poles by real part rounded to nine decimals, then by imaginary part, both ascending. */
    public static List<Complex> sorted(Resonances resonances) {
        List<Complex> poles = new ArrayList<>(resonances.poles());
        poles.sort(Comparator.<Complex>comparingDouble(z -> Math.rint(z.re() * 1e9))
                .thenComparingDouble(Complex::im));
        return poles;
    }

    /** Largest eigenvalue of the dissipative response chi''(w); with one bath it is the only one that is not 0. */
    public static double absorption(NetworkResponse response, double w) {
        double sum = 0;
        Complex[][] u = response.answers(w);
        if (u.length == 1) {
            NetworkBath bath = response.baths().getFirst();
            for (Complex z : u[0]) sum += z.modulusSquared();
            return sum * bath.density().at(w);
        }
        int n = response.size();
        Complex[][] chi = response.susceptibility(w);
        double[] x = new double[n];
        java.util.Arrays.setAll(x, l -> 1 + 0.1 * l);
        double value = 0;
        for (int step = 0; step < STEPS; step++) {
            double[] next = new double[n];
            for (int l = 0; l < n; l++) for (int k = 0; k < n; k++) next[l] += chi[l][k].im() * x[k];
            value = Math.sqrt(java.util.Arrays.stream(next).map(v -> v * v).sum());
            if (value == 0) return 0;
            for (int l = 0; l < n; l++) x[l] = next[l] / value;
        }
        return value;
    }

    /** The highest maximum of {@link #absorption} between two frequencies, by grid and golden section. */
    public static Peak peak(NetworkResponse response, double from, double to) {
        double best = from;
        double spacing = (to - from) / GRID;
        double top = Double.NEGATIVE_INFINITY;
        List<Double> candidates = new ArrayList<>();
        for (int i = 0; i <= GRID; i++) candidates.add(from + i * spacing);
        // A line may be narrower than the grid: its own frequency is tried as well.
        for (Complex z : Resonances.of(response).poles()) {
            if (z.re() > from && z.re() < to) candidates.add(z.re());
        }
        candidates.sort(Comparator.naturalOrder());
        int chosen = 0;
        for (int i = 0; i < candidates.size(); i++) {
            double height = absorption(response, candidates.get(i));
            if (height > top) {
                top = height;
                chosen = i;
            }
        }
        double a = candidates.get(Math.max(0, chosen - 1));
        double b = candidates.get(Math.min(candidates.size() - 1, chosen + 1));
        for (int step = 0; step < STEPS && b - a > 1e-16 * Math.abs(b); step++) {
            double left = b - GOLDEN * (b - a);
            double right = a + GOLDEN * (b - a);
            if (absorption(response, left) >= absorption(response, right)) b = right;
            else a = left;
        }
        best = a + (b - a) / 2;
        // At a maximum the position is known to the square root of the rounding of the height.
        return new Peak(
                new Estimated(best, 1e-8 * Math.abs(best)), new Estimated(absorption(response, best), 1e-14 * top));
    }
}
