package org.escapement.observables.nonlinear;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;

/** Where the answer to a question changes. Stateless and thread-safe. */
public final class Boundary {

    private static final int WIDENINGS = 12;

    private Boundary() {}

    /** How a search for a boundary ended. */
    public enum Status {
        FOUND,
        /** The answer stayed open somewhere in the last bracket, which is as narrow as the open answers allow. */
        UNDECIDED_THERE,
        /** The answers at both ends are equal. */
        SAME_ANSWER,
        /** The answer at an end stayed open. */
        UNDECIDED_END
    }

    /**
     * A boundary in one parameter.
     *
     * @param status how the search ended
     * @param value middle of the last bracket, NaN if there is none
     * @param halfWidth half the width of the last bracket
     * @param yesAbove whether the answer is yes above the boundary
     */
    public record Edge(Status status, double value, double halfWidth, boolean yesAbove) {
        public boolean found() {
            return status == Status.FOUND || status == Status.UNDECIDED_THERE;
        }

        /**
         * The value.
         *
         * @throws ArithmeticException if there is none
         */
        public double orElseThrow() {
            if (!found()) throw new ArithmeticException("no boundary: " + status);
            return value;
        }
    }

    /** Halves a bracket until it is narrower than twice the tolerance. */
    public static Edge bisect(DoubleFunction<Decision> question, double from, double to, double tolerance) {
        Decision low = question.apply(from);
        Decision high = question.apply(to);
        if (low == Decision.UNDECIDED || high == Decision.UNDECIDED) return none(Status.UNDECIDED_END);
        if (low == high) return none(Status.SAME_ANSWER);
        return bisect(question, from, to, low, tolerance);
    }

    private static Edge bisect(
            DoubleFunction<Decision> question, double from, double to, Decision low, double tolerance) {
        double a = from;
        double b = to;
        boolean yesAbove = low == Decision.NO == from < to;
        while (Math.abs(b - a) > 2 * tolerance) {
            double middle = a + (b - a) / 2;
            if (middle == a || middle == b) break;
            Decision answer = question.apply(middle);
            if (answer == Decision.UNDECIDED) {
                double first = narrowed(question, a, middle, tolerance);
                double last = narrowed(question, b, middle, tolerance);
                return new Edge(
                        Status.UNDECIDED_THERE, first + (last - first) / 2, Math.abs(last - first) / 2, yesAbove);
            }
            if (answer == low) a = middle;
            else b = middle;
        }
        return new Edge(Status.FOUND, a + (b - a) / 2, Math.abs(b - a) / 2, yesAbove);
    }

    /** The last value on the way from a decided to an undecided one at which the answer is still the same. */
    private static double narrowed(
            DoubleFunction<Decision> question, double decided, double undecided, double tolerance) {
        Decision answer = question.apply(decided);
        double a = decided;
        double b = undecided;
        while (Math.abs(b - a) > tolerance) {
            double middle = a + (b - a) / 2;
            if (middle == a || middle == b) break;
            if (question.apply(middle) == answer) a = middle;
            else b = middle;
        }
        return a;
    }

    private static Edge none(Status status) {
        return new Edge(status, Double.NaN, Double.NaN, false);
    }

    /** A point of a boundary curve: the second parameter at which the answer changes, for a value of the first. */
    public record CurvePoint(double x, Edge edge) {}

    /**
     * Follows a boundary: at each x the bracket is centred on the line through the last two points and widened until the
     * answers at its ends differ. Where that fails the point says so, and the next ones start from the full bracket.
     *
     * @param question answer at (x, y)
     * @param xs values of the first parameter, in the order to be followed
     * @param from lower end of the range of y
     * @param to upper end
     */
    public static List<CurvePoint> follow(
            BiFunction<Double, Double, Decision> question, double[] xs, double from, double to, double tolerance) {
        List<CurvePoint> curve = new ArrayList<>();
        for (double x : xs) {
            DoubleFunction<Decision> here = y -> question.apply(x, y);
            int n = curve.size();
            boolean line = n >= 2
                    && curve.get(n - 1).edge().found()
                    && curve.get(n - 2).edge().found();
            Edge edge = line
                    ? near(here, curve.get(n - 2), curve.get(n - 1), x, from, to, tolerance)
                    : none(Status.SAME_ANSWER);
            curve.add(new CurvePoint(x, edge.found() ? edge : bisect(here, from, to, tolerance)));
        }
        return List.copyOf(curve);
    }

    private static Edge near(
            DoubleFunction<Decision> question,
            CurvePoint before,
            CurvePoint last,
            double x,
            double from,
            double to,
            double tolerance) {
        double slope = (last.edge().value() - before.edge().value()) / (last.x() - before.x());
        double guess = last.edge().value() + slope * (x - last.x());
        double width =
                Math.max(4 * tolerance, 0.1 * Math.abs(guess - last.edge().value()));
        for (int i = 0; i < WIDENINGS; i++) {
            double a = Math.max(from, guess - width);
            double b = Math.min(to, guess + width);
            if (a < b) {
                Edge edge = bisect(question, a, b, tolerance);
                if (edge.found()) return edge;
            }
            width *= 3;
        }
        return none(Status.SAME_ANSWER);
    }
}
