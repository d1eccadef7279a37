package org.escapement.observables.means;

import org.escapement.algebra.Operator;
import org.escapement.dynamics.meanfield.MeanFieldEquations.Leading;
import org.escapement.expression.Expression;
import org.escapement.model.OpenSystem;

/** What a level makes of expectation values and numbers when quantities are compiled: expressions of its variables. */
interface MeanWords {

    OpenSystem model();

    /** Whether a name is a letter of the model, so that it needs brackets to be a number. */
    boolean isLetter(String name);

    /** The expectation value of a Hermitian operator. */
    Leading expectation(Operator o);

    /** A parameter, definition or the size. */
    Leading number(Expression.Symbol s);

    /** Rate of change of one of the level's variables; zero for other names. */
    Expression rate(String variable);

    /** A quantity of the state as a whole: {@code entropy}, {@code entropy_rate} or {@code purity}. */
    Leading ofState(String name);
}
