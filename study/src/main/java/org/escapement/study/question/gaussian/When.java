package org.escapement.study.question.gaussian;

import org.escapement.observables.Measure;

/** When fluctuations are looked at. */
sealed interface When {

    /** Along the evolution from the start. */
    record Along(Measure measure) implements When {}

    /** In the stationary state that attracts. */
    record Stationary() implements When {}
}
