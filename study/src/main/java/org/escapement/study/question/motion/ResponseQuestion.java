package org.escapement.study.question.motion;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.escapement.expression.Expression;
import org.escapement.model.ModelException;
import org.escapement.observables.Accuracy;
import org.escapement.observables.nonlinear.Envelope;
import org.escapement.observables.nonlinear.Flow;
import org.escapement.observables.nonlinear.Quantities;
import org.escapement.observables.nonlinear.Sensitivity;
import org.escapement.observables.nonlinear.Sensitivity.Row;
import org.escapement.study.question.OwnAxis;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * First-order perturbation theory: the change of a quantity along the solution from the start, per unit of a parameter.
 *
 * @param quantity in the words of the model
 * @param parameter the one that changes
 * @param reading how the change is read off
 */
record ResponseQuestion(Expression quantity, String parameter, Reading reading) implements Question {

    /** How a change is read off. */
    sealed interface Reading {

        /** At ascending times. */
        record At(List<Double> times, boolean series) implements Reading {}

        /** Largest absolute value in consecutive intervals of time, or the slope of these over the intervals' begins. */
        record Largest(double from, double to, double width, boolean slope) implements Reading {

            /** Begins of the intervals, as many as fit. */
            List<Double> begins() {
                int count = (int) Math.floor((to - from) / width * (1 + 1e-12));
                return IntStream.range(0, count).mapToObj(k -> from + k * width).toList();
            }
        }
    }

    @Override
    public Reply answer(Point point) {
        double[] fine = values(point, point.accuracy());
        double[] coarse = values(point, Motion.coarser(point.accuracy()));
        double error = 0;
        for (int i = 0; i < fine.length; i++) error = Math.max(error, Math.abs(fine[i] - coarse[i]));
        return new Reply(fine, error);
    }

    private double[] values(Point point, Accuracy accuracy) {
        Motion motion = Motion.at(point);
        Sensitivity perturbed = motion.sensitivity(parameter);
        Expression change = point.prepared(
                List.of(ResponseQuestion.class, parameter, quantity),
                () -> perturbed.change(motion.quantity(quantity)));
        try {
            return switch (reading) {
                case Reading.At at -> at(point, motion, perturbed, change, at, accuracy);
                case Reading.Largest all -> largest(point, motion, perturbed, change, all, accuracy);
            };
        } catch (ArithmeticException e) {
            throw new ModelException(e.getMessage());
        }
    }

    private static double[] at(
            Point point, Motion motion, Sensitivity perturbed, Expression change, Reading.At at, Accuracy accuracy) {
        double[] times = at.times().stream().mapToDouble(Double::doubleValue).toArray();
        Quantities value = perturbed.equations().at(point.values().given()).quantity(change);
        return perturbed.along(point.values().given(), motion.start(), times, accuracy).stream()
                .mapToDouble(row -> value.at(joined(row)))
                .toArray();
    }

    private static double[] joined(Row row) {
        double[] y = row.state();
        double[] both = Arrays.copyOf(y, 2 * y.length);
        System.arraycopy(row.derivative(), 0, both, y.length, y.length);
        return both;
    }

    private static double[] largest(
            Point point,
            Motion motion,
            Sensitivity perturbed,
            Expression change,
            Reading.Largest all,
            Accuracy accuracy) {
        Flow flow = perturbed.equations().at(point.values().given());
        double[] start = Arrays.copyOf(motion.start(), flow.dimension());
        Envelope envelope = Envelope.of(flow, change.times(change), start, all.from(), all.to(), all.width(), accuracy)
                .map(Math::sqrt);
        if (all.slope()) {
            return new double[] {
                envelope.slope().orElseThrow(() -> new ModelException("a slope needs at least two intervals"))
            };
        }
        return envelope.maxima().stream().mapToDouble(Envelope.Maximum::value).toArray();
    }

    @Override
    public List<OwnAxis> axes() {
        return switch (reading) {
            case Reading.At at when at.series() -> List.of(new OwnAxis("t", at.times(), "time", "t"));
            case Reading.Largest all
            when !all.slope() -> List.of(new OwnAxis("t", all.begins(), "begin of the interval", "t"));
            default -> List.of();
        };
    }

    @Override
    public String level() {
        return Motion.LEVEL;
    }

    @Override
    public String meaning() {
        String change = "change of " + quantity.text() + " per unit of " + parameter;
        return switch (reading) {
            case Reading.At at -> change;
            case Reading.Largest all when all.slope() -> "growth per unit time of the largest " + change;
            case Reading.Largest all -> "largest " + change + " in intervals of " + all.width();
        };
    }
}
