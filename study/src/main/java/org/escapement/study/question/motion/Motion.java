package org.escapement.study.question.motion;

import java.util.List;
import java.util.function.Function;
import org.escapement.dynamics.meanfield.MeanField;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.expression.Expression;
import org.escapement.model.ModelException;
import org.escapement.model.ParameterValues;
import org.escapement.observables.Accuracy;
import org.escapement.observables.means.MeanFieldQuantity;
import org.escapement.observables.nonlinear.Fate;
import org.escapement.observables.nonlinear.Flow;
import org.escapement.observables.nonlinear.FlowFamily;
import org.escapement.observables.nonlinear.LongTime;
import org.escapement.observables.nonlinear.LongTimePolicy;
import org.escapement.observables.nonlinear.Sensitivity;
import org.escapement.study.question.Point;

/** The mean-field motion at a point of a study: what is derived is shared by all points of a run. */
final class Motion {

    static final String LEVEL = "mean field";

    /** Length of the first look; the following ones double. */
    private static final double FIRST_WINDOW = 12;

    private final Point point;
    private final MeanFieldEquations equations;
    private final FlowFamily family;

    private Motion(Point point) {
        this.point = point;
        this.equations = point.prepared(MeanFieldEquations.class, () -> MeanField.derive(point.model()));
        this.family = point.prepared(FlowFamily.class, () -> FlowFamily.of(equations));
    }

    /**
     * The motion at a point.
     *
     * @throws ModelException when a rate is negative there
     */
    static Motion at(Point point) {
        Motion motion = new Motion(point);
        motion.equations.requireRates(point.values());
        return motion;
    }

    FlowFamily family() {
        return family;
    }

    Flow flow() {
        return point.shared(Flow.class, () -> family.at(point.values().given()));
    }

    /**
     * The same motion with other values of the parameters.
     *
     * @throws ModelException when a rate is negative there
     */
    Flow flow(ParameterValues values) {
        equations.requireRates(values);
        return family.at(values.given());
    }

    /** The variables the motion starts from. */
    double[] start() {
        return start(point.values());
    }

    /** The same with other values of the parameters. */
    double[] start(ParameterValues values) {
        return equations.start(point.start(), values);
    }

    /** A quantity of the state in the variables of the flow. */
    Expression quantity(Expression inTheModelsWords) {
        return point.prepared(
                List.of(MeanFieldQuantity.class, inTheModelsWords),
                () -> MeanFieldQuantity.of(equations, inTheModelsWords));
    }

    /** What is made of the equations once for a run. */
    <T> T prepared(Object key, Function<MeanFieldEquations, T> make) {
        return point.prepared(key, () -> make.apply(equations));
    }

    /** What becomes of the start, decided once for all questions at the point. */
    Fate fate(double longest) {
        return point.shared(List.of(Fate.class, longest), () -> LongTime.classify(flow(), start(), policy(longest)));
    }

    /** How patiently long times are looked at, at the accuracy of the point. */
    LongTimePolicy policy(double longest) {
        return LongTimePolicy.standard().withWindows(FIRST_WINDOW, longest).withAccuracy(point.accuracy());
    }

    /** The perturbed equations, derived once for a run. */
    Sensitivity sensitivity(String parameter) {
        return point.prepared(List.of(Sensitivity.class, parameter), () -> Sensitivity.of(family, parameter));
    }

    /** What an answer is compared with to estimate its error. */
    static Accuracy coarser(Accuracy accuracy) {
        return accuracy.withTolerances(10 * accuracy.relative(), 10 * accuracy.absolute());
    }
}
