package org.escapement.observables.means;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.escapement.dynamics.CutOffException;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.trajectory.JumpProcess;
import org.escapement.dynamics.trajectory.QuantumTrajectory;
import org.escapement.dynamics.trajectory.TrajectoryIntegrator;
import org.escapement.expression.Expression;
import org.escapement.model.InitialState;
import org.escapement.model.ModelException;
import org.escapement.numerics.linear.Sparse;

/**
 * Quantities at given times averaged over as many quantum trajectories as are needed. Trajectories are added one after the
 * other, each determined by the seed and its place, so that more of them refine what fewer gave. Not thread-safe.
 */
public final class TrajectoryAverages {

    /** Error of the state in one step; far below the spread of trajectories. */
    private static final double TOLERANCE = 1e-7;
    /** A spread is known well enough from this many to say how many more are needed. */
    private static final int FIRST = 64;

    private final ExactSystem system;
    private final TrajectoryQuantities quantities;
    private final JumpProcess process;
    private final TrajectoryIntegrator integrator;
    private final double[] times;
    private final long seed;
    private final double[] top;
    /** Means of each operator at each time in each trajectory, [time][operator][trajectory]. */
    private final double[][][] single;

    private int count;

    /**
     * None yet.
     *
     * @param asked quantities of the model at one time
     * @param times ascending, from 0 on
     * @param seed equal seeds give equal trajectories
     * @throws ModelException when a quantity needs more than the state at one time
     */
    public TrajectoryAverages(
            ExactSystem system, InitialState start, List<Expression> asked, double[] times, long seed) {
        this.system = system;
        this.quantities = new TrajectoryQuantities(system, asked);
        this.process = new JumpProcess(system, start);
        this.integrator = new TrajectoryIntegrator(process, TOLERANCE);
        this.times = times.clone();
        this.seed = seed;
        this.top = new double[times.length];
        this.single = new double[times.length][quantities.operators().size()][0];
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /**
     * Adds trajectories until there are as many as asked for.
     *
     * @throws CutOffException when a mode reaches its cut-off
     */
    public void reach(int number) {
        for (double[][] at : single) {
            for (int o = 0; o < at.length; o++) at[o] = Arrays.copyOf(at[o], Math.max(number, count));
        }
        while (count < number) add();
        requireCutOff();
    }

    private void add() {
        QuantumTrajectory t = new QuantumTrajectory(process, seed, count);
        for (int k = 0; k < times.length; k++) {
            integrator.advance(t, times[k]);
            top[k] += t.atCutOff();
            List<Sparse> operators = quantities.operators();
            for (int o = 0; o < operators.size(); o++) single[k][o][count] = t.mean(operators.get(o));
        }
        count++;
    }

    private void requireCutOff() {
        double worst = Arrays.stream(top).max().orElse(0) / count;
        if (worst > system.options().topPopulation()) {
            throw new CutOffException(
                    "the highest Fock state has a population of " + worst + ", more than the accepted "
                            + system.options().topPopulation() + ": raise the cut-off "
                            + system.options().cutOffs());
        }
    }

    /**
     * Adds trajectories until the standard errors of a quantity at all times are as small as asked for.
     *
     * @param most more are not run
     * @throws ModelException when they would not be enough
     */
    public void reach(double standardError, int quantity, int most) {
        int next = Math.min(FIRST, most);
        while (true) {
            reach(next);
            double worst = values(quantity).stream()
                    .mapToDouble(TrajectoryEnsemble.Statistic::standardError)
                    .max()
                    .orElse(0);
            if (worst <= standardError) return;
            double needed = Math.ceil(1.05 * count * Math.pow(worst / standardError, 2));
            if (needed > most) {
                throw new ModelException("a standard error of " + standardError + " needs about " + (long) needed
                        + " trajectories, more than the " + most + " allowed: raise 'at most' or the error");
            }
            next = (int) Math.max(needed, count + 1);
        }
    }

    /** A quantity, by its place among those asked, at each time with its standard error. */
    public List<TrajectoryEnsemble.Statistic> values(int quantity) {
        if (count < 2) throw new ModelException("a standard error needs at least 2 trajectories, not " + count);
        List<TrajectoryEnsemble.Statistic> all = new ArrayList<>();
        for (int k = 0; k < times.length; k++) all.add(quantities.statistic(quantity, single[k], count, times[k]));
        return all;
    }
}
