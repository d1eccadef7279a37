package org.escapement.study.question.motion;

import java.util.List;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.meanfield.MeanField;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.expression.Expression;
import org.escapement.expression.Expression.Call;
import org.escapement.expression.Expression.Text;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.observables.means.MeanFieldQuantity;
import org.escapement.study.text.QuantityText;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/**
 * A quantity of the state, or an angle that is followed continuously, {@code angle(y, x)}.
 *
 * @param quantity in the words of the model; the name of a quantity is resolved
 */
record Followed(Expression quantity) {

    /**
     * Reads it from a file.
     *
     * @throws SourceException when it grows with N or depends on more than the state and an angle
     */
    static Followed read(Node node, OpenSystem model) {
        Followed followed = new Followed(resolved(QuantityText.read(model, node, "quantity"), model));
        try {
            followed.principal(MeanField.derive(model));
        } catch (ModelException e) {
            throw new SourceException(node.position(), e.getMessage());
        } catch (NotApplicableException e) {
            throw new SourceException(
                    node.position(), "the mean field does not apply to '" + model.name() + "': " + e.getMessage());
        }
        return followed;
    }

    private static Expression resolved(Expression e, OpenSystem model) {
        if (e instanceof Call c
                && c.function().equals("quantity")
                && c.arguments().getFirst() instanceof Text name) {
            return resolved(model.quantities().get(name.value()).definition(), model);
        }
        return e;
    }

    boolean isAngle() {
        return quantity instanceof Call c && c.function().equals("angle");
    }

    /** An expression of the variables that changes like it; of an angle its principal value. */
    private Expression principal(MeanFieldEquations equations) {
        if (!isAngle()) return MeanFieldQuantity.of(equations, quantity);
        List<Expression> parts = ((Call) quantity).arguments();
        if (parts.size() != 2) throw new ModelException("angle takes two arguments: angle(y, x)");
        return Expression.call(
                "atan2", MeanFieldQuantity.of(equations, parts.get(0)), MeanFieldQuantity.of(equations, parts.get(1)));
    }

    /** The same, derived once for a run. */
    Expression principal(Motion motion) {
        return motion.prepared(this, this::principal);
    }
}
