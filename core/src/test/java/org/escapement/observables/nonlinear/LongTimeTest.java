package org.escapement.observables.nonlinear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LongTimeTest {

    private static final double R = Math.sqrt(0.5);
    private static final double[] GROUND = {0, 0, -1, 0, 0, 0, 0};
    private static final double[] DOWN = {0, 0, -1, 0, 0, -1};
    private static final LongTimePolicy POLICY = LongTimePolicy.standard();

    private static <F extends Fate> F fate(Class<F> kind, Flow flow, double... start) {
        return assertInstanceOf(kind, LongTime.classify(flow, start, POLICY));
    }

    @Test
    void theSameSystemRestsOscillatesAndStaysMetastable() {
        FlowFamily engine = Models.paper("optomech-engine");
        Fate.Cycles running = fate(Fate.Cycles.class, engine.at(Map.of()), GROUND);
        assertEquals(3.2425200696, running.orbit().period(), 1e-8);
        Fate.Rests resting = fate(Fate.Rests.class, engine.at(Map.of("Omega", 0.5)), GROUND);
        assertTrue(resting.describe().startsWith("unbroken"));
        assertFalse(resting.oscillates());
        Fate.Metastable metastable = fate(Fate.Metastable.class, engine.at(Map.of("GL", 0.1)), GROUND);
        assertEquals(1208.5, metastable.lifetime(), 20);
        assertEquals(3.2425, metastable.period(), 1e-3);
        Fate.Rests end = assertInstanceOf(Fate.Rests.class, metastable.finallyIs());
        assertEquals(0.9641496548145646, end.point().state()[5], 1e-9);
    }

    @Test
    void limitCyclesAreFoundWhetherTheyAttractFastOrSlowly() {
        FlowFamily family = Models.vanDerPol();
        assertEquals(
                6.6632868593,
                fate(Fate.Cycles.class, family.at(Map.of("mu", 1.0)), 0.1, 0)
                        .orbit()
                        .period(),
                1e-8);
        assertEquals(
                11.612230668,
                fate(Fate.Cycles.class, family.at(Map.of("mu", 5.0)), 0.1, 0)
                        .orbit()
                        .period(),
                1e-7);
        double weak = fate(Fate.Cycles.class, family.at(Map.of("mu", 0.01)), 0.1, 0)
                .orbit()
                .period();
        assertEquals(2 * Math.PI * (1 + 1e-4 / 16), weak, 1e-8);
        fate(Fate.Rests.class, family.at(Map.of("mu", -0.2)), 0.1, 0);
    }

    @Test
    void chaosIsToldFromRest() {
        Fate.Chaotic chaos = fate(Fate.Chaotic.class, Models.lorenz().at(Models.lorenz(28)), 1, 1, 1);
        assertEquals(0.906, chaos.exponent().value(), 0.03);
        fate(Fate.Rests.class, Models.lorenz().at(Models.lorenz(10)), 1, 1, 1);
    }

    @Test
    void aStartOnASeparatrixIsNotGuessed() {
        // The axis x = y = 0 is the stable manifold of the saddle at the origin.
        Fate.Unsettled fate = fate(Fate.Unsettled.class, Models.lorenz().at(Models.lorenz(28)), 0, 0, 5);
        assertEquals(Fate.Reason.SEPARATRIX, fate.reason());
    }

    @Test
    void twoFrequenciesWithoutCommonMultipleAreQuasiperiodic() {
        FlowFamily pair = FlowFamily.of(List.of("x", "v", "p", "q"), Models.parse("v", "-x", "q", "-w^2*p"));
        LongTimePolicy quick = POLICY.withPatience(500);
        Fate fate = LongTime.classify(pair.at(Map.of("w", Math.sqrt(2))), new double[] {1, 0, 0.5, 0}, quick);
        assertInstanceOf(Fate.Quasiperiodic.class, fate);
        Fate.Cycles locked = fate(Fate.Cycles.class, pair.at(Map.of("w", 1.5)), 1, 0, 0.5, 0);
        assertEquals(4 * Math.PI, locked.orbit().period(), 1e-9);
    }

    @Test
    void theMarginalPointIsNamed() {
        Flow critical = Models.paper("seeding").at(Map.of("Gamma", 0.5 / 0.7));
        Fate.Unsettled fate = fate(Fate.Unsettled.class, critical, DOWN);
        assertEquals(Fate.Reason.MARGINAL, fate.reason());
    }

    @Test
    void theExactFateOfTheGroundStateOfTheCoupledCrystal() {
        FlowFamily family = Models.coupledCrystal();
        Fate.Cycles cycle = fate(Fate.Cycles.class, family.at(Map.of("g", 2.40, "kappa", 1.0, "Omega", 2.0)), 0, 0, -R);
        assertEquals(1, cycle.orbit().neutralFamily());
        fate(Fate.Rests.class, family.at(Map.of("g", 2.41, "kappa", 1.0, "Omega", 2.0)), 0, 0, -R);
        Fate.Rests centre = fate(
                Fate.Rests.class,
                family.at(Map.of("g", 2.41, "kappa", 1.0, "Omega", 2.0)),
                Math.sqrt(0.5 - 0.125),
                R / 2,
                0);
        assertEquals(FixedPoint.Kind.CENTRE, centre.point().kind());
    }
}
