package org.escapement.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.exact.DensityMatrix;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.fluctuation.FluctuationEquations;
import org.escapement.dynamics.fluctuation.FluctuationPoint;
import org.escapement.dynamics.fluctuation.FluctuationProgram;
import org.escapement.dynamics.fluctuation.FluctuationState;
import org.escapement.expression.Expression;
import org.escapement.expression.ExpressionParser;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.file.ModelReader;
import org.escapement.numerics.linear.Eigen;
import org.escapement.numerics.ode.OdeIntegrator;
import org.escapement.numerics.ode.Tableau;
import org.escapement.numerics.ode.Tolerances;
import org.escapement.observables.fluctuations.MesoscopicQuantity;
import org.escapement.observables.fluctuations.MesoscopicValue;
import org.escapement.observables.fluctuations.MesoscopicValue.Part;
import org.escapement.observables.fluctuations.ReducedErgotropy;
import org.escapement.observables.information.Ergotropy;
import org.junit.jupiter.api.Test;

/** Values at a finite size from fluctuations approach those of the master equation: what is left is of order 1/N. */
class MesoscopicValuesTest {

    private static final double TIME = 1.2;
    private static final Map<String, Double> GENERIC = Map.of(
            "J", 0.7, "Jz", -0.4, "Omega1", 1.1, "Omega2", 0.3, "kappa", 0.9, "delta", 0.25, "n1", 0.3, "n2", 0.6);
    private static final List<Integer> SIZES = List.of(4, 8, 16);

    private final OpenSystem model = crystals();
    private final FluctuationEquations equations = FluctuationEquations.derive(model);
    private final FluctuationPoint point =
            FluctuationProgram.withShifts(equations).at(ParameterValues.of(model, GENERIC));
    private final FluctuationState state = evolved();

    private static OpenSystem crystals() {
        try {
            return ModelReader.read(Files.readString(Path.of("../papers/coupled-btc/model.yaml")), "coupled-btc");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FluctuationState evolved() {
        double[] start = point.start(model.states().get("ground"));
        double[] end = new OdeIntegrator(point.system(), Tableau.dormandPrince853(), new Tolerances(1e-11, 1e-11))
                .integrate(0, start, TIME)
                .state();
        return point.state(TIME, end);
    }

    private DensityMatrix exact(int size) {
        Map<String, Double> values = new TreeMap<>(GENERIC);
        values.put("N", (double) size);
        ExactSystem system = ExactSystem.of(model, ParameterValues.of(model, values), ExactOptions.none());
        return ExactMoments.evolved(system, model.states().get("ground"), TIME);
    }

    private interface Exact {
        double of(DensityMatrix rho, int size);
    }

    private void halves(MesoscopicValue value, Exact exact) {
        List<Double> left = new ArrayList<>();
        for (int size : SIZES)
            left.add(Math.abs(exact.of(exact(size), size) - value.at(size, point, state, Part.ESTIMATE)));
        double ratio = left.get(1) / left.get(2);
        assertTrue(ratio > 1.6 && ratio < 2.5, "halved by doubling N: " + left);
    }

    @Test
    void ergotropyOfAnEnsemble() {
        Operator energy = model.operator("1.3*A.z/sqrt(2) + 0.4*A.x");
        double spacing = Math.sqrt(1.3 * 1.3 + 2 * 0.4 * 0.4);
        halves(new ReducedErgotropy(equations, "A", energy), (rho, size) -> {
            double[] populations = Eigen.hermitian(rho.reduced(List.of("A"))).re();
            double[] energies = new double[size + 1];
            for (int k = 0; k <= size; k++) energies[k] = spacing * (k - size / 2.0);
            return Ergotropy.of(rho.expectation(energy), populations, energies);
        });
    }

    @Test
    void aNonlinearQuantity() {
        Operator product = model.operator("A.x*B.x + A.y*B.y");
        Operator z = model.operator("A.z");
        halves(
                new MesoscopicQuantity(equations, quantity("<A.x*B.x + A.y*B.y>*<A.z>/N^2")),
                (rho, size) -> rho.expectation(product) * rho.expectation(z) / size / size);
    }

    private Expression quantity(String text) {
        return ExpressionParser.parse(text, model.quantityScope());
    }

    @Test
    void bothOrdersTogetherAreTheEstimate() {
        MesoscopicQuantity heat = new MesoscopicQuantity(equations, quantity("heat(\"bath B\")"));
        double estimate = heat.at(50, point, state, Part.ESTIMATE);
        double leading = heat.at(50, point, state, Part.LEADING);
        assertEquals(estimate - leading, heat.at(50, point, state, Part.CORRECTION), 1e-12);
        assertEquals(2 * leading, heat.at(100, point, state, Part.LEADING), 1e-10);
        assertEquals(estimate - leading, heat.at(100, point, state, Part.CORRECTION), 1e-10);
    }

    @Test
    void anEnergyThatIsNotEquallySpacedIsRefused() {
        ModelException refused = assertThrows(
                ModelException.class, () -> new ReducedErgotropy(equations, "A", model.operator("A.z*A.z/N")));
        assertTrue(refused.getMessage().contains("linear"), refused.getMessage());
        assertThrows(ModelException.class, () -> new ReducedErgotropy(equations, "A", model.operator("B.z")));
        assertThrows(ModelException.class, () -> new MesoscopicQuantity(equations, quantity("integral(heat())")));
    }
}
