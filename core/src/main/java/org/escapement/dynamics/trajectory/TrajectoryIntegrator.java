package org.escapement.dynamics.trajectory;

import org.escapement.numerics.krylov.Scalars;

/**
 * Carries trajectories on in time. Between jumps the state is a Taylor series of exp(Kt), taken around the mean of K so
 * that few terms are needed; the next jump falls where the squared norm equals the trajectory's random number. Not
 * thread-safe: it holds the terms of the series.
 */
public final class TrajectoryIntegrator {

    private static final int MOST_TERMS = 40;
    /** Largest size of a term of the series relative to the state: larger ones would cancel and lose digits. */
    private static final double LARGEST_TERM = 30;
    /** How much longer than the expected waiting time a step is. */
    private static final double AHEAD = 1.2;

    private final JumpProcess process;
    private final double tolerance;
    private final int n;
    private final double[][] terms = new double[MOST_TERMS + 1][];
    private final double[] work;
    private final double[] trial;
    private int used;
    private double shiftRe;
    private double shiftIm;

    /**
     * An integrator for trajectories of one process.
     *
     * @param tolerance largest error of the state in one step, relative to its norm
     */
    public TrajectoryIntegrator(JumpProcess process, double tolerance) {
        this.process = process;
        this.tolerance = tolerance;
        this.n = process.length();
        this.work = new double[n];
        this.trial = new double[n];
    }

    /** Goes on to a later time. */
    public void advance(QuantumTrajectory trajectory, double to) {
        while (trajectory.time() < to) {
            double time = trajectory.time();
            double rate = begin(trajectory.psi());
            double waiting = rate > 0 ? -trajectory.threshold() / rate : Double.POSITIVE_INFINITY;
            double h = expand(Math.min(AHEAD * waiting, to - time));
            double left = state(h, 1);
            if (left > trajectory.threshold()) {
                trajectory.drifted(trial, left, h == to - time ? to : time + h);
            } else {
                double fraction = locate(h, left, trajectory.threshold());
                jump(trajectory, time + h * fraction);
            }
        }
    }

    /** Starts the series; returns the total rate of jumps. */
    private double begin(double[] psi) {
        if (terms[0] == null) terms[0] = new double[n];
        System.arraycopy(psi, 0, terms[0], 0, n);
        process.drift(psi, work);
        shiftRe = Scalars.real(psi, work);
        shiftIm = process.isReal() ? 0 : Scalars.COMPLEX.imaginary(psi, work);
        used = 0;
        return -2 * shiftRe;
    }

    /** Adds terms (K - shift)^k h^k psi / k! until they are negligible; returns h, shortened where they grow. */
    private double expand(double wished) {
        double h = wished;
        double size = next(h, false);
        while (size > tolerance) {
            if (size > LARGEST_TERM) {
                h = shorten(h, 0.5 * Math.pow(LARGEST_TERM / size, 1.0 / used));
            } else if (used == MOST_TERMS) {
                h = shorten(h, Math.pow(0.1 * tolerance / size, 1.0 / MOST_TERMS));
                break;
            }
            size = next(h, true);
        }
        return h;
    }

    /** The next term and its size; K times the last one may be known already. */
    private double next(double h, boolean apply) {
        double[] last = terms[used];
        used++;
        if (terms[used] == null) terms[used] = new double[n];
        double[] term = terms[used];
        if (apply) process.drift(last, term);
        else System.arraycopy(work, 0, term, 0, n);
        double factor = h / used;
        if (process.isReal()) {
            for (int i = 0; i < n; i++) term[i] = factor * (term[i] - shiftRe * last[i]);
        } else {
            Scalars.COMPLEX.add(term, -shiftRe, -shiftIm, last);
            Scalars.scale(term, factor);
        }
        return Scalars.norm(term);
    }

    /** Rescales the series to a shorter time. */
    private double shorten(double h, double factor) {
        double power = 1;
        for (int k = 1; k <= used; k++) {
            power *= factor;
            Scalars.scale(terms[k], power);
        }
        return h * factor;
    }

    /** The state after a fraction of h into {@code trial}, up to a factor; returns ln of its squared norm. */
    private double state(double h, double fraction) {
        System.arraycopy(terms[used], 0, trial, 0, n);
        for (int k = used - 1; k >= 0; k--) {
            double[] term = terms[k];
            for (int i = 0; i < n; i++) trial[i] = Math.fma(fraction, trial[i], term[i]);
        }
        return 2 * (shiftRe * h * fraction + Math.log(Scalars.norm(trial)));
    }

    /** The fraction of h at which the norm has fallen to the threshold; leaves the state there in {@code trial}. */
    private double locate(double h, double end, double threshold) {
        double a = 0;
        double b = 1;
        double fa = -threshold;
        double fb = end - threshold;
        for (int k = 0; ; k++) {
            double c = k % 4 == 3 || fa == fb ? 0.5 * (a + b) : a + (b - a) * fa / (fa - fb);
            double f = state(h, c) - threshold;
            if (Math.abs(f) <= tolerance || b - a < 1e-15) return c;
            if (f > 0) {
                a = c;
                fa = f;
            } else {
                b = c;
                fb = f;
            }
        }
    }

    /** One of the jumps of the state in {@code trial}, in proportion to its rate. */
    private void jump(QuantumTrajectory trajectory, double now) {
        double[] rates = new double[process.jumpNames().size()];
        double total = 0;
        for (int k = 0; k < rates.length; k++) {
            process.jump(k, trial, work);
            rates[k] = Scalars.real(work, work);
            total += rates[k];
        }
        double left = total * trajectory.draw();
        int chosen = 0;
        while (chosen < rates.length - 1 && left > rates[chosen]) left -= rates[chosen++];
        process.jump(chosen, trial, work);
        trajectory.jumped(work, chosen, now);
    }
}
