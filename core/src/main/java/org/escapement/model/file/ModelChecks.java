package org.escapement.model.file;

import java.util.Map;
import org.escapement.algebra.Coefficient;
import org.escapement.model.JumpOperator;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.SpinEnsemble;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** What can be known from the presets before anything is run: rates are not negative, sizes not below 1. */
final class ModelChecks {

    /** A size at which all presets make sense when none is asked for. */
    private static final double SAMPLE_SIZE = 8;

    private final OpenSystem model;

    ModelChecks(OpenSystem model) {
        this.model = model;
    }

    void run(Fields file) {
        Map<String, Node> jumps = ModelReader.nodes(file, "jumps");
        for (JumpOperator jump : model.jumps()) {
            Node node = Fields.of(jumps.get(jump.name()), "jump").required("rate");
            if (value(jump.rate()) < 0) {
                throw new SourceException(
                        node.position(),
                        "the rate of jump '" + jump.name() + "' is negative (" + value(jump.rate())
                                + " at the presets); rates are numbers from 0 up");
            }
        }
        Map<String, Node> spins = ModelReader.nodes(file, "spins");
        for (SpinEnsemble e : model.ensembles()) {
            Node node = Fields.of(spins.get(e.name()), "spin").required("atoms");
            if (value(e.atoms()) < 1) {
                throw new SourceException(
                        node.position(), "the ensemble '" + e.name() + "' has less than one atom: " + value(e.atoms()));
            }
        }
    }

    /** The value at the presets, or 1 where it depends on a parameter that must be given. */
    private double value(Coefficient c) {
        ParameterValues point = ParameterValues.of(model, Map.of(model.size(), SAMPLE_SIZE));
        try {
            return c.evaluate(s -> point.value(s.name()), SAMPLE_SIZE);
        } catch (ModelException e) {
            return 1;
        }
    }
}
