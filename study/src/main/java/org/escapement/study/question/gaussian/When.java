package org.escapement.study.question.gaussian;

import java.util.List;
import org.escapement.observables.Measure;
import org.escapement.study.question.OwnAxis;

/** When fluctuations are looked at. */
sealed interface When {

    /** The axis of times, for a series. */
    default List<OwnAxis> axes() {
        if (!(this instanceof Along(Measure.Series s))) return List.of();
        return List.of(new OwnAxis("t", s.times(), "time", "t"));
    }

    /** Along the evolution from the start. */
    record Along(Measure measure) implements When {}

    /** In the stationary state that attracts. */
    record Stationary() implements When {}
}
