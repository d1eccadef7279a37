package org.escapement.study.question;

import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.meanfield.MeanField;
import org.escapement.expression.Expression;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.observables.means.MeanFieldQuantity;
import org.escapement.study.text.QuantityText;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** Reads a quantity of the mean-field state at one time; what needs more is refused at its place. */
public final class StateQuantity {

    private StateQuantity() {}

    /**
     * The quantity in the words of the model.
     *
     * @throws SourceException when it grows with N or depends on more than the state
     */
    public static Expression read(Node node, OpenSystem model) {
        Expression quantity = QuantityText.read(model, node, "quantity");
        try {
            MeanFieldQuantity.of(MeanField.derive(model), quantity);
        } catch (ModelException e) {
            throw new SourceException(node.position(), e.getMessage());
        } catch (NotApplicableException e) {
            throw new SourceException(
                    node.position(), "the mean field does not apply to '" + model.name() + "': " + e.getMessage());
        }
        return quantity;
    }
}
