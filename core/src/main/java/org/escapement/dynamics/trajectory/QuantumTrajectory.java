package org.escapement.dynamics.trajectory;

import org.escapement.numerics.krylov.Scalars;
import org.escapement.numerics.linear.Sparse;
import org.escapement.numerics.random.RandomStream;

/**
 * One realisation of a jump process: a normalised state and the random number that says when it jumps next. Its random
 * numbers depend on the seed, its index and how many it has drawn, not on when it is looked at. Not thread-safe.
 */
public final class QuantumTrajectory {

    private final JumpProcess process;
    private final long seed;
    private final long index;
    private final long[] jumps;
    private final double[] psi;
    private long drawn;
    private double time;
    private double threshold;

    /**
     * Begins at t = 0.
     *
     * @param seed of the whole ensemble of trajectories
     * @param index of this one
     */
    public QuantumTrajectory(JumpProcess process, long seed, long index) {
        this.process = process;
        this.seed = seed;
        this.index = index;
        this.jumps = new long[process.jumpNames().size()];
        this.psi = process.start();
        this.threshold = Math.log(draw());
    }

    /** A random number in (0, 1]. */
    double draw() {
        return 1 - RandomStream.uniform(seed, index, drawn++);
    }

    public JumpProcess process() {
        return process;
    }

    public double time() {
        return time;
    }

    /** How often each jump has occurred. */
    public long[] jumps() {
        return jumps.clone();
    }

    /** The state, normalised, its common phase arbitrary; imaginary parts behind the real ones where there are any. */
    public double[] state() {
        return psi.clone();
    }

    double[] psi() {
        return psi;
    }

    /** ln of the squared norm that is left when the next jump falls, counted from the present state. */
    double threshold() {
        return threshold;
    }

    /** Takes a state without a jump on the way; ln of its squared norm is given. */
    void drifted(double[] state, double logNorm, double now) {
        take(state);
        threshold -= logNorm;
        time = now;
    }

    /** Takes the state after a jump. */
    void jumped(double[] state, int jump, double now) {
        take(state);
        jumps[jump]++;
        time = now;
        threshold = Math.log(draw());
    }

    private void take(double[] state) {
        System.arraycopy(state, 0, psi, 0, psi.length);
        Scalars.scale(psi, 1 / Scalars.norm(psi));
    }

    /** Probability that a mode is in its highest Fock state. */
    public double atCutOff() {
        return process.atCutOff(psi);
    }

    /** <psi|O|psi> of a Hermitian matrix in the gauge of the system. */
    public double mean(Sparse o) {
        int d = process.dimension();
        double sum = 0;
        for (int r = 0; r < d; r++) {
            for (int k = o.start()[r]; k < o.start()[r + 1]; k++) {
                int c = o.column()[k];
                double re = psi[r] * psi[c];
                double im = 0;
                if (!process.isReal()) {
                    re += psi[d + r] * psi[d + c];
                    im = psi[r] * psi[d + c] - psi[d + r] * psi[c];
                }
                sum += o.re()[k] * re - o.im()[k] * im;
            }
        }
        return sum;
    }
}
