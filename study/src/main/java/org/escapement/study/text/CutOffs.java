package org.escapement.study.text;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.model.ModelException;

/** Numbers of Fock states at one point. */
public final class CutOffs {

    private CutOffs() {}

    /**
     * Evaluates the cut-offs of a run or claim.
     *
     * @throws ModelException when one is not a whole number
     */
    public static ExactOptions of(Map<String, Expression> cutOffs, ToDoubleFunction<String> values) {
        ExactOptions options = ExactOptions.none();
        for (Map.Entry<String, Expression> e : cutOffs.entrySet()) {
            double levels = Evaluation.of(e.getValue(), values);
            if (levels != Math.rint(levels) || !(levels >= 2 && levels <= 1e6)) {
                throw new ModelException("the cut-off of the mode '" + e.getKey() + "' is " + levels
                        + "; a number of Fock states is whole and at least 2");
            }
            options = options.cutOff(e.getKey(), (int) levels);
        }
        return options;
    }
}
