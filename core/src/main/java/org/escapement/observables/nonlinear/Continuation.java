package org.escapement.observables.nonlinear;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.escapement.model.ModelException;
import org.escapement.observables.Accuracy;

/**
 * Follows solutions over one parameter: fixed points by pseudo-arclength steps, which pass folds; periodic orbits by steps
 * in the parameter itself, which end at folds. Steps grow and shrink with success. Immutable; settings are changed by
 * methods that return a changed copy.
 *
 * @param family the equations
 * @param point values of the other parameters
 * @param parameter the one to vary
 * @param from lower end of its range
 * @param to upper end of its range
 * @param step first step
 * @param largest largest step
 * @param smallest smallest step
 * @param mostPoints largest number of points
 * @param region states that make sense
 * @param accuracy of the integrations of orbits
 */
public record Continuation(
        FlowFamily family,
        Map<String, Double> point,
        String parameter,
        double from,
        double to,
        double step,
        double largest,
        double smallest,
        int mostPoints,
        Predicate<double[]> region,
        Accuracy accuracy) {

    public Continuation {
        point = Map.copyOf(point);
        if (!(from < to)) throw new IllegalArgumentException("need a range, got " + from + " to " + to);
    }

    /** First step a hundredth and largest step a twentieth of the range; smallest step 1e-7 of it. */
    public static Continuation of(
            FlowFamily family, Map<String, Double> point, String parameter, double from, double to) {
        double range = to - from;
        Accuracy fine = Accuracy.fine().withTolerances(1e-12, 1e-12);
        return new Continuation(
                family, point, parameter, from, to, range / 100, range / 20, range * 1e-7, 500, y -> true, fine);
    }

    public Continuation steps(double first, double most, double least) {
        return new Continuation(family, point, parameter, from, to, first, most, least, mostPoints, region, accuracy);
    }

    public Continuation mostPoints(int count) {
        return new Continuation(family, point, parameter, from, to, step, largest, smallest, count, region, accuracy);
    }

    public Continuation region(Predicate<double[]> sensible) {
        return new Continuation(
                family, point, parameter, from, to, step, largest, smallest, mostPoints, sensible, accuracy);
    }

    /** The branch of fixed points through the one near a state at the parameter value of {@link #point()}. */
    public Branch<FixedPoint> fixedPoints(double[] start, boolean upward) {
        return new FixedPointBranch(this).follow(start, upward);
    }

    /** The branch of orbits from one at the parameter value of {@link #point()}. */
    public Branch<PeriodicOrbit> orbits(PeriodicOrbit start, boolean upward) {
        return new OrbitBranch(this).follow(start, upward);
    }

    double start() {
        Double value = point.get(parameter);
        if (value == null) throw new ModelException("say where to start: '" + parameter + "' has no value");
        return value;
    }

    /** The flow at a value of the parameter, if the equations make sense there. */
    Optional<Flow> at(double value) {
        Map<String, Double> there = new HashMap<>(point);
        there.put(parameter, value);
        try {
            return Optional.of(family.at(there));
        } catch (ModelException | ArithmeticException nothing) {
            return Optional.empty();
        }
    }

    boolean inRange(double value) {
        return value >= from && value <= to;
    }

    static <S> Branch<S> ended(
            List<Branch.Point<S>> points, List<Branch.Event> events, Branch.Ending ending, String why) {
        return new Branch<>(points, events, ending, why);
    }
}
