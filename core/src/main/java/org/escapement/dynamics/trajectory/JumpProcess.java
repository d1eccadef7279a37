package org.escapement.dynamics.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.exact.StartStates;
import org.escapement.model.InitialState;
import org.escapement.model.JumpOperator;
import org.escapement.numerics.krylov.Scalars;
import org.escapement.numerics.linear.Diagonals;
import org.escapement.numerics.linear.Sparse;

/**
 * The master equation as a random process of pure states, d psi/dt = K psi with K = -iH - sum_k rate_k L_k†L_k/2,
 * interrupted by jumps psi -> L_k psi that occur at the rate rate_k |L_k psi|^2 (Dalibard, Castin and Mølmer 1992). Each
 * jump of the model is one that is observed. Real matrices in the gauge and a real start keep the states real. Immutable
 * and safe to share.
 */
public final class JumpProcess {

    /** One kind of jump: the matrix with the root of its rate, in the model's order. */
    private record Channel(String name, Matrix matrix) {}

    /** A matrix that is applied to states. */
    private record Matrix(Sparse entries, Diagonals diagonals) {
        static Matrix of(Sparse entries, boolean real) {
            return new Matrix(entries, real ? Diagonals.of(entries) : null);
        }
    }

    private final int dimension;
    private final boolean real;
    private final Matrix drift;
    private final List<Channel> channels = new ArrayList<>();
    private final double[] start;
    private final boolean[] atCutOff;

    /**
     * Builds the process.
     *
     * @throws NotApplicableException for numbers that change in time and for jumps of single atoms, whose states are not
     *     pure in the basis of the ensembles
     */
    public JumpProcess(ExactSystem system, InitialState from) {
        if (!system.isAutonomous()) {
            throw new NotApplicableException(
                    "trajectories need numbers that do not change in time: use the level \"exact\" for classical oscillators");
        }
        this.dimension = system.dimension();
        this.atCutOff = system.atCutOff();
        Sparse k = system.matrix(system.model().totalHamiltonian()).times(0, -1);
        List<Sparse> jumps = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (JumpOperator jump : system.model().jumps()) {
            double rate = system.numbers().real(jump.rate());
            if (rate == 0) continue;
            if (jump.scope() == JumpOperator.Scope.INDIVIDUAL) {
                throw new NotApplicableException("the jump '" + jump.name()
                        + "' acts on single atoms: trajectories of whole ensembles do not know which; use the level"
                        + " \"exact\"");
            }
            Sparse l = withoutCommonPhase(system.matrix(jump.operator())).times(Math.sqrt(rate), 0);
            jumps.add(l);
            names.add(jump.name());
            k = k.plus(l.adjoint().times(l).times(-0.5, 0));
        }
        double[][] amplitudes = new StartStates(system).amplitudes(from);
        boolean allReal = k.isReal() && jumps.stream().allMatch(Sparse::isReal);
        for (double y : amplitudes[1]) allReal &= y == 0;
        this.real = allReal;
        this.drift = Matrix.of(k, real);
        for (int j = 0; j < jumps.size(); j++) channels.add(new Channel(names.get(j), Matrix.of(jumps.get(j), real)));
        this.start = new double[real ? dimension : 2 * dimension];
        System.arraycopy(amplitudes[0], 0, start, 0, dimension);
        if (!real) System.arraycopy(amplitudes[1], 0, start, dimension, dimension);
        Scalars.scale(start, 1 / Scalars.norm(start));
    }

    /** The phase of a jump does not matter. */
    private static Sparse withoutCommonPhase(Sparse l) {
        Sparse turned = l.times(0, -1);
        return !l.isReal() && turned.isReal() ? turned : l;
    }

    public int dimension() {
        return dimension;
    }

    /** Whether states are real. */
    public boolean isReal() {
        return real;
    }

    /** Length of the arrays that hold states. */
    int length() {
        return start.length;
    }

    /** Names of the jumps, by the index under which they are counted. */
    public List<String> jumpNames() {
        return channels.stream().map(Channel::name).toList();
    }

    /** Weight of a state on basis states at the cut-off of a mode. */
    double atCutOff(double[] psi) {
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            if (!atCutOff[i]) continue;
            sum += psi[i] * psi[i];
            if (!real) sum += psi[dimension + i] * psi[dimension + i];
        }
        return sum;
    }

    /** The state at t = 0; imaginary parts behind the real ones where there are any. */
    double[] start() {
        return start.clone();
    }

    /** y := K x. */
    void drift(double[] x, double[] y) {
        apply(drift, x, y);
    }

    /** y := sqrt(rate) L x. */
    void jump(int channel, double[] x, double[] y) {
        apply(channels.get(channel).matrix, x, y);
    }

    private void apply(Matrix m, double[] x, double[] y) {
        if (real) {
            Arrays.fill(y, 0);
            m.diagonals.addTimesAdjoint(x, 0, y, 0);
        } else {
            m.entries.multiply(x, y, dimension);
        }
    }
}
