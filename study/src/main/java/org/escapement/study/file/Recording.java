package org.escapement.study.file;

import java.util.ArrayList;
import java.util.List;
import org.escapement.expression.Expression;
import org.escapement.observables.Measure;
import org.escapement.observables.Measurement;
import org.escapement.study.question.Question;

/** One variable of a study's results. */
public sealed interface Recording {

    String name();

    String unit();

    String label();

    String meaning();

    /** Whether it is a single number at each point, not a series or a spectrum. */
    default boolean isSingle() {
        return switch (this) {
            case Measured m -> !(m.measure() instanceof Measure.Series || m.measure() instanceof Measure.Spectrum);
            case Asked a -> a.question().axes().isEmpty();
            case Computed c -> true;
            case Combined c -> true;
        };
    }

    /** What has to be measured along an evolution, in the order of the recordings. */
    static List<Measurement> measurements(List<Recording> recordings) {
        List<Measurement> all = new ArrayList<>();
        for (Recording r : recordings) {
            if (r instanceof Measured m) all.add(new Measurement(m.name(), m.quantity(), m.measure()));
        }
        return all;
    }

    /** A quantity of the state and how it is read off. */
    record Measured(String name, Expression quantity, Measure measure, String unit, String label, String meaning)
            implements Recording {}

    /** A number of the parameters alone: a closed form, a threshold, or an expression when {@code form} is empty. */
    record Computed(String name, String form, Expression expression, String unit, String label, String meaning)
            implements Recording {}

    /**
     * A number made of numbers recorded before it and of parameters.
     *
     * @param expression in their names; a recording's name goes before that of a parameter
     */
    record Combined(String name, Expression expression, String unit, String label, String meaning)
            implements Recording {}

    /** What a question gets for an answer at the point. */
    record Asked(String name, Question question, String unit, String label, String meaning) implements Recording {}
}
