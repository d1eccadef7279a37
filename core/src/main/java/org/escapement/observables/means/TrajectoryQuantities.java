package org.escapement.observables.means;

import java.util.ArrayList;
import java.util.List;
import org.escapement.algebra.Symbol;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.model.ModelException;
import org.escapement.numerics.linear.Sparse;

/** Quantities at one time as functions of means of operators over quantum trajectories. Immutable after construction. */
final class TrajectoryQuantities {

    private final ExactSystem system;
    private final List<Expression> quantities = new ArrayList<>();
    private final List<Sparse> operators;

    /**
     * Compiles quantities.
     *
     * @throws ModelException when one needs more than the state at one time, or the density matrix itself
     */
    TrajectoryQuantities(ExactSystem system, List<Expression> asked) {
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
    }

    /** Matrices of the operators whose means are needed. */
    List<Sparse> operators() {
        return operators;
    }

    /** How many quantities. */
    int count() {
        return quantities.size();
    }

    /**
     * A quantity at a time; its error by leaving out one trajectory at a time.
     *
     * @param single means of each operator in each trajectory, [operator][trajectory]
     * @param count number of trajectories
     */
    TrajectoryEnsemble.Statistic statistic(int quantity, double[][] single, int count, double time) {
        Expression q = quantities.get(quantity);
        double[] mean = new double[single.length];
        for (int o = 0; o < mean.length; o++) mean[o] = mean(single[o], count);
        double[] without = new double[count];
        double[] rest = new double[mean.length];
        for (int k = 0; k < count; k++) {
            for (int o = 0; o < rest.length; o++) rest[o] = mean[o] + (mean[o] - single[o][k]) / (count - 1);
            without[k] = value(q, rest, time);
        }
        double centre = mean(without, count);
        double square = 0;
        for (double w : without) square += (w - centre) * (w - centre);
        double error = Math.sqrt(square * (count - 1) / count);
        return new TrajectoryEnsemble.Statistic(value(q, mean, time), error);
    }

    private double value(Expression q, double[] means, double time) {
        return Evaluation.of(q, name -> {
            int index = ExactWords.indexOf(name);
            if (index >= 0) return means[index];
            return system.numbers().value(Symbol.parameter(name), n -> {
                if (n.equals("t")) return time;
                throw new ModelException("'" + n + "' has no value along trajectories");
            });
        });
    }

    static double mean(double[] x, int count) {
        double sum = 0;
        for (int k = 0; k < count; k++) sum += x[k];
        return sum / count;
    }
}
