package org.escapement.study.file;

import org.escapement.expression.Expression;
import org.escapement.observables.Measure;
import org.escapement.study.question.Question;

/** One variable of a study's results. */
public sealed interface Recording {

    String name();

    String unit();

    String label();

    String meaning();

    /** A quantity of the state and how it is read off. */
    record Measured(String name, Expression quantity, Measure measure, String unit, String label, String meaning)
            implements Recording {}

    /** A number of the parameters alone: a closed form, a threshold, or an expression when {@code form} is empty. */
    record Computed(String name, String form, Expression expression, String unit, String label, String meaning)
            implements Recording {}

    /** What a question gets for an answer at the point. */
    record Asked(String name, Question question, String unit, String label, String meaning) implements Recording {}
}
