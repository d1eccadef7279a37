package org.escapement.dynamics.fluctuation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.file.ModelReader;
import org.escapement.numerics.ode.OdeIntegrator;
import org.escapement.numerics.ode.OdeOutcome;
import org.escapement.numerics.ode.Tableau;
import org.escapement.numerics.ode.Tolerances;

/** The two coupled crystals, and evolution by one accurate integration. */
final class Crystals {

    /** Detuned, asymmetric, baths of unequal temperature. */
    static final Map<String, Double> GENERIC = Map.of(
            "J", 0.7, "Jz", -0.4, "Omega1", 1.1, "Omega2", 0.3, "kappa", 0.9, "delta", 0.25, "n1", 0.3, "n2", 0.6);

    private Crystals() {}

    static OpenSystem model() {
        try {
            return ModelReader.read(Files.readString(Path.of("../papers/coupled-btc/model.yaml")), "coupled-btc");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FluctuationPoint at(Map<String, Double> values) {
        OpenSystem model = model();
        return FluctuationProgram.withShifts(FluctuationEquations.derive(model)).at(ParameterValues.of(model, values));
    }

    static FluctuationState evolved(FluctuationPoint point, double[] start, double time) {
        OdeOutcome outcome = new OdeIntegrator(point.system(), Tableau.dormandPrince853(), new Tolerances(1e-11, 1e-11))
                .integrate(0, start, time);
        if (!outcome.succeeded()) throw new AssertionError(outcome.toString());
        return point.state(time, outcome.state());
    }

    static FluctuationState fromGround(Map<String, Double> values, double time) {
        FluctuationPoint point = at(values);
        return evolved(point, point.start(point.equations().model().states().get("ground")), time);
    }
}
