package org.escapement.observables.means;

import java.util.ArrayList;
import java.util.List;
import org.escapement.algebra.Symbol;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.trajectory.JumpProcess;
import org.escapement.dynamics.trajectory.QuantumTrajectory;
import org.escapement.dynamics.trajectory.TrajectoryIntegrator;
import org.escapement.expression.Evaluation;
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
    private final List<Expression> quantities = new ArrayList<>();
    private final List<Sparse> operators;
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
        ExactWords words = new ExactWords(system.numbers());
        QuantityCompiler compiler = new QuantityCompiler(words);
        for (Expression q : asked) {
            Expression compiled = compiler.compile(q);
            boolean ofMatrix = compiled.symbols().stream().anyMatch(s -> s.startsWith("state#"));
            if (ofMatrix)
                throw new ModelException("'" + q.text() + "' needs the density matrix: use the level \"exact\"");
            quantities.add(compiled);
        }
        ExactRunner.requireNoTime(compiler);
        this.operators = words.operators().stream().map(system::matrix).toList();
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
     * @throws ModelException when a mode reaches its cut-off
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
            throw new ModelException("the highest Fock state has a population of " + top + " at t = " + to
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
            double mean = mean(counts);
            double square = 0;
            for (double c : counts) square += (c - mean) * (c - mean);
            all.add(new Statistic(mean, Math.sqrt(square / counts.length / (counts.length - 1))));
        }
        return all;
    }

    /** The quantities now; errors by leaving out one trajectory at a time. */
    public List<Statistic> values() {
        int count = trajectories.size();
        double[][] single = new double[operators.size()][];
        double[] mean = new double[operators.size()];
        for (int o = 0; o < operators.size(); o++) {
            Sparse operator = operators.get(o);
            single[o] = trajectories.stream().mapToDouble(t -> t.mean(operator)).toArray();
            mean[o] = mean(single[o]);
        }
        List<Statistic> all = new ArrayList<>();
        for (Expression q : quantities) {
            double[] without = new double[count];
            double[] rest = new double[mean.length];
            for (int k = 0; k < count; k++) {
                for (int o = 0; o < rest.length; o++) rest[o] = mean[o] + (mean[o] - single[o][k]) / (count - 1);
                without[k] = value(q, rest);
            }
            double centre = mean(without);
            double square = 0;
            for (double w : without) square += (w - centre) * (w - centre);
            all.add(new Statistic(value(q, mean), Math.sqrt(square * (count - 1) / count)));
        }
        return all;
    }

    private double value(Expression q, double[] means) {
        return Evaluation.of(q, name -> {
            int index = ExactWords.indexOf(name);
            if (index >= 0) return means[index];
            return system.numbers().value(Symbol.parameter(name), n -> {
                if (n.equals("t")) return time;
                throw new ModelException("'" + n + "' has no value along trajectories");
            });
        });
    }

    private static double mean(double[] x) {
        double sum = 0;
        for (double v : x) sum += v;
        return sum / x.length;
    }
}
