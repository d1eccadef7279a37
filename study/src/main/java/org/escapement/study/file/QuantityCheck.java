package org.escapement.study.file;

import java.util.List;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.meanfield.MeanField;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.expression.Expression;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.observables.Measure;
import org.escapement.observables.Measurement;
import org.escapement.observables.means.ExactLevel;
import org.escapement.observables.means.MeanFieldProgram;
import org.escapement.study.text.QuantityText;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/**
 * Compiles quantities while a file is read, so that what the level cannot give (a bath that is not there, a quantity
 * that grows with N) is reported at its place and not when the run begins. The equations are derived once, when the
 * first quantity is met.
 */
public final class QuantityCheck {

    private final Model model;
    private final Level level;
    private MeanFieldEquations equations;

    public QuantityCheck(Model model, Level level) {
        this.model = model;
        this.level = level;
    }

    /** Reads a quantity and compiles it together with its measure. */
    public Expression read(Node node, Measure measure) {
        OpenSystem system = system(node);
        Expression quantity = QuantityText.read(system, node, "quantity");
        try {
            compile(system, new Measurement("quantity", quantity, measure));
        } catch (ModelException e) {
            throw new SourceException(node.position(), e.getMessage());
        } catch (NotApplicableException e) {
            throw new SourceException(
                    node.position(), "the mean field does not apply to '" + model.name() + "': " + e.getMessage());
        }
        return quantity;
    }

    private void compile(OpenSystem system, Measurement m) {
        switch (level) {
            case Level.MeanField mf -> {
                if (equations == null) equations = MeanField.derive(system);
                MeanFieldProgram.of(equations, List.of(m));
            }
            case Level.Exact e -> ExactLevel.requireMeasurable(system, List.of(m));
        }
    }

    private OpenSystem system(Node node) {
        try {
            return OpenSystem.of(model);
        } catch (ModelException e) {
            throw new SourceException(node.position(), e.getMessage());
        }
    }
}
