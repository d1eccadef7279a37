package org.escapement.observables.means;

import java.util.ArrayList;
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
 * Quantities averaged over quantum trajectories, each with its standard error: estimates of what the density matrix would
 * give, at the cost of states instead of matrices. Not thread-safe.
 */
public final class TrajectoryEnsemble {

    /** Error of the state in one step; far below the spread of trajectories. */
    private static final double TOLERANCE = 1e-7;

    /** A mean over trajectories and the standard deviation of that mean. */
    public record Statistic(double value, double standardError) {}

    private final ExactSystem system;
    private final TrajectoryQuantities quantities;
    private final List<QuantumTrajectory> trajectories = new ArrayList<>();
    private final TrajectoryIntegrator integrator;
    private double time;

    /**
     * An ensemble at t = 0.
     *
     * @param asked quantities of the model at one time
     * @param count number of trajectories, at least 2
     * @param seed equal seeds give equal trajectories
     * @throws ModelException when a quantity needs more than the state at one time
     */
    public TrajectoryEnsemble(ExactSystem system, InitialState start, List<Expression> asked, int count, long seed) {
        if (count < 2) throw new ModelException("a standard error needs at least 2 trajectories, not " + count);
        this.system = system;
        this.quantities = new TrajectoryQuantities(system, asked);
        JumpProcess process = new JumpProcess(system, start);
        this.integrator = new TrajectoryIntegrator(process, TOLERANCE);
        for (int k = 0; k < count; k++) trajectories.add(new QuantumTrajectory(process, seed, k));
    }

    public double time() {
        return time;
    }

    /**
     * Carries all trajectories on to a time, not before the present one.
     *
     * @throws CutOffException when a mode reaches its cut-off
     */
    public void advance(double to) {
        if (to < time) throw new IllegalArgumentException("trajectories are at t = " + time + ", after " + to);
        double top = 0;
        for (QuantumTrajectory t : trajectories) {
            integrator.advance(t, to);
            top += t.atCutOff() / trajectories.size();
        }
        time = to;
        if (top > system.options().topPopulation()) {
            throw new CutOffException("the highest Fock state has a population of " + top + " at t = " + to
                    + ", more than the accepted " + system.options().topPopulation() + ": raise the cut-off "
                    + system.options().cutOffs());
        }
    }

    /** How often the jumps of each kind have occurred per trajectory, in the model's order. */
    public List<Statistic> jumps() {
        List<Statistic> all = new ArrayList<>();
        for (int k = 0; k < trajectories.getFirst().process().jumpNames().size(); k++) {
            int jump = k;
            double[] counts =
                    trajectories.stream().mapToDouble(t -> t.jumps()[jump]).toArray();
            double mean = TrajectoryQuantities.mean(counts, counts.length);
            double square = 0;
            for (double c : counts) square += (c - mean) * (c - mean);
            all.add(new Statistic(mean, Math.sqrt(square / counts.length / (counts.length - 1))));
        }
        return all;
    }

    /** The quantities now; errors by leaving out one trajectory at a time. */
    public List<Statistic> values() {
        List<Sparse> operators = quantities.operators();
        double[][] single = new double[operators.size()][];
        for (int o = 0; o < single.length; o++) {
            Sparse operator = operators.get(o);
            single[o] = trajectories.stream().mapToDouble(t -> t.mean(operator)).toArray();
        }
        List<Statistic> all = new ArrayList<>();
        for (int q = 0; q < quantities.count(); q++) {
            all.add(quantities.statistic(q, single, trajectories.size(), time));
        }
        return all;
    }
}
