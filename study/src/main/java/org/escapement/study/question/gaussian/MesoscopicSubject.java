package org.escapement.study.question.gaussian;

import org.escapement.algebra.Operator;
import org.escapement.dynamics.fluctuation.FluctuationEquations;
import org.escapement.expression.Expression;
import org.escapement.observables.fluctuations.MesoscopicQuantity;
import org.escapement.observables.fluctuations.MesoscopicValue;
import org.escapement.observables.fluctuations.ReducedErgotropy;

/** What is asked for at a large but finite size. */
sealed interface MesoscopicSubject {

    /** Prepares it for a model. */
    MesoscopicValue value(FluctuationEquations equations);

    /** A quantity of the state at one time. */
    record OfQuantity(Expression quantity) implements MesoscopicSubject {
        @Override
        public MesoscopicValue value(FluctuationEquations equations) {
            return new MesoscopicQuantity(equations, quantity);
        }
    }

    /** The ergotropy of an ensemble or mode with its own energy. */
    record ErgotropyOf(String site, Operator energy) implements MesoscopicSubject {
        @Override
        public MesoscopicValue value(FluctuationEquations equations) {
            return new ReducedErgotropy(equations, site, energy);
        }
    }
}
