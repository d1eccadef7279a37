package org.escapement.dynamics.cumulant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.escapement.algebra.Letter;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Word;
import org.escapement.dynamics.equations.SystemSize;
import org.escapement.dynamics.exact.DensityMatrix;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.exact.StartStates;
import org.escapement.dynamics.exact.SteadyStateSolver;
import org.escapement.expression.Expression;
import org.escapement.model.InitialState;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.OpenSystemBuilder;
import org.escapement.model.ParameterValues;
import org.escapement.model.SpinConvention;
import org.escapement.numerics.ode.OdeIntegrator;
import org.escapement.numerics.ode.Tableau;
import org.escapement.numerics.ode.Tolerances;
import org.junit.jupiter.api.Test;

class MomentSteadyStateTest {

    private static final String CURRENT = "A.y*B.x - A.x*B.y";

    /** Specification, section 7: gap dE, mean temperature, P/(N G0), C by regression, C factorised. */
    private static final double[][] TABLE = {
        {5, 20, -0.0156780, 0.99995, 0.94360},
        {20, 12, -0.592645, 0.9944, 0.44439},
        {40, 15, -2.495484, 0.9632, 0.52085},
        {5, 10.5, 0.379533, 0.9461, 0.39587},
        {100, 10.1, 3.082308, 0.9056, 0.65185},
        {200, 10.05, 3.855073, 0.8927, 0.77142}
    };

    @Test
    void powerAndConstancyOfTheClosure() {
        OpenSystem pair = EngineModel.pair();
        MomentEquations equations =
                MomentEquations.derive(pair, CumulantOptions.ofOrder(2).withoutCharge());
        MomentEquations letters = MomentEquations.derive(pair, CumulantOptions.ofOrder(1));
        Operator current = pair.operator(CURRENT);
        for (double[] row : TABLE) {
            ParameterValues point = EngineModel.point(pair, row[0], row[1]);
            MomentSystem system = equations.at(point);
            MomentSteadyState steady = MomentSteadyState.from(system, equations.mixedStart(point));
            assertTrue(steady.residual() < 1e-13 && steady.error() < 1e-13, steady.toString());
            // Letters over N/2: <current> = N²/4 A, power per pair (w dE/4) A.
            double factor = 0.006 * row[0];
            double power = factor * system.value(equations.expectation(current), steady.y());
            assertEquals(row[2], power / 0.001, 2e-6 * Math.abs(row[2]) + 5e-7);
            double entropy = (point.value("b1") - point.value("b2")) * power / row[0];
            MomentFluctuations f = new MomentFluctuations(system, steady.y());
            double scale = factor * factor;
            assertEquals(row[3], 2 * power * power / (scale * f.noise(current) * entropy), 1e-4);
            double factorised = scale * f.factorisedNoise(current, letters.at(point));
            assertEquals(row[4], 2 * power * power / (factorised * entropy), 1e-5);
        }
    }

    /** Specification, Fig. 5: slowest rates of the 25 independent variables, and in the sector of one spin letter. */
    @Test
    void gapsOfTheJacobian() {
        OpenSystem pair = EngineModel.pair();
        MomentEquations all = MomentEquations.derive(pair, CumulantOptions.ofOrder(2));
        assertEquals(5.2155e-3, gap(all, EngineModel.point(pair, 5, 20)).gap(), 1e-7);
        assertEquals(2.51e-3, gap(all, EngineModel.point(pair, 20, 12)).gap(), 5e-6);
        SectorSpectrum spectrum = gap(all, EngineModel.point(pair, 5, 12));
        Word raising = Word.of(pair.ensembles().getFirst().spin(), Letter.RAISING);
        assertEquals(2.6339013597571105e-3, spectrum.gap(raising), 1e-12);
        assertEquals(
                List.of(6, 7, 12),
                spectrum.eigenvalues().values().stream()
                        .map(List::size)
                        .sorted()
                        .toList());
    }

    private static SectorSpectrum gap(MomentEquations all, ParameterValues point) {
        MomentSystem system = all.at(point);
        return SectorSpectrum.at(
                system, MomentSteadyState.from(system, all.mixedStart(point)).y());
    }

    @Test
    void theSteadyStateIsWhereTheEvolutionEnds() {
        OpenSystem pair = EngineModel.pair();
        MomentEquations equations =
                MomentEquations.derive(pair, CumulantOptions.ofOrder(2)).reachedFromThermalStates();
        ParameterValues point = EngineModel.point(pair, 20, 12);
        MomentSystem system = equations.at(point);
        double[] end = new OdeIntegrator(system, Tableau.dormandPrince853(), new Tolerances(1e-12, 1e-12))
                .integrate(0, equations.start(pair.states().get("up"), point), 2e4)
                .state();
        double[] steady =
                MomentSteadyState.from(system, equations.mixedStart(point)).y();
        assertArrayEquals(steady, end, 1e-10);
    }

    /** With third moments as variables the rates of first and second moments are exact in any state. */
    @Test
    void ratesAgreeWithTheMasterEquation() {
        OpenSystem pair = EngineModel.pair();
        ParameterValues point = ParameterValues.of(pair, Map.of("N", 3.0, "b1", 2.0, "b2", 5.0, "w", 0.7, "G", 0.4));
        InitialState tilted = new InitialState(Map.of(
                "A", List.of(Expression.of(0.48), Expression.of(-0.36), Expression.of(0.8)),
                "B", List.of(Expression.of(-0.8), Expression.of(0.36), Expression.of(0.48))));
        ExactSystem exact = ExactSystem.of(pair, point, ExactOptions.none());
        DensityMatrix rho = new StartStates(exact).of(tilted);
        for (CasimirUse use : CasimirUse.values()) {
            CumulantOptions options =
                    CumulantOptions.ofOrder(3).size(SystemSize.FINITE).casimir(use);
            MomentEquations equations = MomentEquations.derive(pair, options);
            MomentSystem system = equations.at(point);
            double[] y = equations.start(tilted, point);
            double[] rates = new double[y.length];
            system.derivatives(0, y, rates);
            for (int i = 0; i < y.length; i++) {
                MomentVariable v = equations.variables().get(i);
                Operator o = v.hermitianPart(new SymmetricOrder(Map.of()).product(v.word()));
                double unit = Math.pow(1.5, v.word().degree());
                assertEquals(rho.expectation(o) / unit, y[i], 1e-13, v.name());
                if (v.word().degree() > 2) continue;
                assertEquals(rho.expectation(pair.drift(o)) / unit, rates[i], 1e-13, v.name());
            }
        }
    }

    /** Where the mean field is the limit, order k is off by the next power of 1/N. */
    @Test
    void ordersConvergeToTheExactStationaryState() {
        OpenSystemBuilder b = OpenSystem.named("driven").parameter("Omega", 0.3).parameter("kappa", 1);
        b.ensemble("S", "N", SpinConvention.HALF_SIGMA).drive("drive", "Omega*S.x");
        EngineModel.jump(b, "loss", "S.minus", "kappa/N", "S");
        OpenSystem model = b.build();
        double[][] errors = new double[2][2];
        double[] sizes = {16, 32};
        for (int s = 0; s < 2; s++) {
            ParameterValues point = ParameterValues.of(model, Map.of("N", sizes[s]));
            double exact = new SteadyStateSolver(ExactSystem.of(model, point, ExactOptions.none()))
                    .unique(1e-11)
                    .state()
                    .expectation(model.operator("S.z"));
            for (int k = 2; k <= 3; k++) {
                MomentEquations equations = MomentEquations.derive(
                        model,
                        CumulantOptions.ofOrder(k)
                                .casimir(CasimirUse.BEFORE_CLOSING)
                                .size(SystemSize.FINITE));
                MomentSystem system = equations.at(point);
                double[] start = equations.start(
                        new InitialState(Map.of("S", List.of(Expression.ZERO, Expression.ZERO, Expression.of(-1L)))),
                        point);
                double[] y = MomentSteadyState.from(system, start).y();
                double z = system.value(equations.expectation(model.operator("S.z")), y);
                errors[k - 2][s] = Math.abs(z - exact) / sizes[s];
            }
        }
        double[] powers = {2, 3};
        for (int k = 0; k < 2; k++) {
            double power = Math.log(errors[k][0] / errors[k][1]) / Math.log(2);
            assertTrue(power > powers[k] - 0.35, "order " + (k + 2) + ": " + Arrays.toString(errors[k]));
        }
    }

    @Test
    void directionsShorterThanOneAreRefused() {
        OpenSystem pair = EngineModel.pair();
        MomentEquations equations = MomentEquations.derive(pair, CumulantOptions.ofOrder(2));
        InitialState half = new InitialState(Map.of(
                "A", List.of(Expression.ZERO, Expression.ZERO, Expression.of(0.5)),
                "B", List.of(Expression.ZERO, Expression.ZERO, Expression.of(0.5))));
        ParameterValues point = EngineModel.point(pair, 5, 20);
        assertThrows(ModelException.class, () -> equations.start(half, point));
    }
}
