package org.escapement.observables.nonlinear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FixedPointsTest {

    private static final double R = Math.sqrt(0.5);

    private static List<double[]> sphere(int count, double radius) {
        Random random = new Random(7);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] p = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            double length = Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
            for (int k = 0; k < 3; k++) p[k] *= radius / length;
            points.add(p);
        }
        return points;
    }

    @Test
    void coupledCrystalHasItsFourFixedPointsWithTheirCharacters() {
        double g = 2.5;
        double omega = 2;
        double d = g * g + 1;
        Flow flow = Models.coupledCrystal().at(Map.of("g", g, "kappa", 1.0, "Omega", omega));
        List<FixedPoint> found = FixedPoints.of(flow).from(sphere(60, R)).find();
        assertEquals(4, found.size());
        double mz = Math.sqrt(1 - omega * omega / d) * R;
        double side = Math.sqrt(0.5 - 0.5 / (omega * omega));
        // Points (i): attractor below, repeller above; eigenvalues sqrt2 mz (kappa +- i g).
        FixedPoint low = nearest(found, -omega * g * R / d, omega * R / d, -mz);
        assertEquals(FixedPoint.Kind.STABLE_FOCUS, low.kind());
        assertEquals(-Math.sqrt(2) * mz, low.eigenvalues().get(0).re(), 1e-12);
        assertEquals(Math.sqrt(2) * mz * g, Math.abs(low.eigenvalues().get(0).im()), 1e-12);
        assertTrue(low.attracting());
        assertEquals(
                FixedPoint.Kind.UNSTABLE_FOCUS,
                nearest(found, -omega * g * R / d, omega * R / d, mz).kind());
        // Points (ii) on the equator: centre at m_x > 0, saddle at m_x < 0 when Omega^2 < d.
        assertEquals(FixedPoint.Kind.CENTRE, nearest(found, side, R / omega, 0).kind());
        assertEquals(FixedPoint.Kind.SADDLE, nearest(found, -side, R / omega, 0).kind());
        found.forEach(p -> assertEquals(0, p.neutral()));
        found.forEach(p -> assertTrue(p.residual() < 1e-12));
    }

    private static FixedPoint nearest(List<FixedPoint> found, double... state) {
        for (FixedPoint p : found) {
            double[] s = p.state();
            if (Math.hypot(Math.hypot(s[0] - state[0], s[1] - state[1]), s[2] - state[2]) < 1e-9) return p;
        }
        throw new AssertionError("not found");
    }

    @Test
    void bothEquatorialPointsAreCentresWhenNoStationaryPhaseExists() {
        Flow flow = Models.coupledCrystal().at(Map.of("g", 1.0, "kappa", 1.0, "Omega", 2.0));
        List<FixedPoint> found = FixedPoints.of(flow).from(sphere(40, R)).find();
        assertEquals(2, found.size());
        found.forEach(p -> assertEquals(FixedPoint.Kind.CENTRE, p.kind()));
    }

    @Test
    void conservedLengthsOfTheDerivedEquationsAreNotReportedAsMarginal() {
        Flow flow = Models.paper("coupled-btc").at(Map.of("J", 2.5, "Omega1", 2.0, "Omega2", 2.0));
        assertEquals(2, flow.constants());
        FixedPoint p = FixedPoints.of(flow)
                .near(new double[] {-.4, .2, -.5, -.4, .2, -.5})
                .orElseThrow();
        assertEquals(4, p.eigenvalues().size());
        // The start is not on the spheres of the physical states, and the found point keeps its lengths.
        assertArrayEquals(flow.conserved(new double[] {-.4, .2, -.5, -.4, .2, -.5}), flow.conserved(p.state()), 1e-12);
    }

    @Test
    void unbrokenPhaseOfTheSeedingModel() {
        Flow flow = Models.paper("seeding").at(Map.of("Omega_A", 1.5, "Omega_B", 0.9, "Gamma", 1.0));
        FixedPoint p = FixedPoints.of(flow)
                .near(new double[] {0, Math.sin(1), -Math.cos(1), 0, 0.1, -Math.sqrt(1 - 0.01)})
                .orElseThrow();
        double a = 1.5 - 0.5 * 1.2;
        double b = 0.9 - 0.5 * 1.2;
        assertArrayEquals(new double[] {0, a, -Math.sqrt(1 - a * a), 0, b, -Math.sqrt(1 - b * b)}, p.state(), 1e-12);
        assertEquals(FixedPoint.Kind.STABLE_NODE, p.kind());
    }

    @Test
    void engineStationaryStatesAndTheFlatFamily() {
        FlowFamily engine = Models.paper("optomech-engine");
        // The light sees the stored parameters only; the bath at zero temperature is an infinite parameter.
        Flow moving = engine.at(Map.of("Omega", 1.5, "GL", 0.5));
        double x = 0.6823278038280195;
        List<double[]> starts = new ArrayList<>();
        for (double[] s : sphere(40, 1)) {
            starts.add(new double[] {s[0] / 2, s[1] / 2, s[2], 0.5, -0.5, 0.7, 0});
        }
        List<FixedPoint> found = FixedPoints.of(moving).from(starts).find();
        long stable = found.stream()
                .filter(p -> Math.abs(p.state()[5] - x) < 1e-9)
                .filter(FixedPoint::attracting)
                .count();
        long unstable = found.stream()
                .filter(p -> Math.abs(p.state()[5] - x) < 1e-9)
                .filter(FixedPoint::unstable)
                .count();
        assertEquals(1, stable);
        assertEquals(1, unstable);
    }

    @Test
    void scatteredStartsFindAllFixedPointsOnOneSphere() {
        Flow flow = Models.coupledCrystal().at(Map.of("g", 2.5, "kappa", 1.0, "Omega", 2.0));
        List<FixedPoint> found =
                FixedPoints.of(flow).around(new double[] {0, 0, -R}, 2, 200, 1).find();
        assertEquals(4, found.size());
        for (FixedPoint p : found) assertEquals(0.5, flow.conserved(p.state())[0], 1e-12);
    }
}
