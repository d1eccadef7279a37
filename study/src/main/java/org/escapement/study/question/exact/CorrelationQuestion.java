package org.escapement.study.question.exact;

import java.util.List;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Word;
import org.escapement.dynamics.exact.DensityMatrix;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.expression.Expression;
import org.escapement.model.ModelException;
import org.escapement.observables.Accuracy;
import org.escapement.observables.Measure;
import org.escapement.observables.Measurement;
import org.escapement.observables.Outcome;
import org.escapement.observables.means.ExactRunner;
import org.escapement.observables.means.LinearQuantity;
import org.escapement.study.question.OwnAxis;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * The symmetrised correlation Re⟨δa(t) δb(0)⟩ in the stationary state, by regression: (bρ + ρb)/2 evolves like a state.
 *
 * @param a sum of means, later
 * @param b sum of means, earlier
 * @param list whether the times are an axis
 */
record CorrelationQuestion(Expression a, Expression b, List<Double> times, boolean list) implements Question {

    /** Ten times wider tolerances give the error. */
    private static final double COARSER = 10;

    CorrelationQuestion {
        times = List.copyOf(times);
    }

    @Override
    public Reply answer(Point point) {
        double[] values = at(point, point.accuracy());
        Accuracy fine = point.accuracy();
        Accuracy coarse = fine.withTolerances(COARSER * fine.relative(), COARSER * fine.absolute());
        return new Reply(values, () -> difference(values, at(point, coarse)));
    }

    private double[] at(Point point, Accuracy accuracy) {
        ExactSystem system = ExactPoint.system(point);
        DensityMatrix state = ExactPoint.steady(point).state();
        Operator later = LinearQuantity.of(system.model(), a);
        Operator earlier = LinearQuantity.of(system.model(), b);
        double square = state.expectation(later) * state.expectation(earlier);
        double[] product = evolved(system, state.symmetrisedProduct(earlier), accuracy);
        for (int k = 0; k < product.length; k++) product[k] -= square;
        return product;
    }

    /** Tr(a X(t)), where the constant part of a counts with the trace of X. */
    private double[] evolved(ExactSystem system, DensityMatrix start, Accuracy accuracy) {
        Measurement series = new Measurement("a", a, new Measure.Series(times));
        Outcome found = new ExactRunner(system, List.of(series)).run(start, new double[0], accuracy);
        if (!found.ok()) throw new ModelException("the correlation was not followed to its end: " + found.message());
        Operator later = LinearQuantity.of(system.model(), a);
        double constant = system.numbers().real(later.coefficient(Word.IDENTITY));
        double missing = constant * (start.trace() - 1);
        double[] values = found.values().getFirst().clone();
        for (int k = 0; k < values.length; k++) values[k] += missing;
        return values;
    }

    private static double difference(double[] x, double[] y) {
        double largest = 0;
        for (int i = 0; i < x.length; i++) largest = Math.max(largest, Math.abs(x[i] - y[i]));
        return largest;
    }

    @Override
    public List<OwnAxis> axes() {
        return list ? List.of(new OwnAxis("after", times, "time between the two", "$t$")) : List.of();
    }

    @Override
    public String level() {
        return ExactPoint.LEVEL;
    }

    @Override
    public boolean isLaborious() {
        return true;
    }

    @Override
    public String meaning() {
        return "correlation between two times in the stationary state";
    }
}
