package org.escapement.observables.means;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.escapement.dynamics.meanfield.MeanField;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.expression.Expression;
import org.escapement.expression.ExpressionParser;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.file.ModelReader;
import org.escapement.observables.Accuracy;
import org.escapement.observables.Measure;
import org.escapement.observables.Measurement;
import org.escapement.observables.Outcome;
import org.junit.jupiter.api.Test;

/** Quotients that are 0/0 at t = 0: a driven spin beside an undriven one that it feeds. */
class StartingQuotientTest {

    private static final OpenSystem MODEL = ModelReader.read("""
            model: pair
            parameters: {Omega: 1.5, J: 0.7, kappa: 1, nu: 1}
            spins: {A: {atoms: N, as: sigma/2}, B: {atoms: N, as: sigma/2}}
            baths: {cold: {}}
            hamiltonian: {drive: Omega*A.x, exchange: J/N*(A.x*B.x + A.y*B.y)}
            jumps: {loss: {operator: A.minus, rate: kappa/N, bath: cold, quantum: nu}}
            states: {down: {A: down, B: down}}
            quantities:
              stored: nu*change(<A.z>)/N
              passed: nu*change(<B.z>)/N
              supplied: quantity("stored") + quantity("passed") - integral(heat()/N)
              efficiency: quantity("stored")/quantity("supplied")
              passing: 100*quantity("passed")/quantity("supplied")
            """, "pair.yaml");
    private static final MeanFieldEquations EQUATIONS = MeanField.derive(MODEL);
    private static final double[] DOWN = {0, 0, -0.5, 0, 0, -0.5};

    private static MeanFieldProgram program(String quantity, Measure... measures) {
        Expression e = ExpressionParser.parse(quantity, MODEL.quantityScope());
        return MeanFieldProgram.of(
                EQUATIONS,
                List.of(measures).stream().map(m -> new Measurement("q", e, m)).toList());
    }

    private static Outcome run(String quantity, double[] start, Measure... measures) {
        return new MeanFieldRunner(program(quantity, measures), Accuracy.fine())
                .run(ParameterValues.of(MODEL, Map.of()), start);
    }

    private static double[] atStartAndSoonAfter(String quantity, double[] start) {
        Outcome outcome = run(quantity, start, new Measure.Series(List.of(0.0, 1e-3)));
        assertTrue(outcome.ok(), outcome.message());
        return outcome.values().getFirst();
    }

    @Test
    void fromTheGroundStateEverythingSuppliedIsStored() {
        double[] eta = atStartAndSoonAfter("quantity(\"efficiency\")", DOWN);
        assertEquals(1, eta[0], 1e-15);
        assertEquals(1, eta[1], 2e-3);
    }

    @Test
    void theNeighbourGetsItsShareLater() {
        double[] eta = atStartAndSoonAfter("quantity(\"passing\")", DOWN);
        assertEquals(0, eta[0]);
        assertEquals(0, eta[1], 1e-4);
    }

    @Test
    void aMovingStartHasTheQuotientOfTheRates() {
        double[] eta = atStartAndSoonAfter("quantity(\"efficiency\")", new double[] {0.2, 0.3, -0.3, 0.1, 0, -0.4});
        assertEquals(eta[1], eta[0], 5e-3);
        assertTrue(eta[0] < 0.9);
    }

    @Test
    void roundingOfTheStartIsNotARate() {
        double[] eta = atStartAndSoonAfter("quantity(\"efficiency\")", new double[] {1e-17, -6e-17, -0.5, 0, 0, -0.5});
        assertEquals(1, eta[0], 1e-12);
    }

    @Test
    void averagesExtremaAndProductsHoldTheStartToo() {
        Outcome outcome = run(
                "2*quantity(\"efficiency\")^2",
                DOWN,
                new Measure.Average(0, 2),
                new Measure.Extremum(0, 2, true, false),
                new Measure.Extremum(0, 2, true, true),
                new Measure.Average(1, 2));
        assertTrue(outcome.ok(), outcome.message());
        assertEquals(2, outcome.values().get(1)[0], 1e-14);
        assertEquals(0, outcome.values().get(2)[0]);
        double average = outcome.values().get(0)[0];
        assertTrue(average > outcome.values().get(3)[0] && average < 2, () -> "average " + average);
    }

    @Test
    void lanesAgreeWithSinglePoints() {
        MeanFieldProgram program =
                program("quantity(\"efficiency\")", new Measure.Series(List.of(0.0, 1.0)), new Measure.Average(0, 3));
        ParameterValues point = ParameterValues.of(MODEL, Map.of());
        Outcome single = new MeanFieldRunner(program, Accuracy.fine()).run(point, DOWN);
        List<Outcome> lanes = new MeanFieldLanes(program, Accuracy.fine())
                .run(List.of(new MeanFieldLanes.Point(point, DOWN), new MeanFieldLanes.Point(point, DOWN)));
        for (Outcome lane : lanes) {
            assertArrayEquals(single.values().get(0), lane.values().get(0), 1e-9);
            assertArrayEquals(single.values().get(1), lane.values().get(1), 1e-9);
        }
    }

    @Test
    void withoutALimitOnlyTheStartHasNoValue() {
        String late = "t^6/t^5";
        assertEquals(
                Outcome.Status.NOT_FINITE,
                run(late, DOWN, new Measure.AtTime(0)).status());
        assertEquals(0.5, run(late, DOWN, new Measure.AtTime(0.5)).values().getFirst()[0], 1e-15);
    }

    @Test
    void aDivergingQuotientIsInfiniteAtTheStart() {
        double[] value = atStartAndSoonAfter("<A.z>/N/t", DOWN);
        assertEquals(Double.NEGATIVE_INFINITY, value[0]);
        assertEquals(-500, value[1], 1);
    }
}
