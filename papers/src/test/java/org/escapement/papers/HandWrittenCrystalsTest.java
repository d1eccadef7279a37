package org.escapement.papers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.escapement.observables.Measure;
import org.escapement.study.Evaluation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The coupled time crystals written down by hand at zero temperature and integrated with the classical Runge-Kutta
 * method, at points of which no reference value speaks. Means are m = sum of sigma over sqrt(2) N, so that the ground
 * state is m_z = -1/sqrt(2) and a Hamiltonian or jump operator linear in them gives a factor sqrt(2) per commutator.
 */
class HandWrittenCrystalsTest {

    private static final double ROOT = Math.sqrt(2);
    private static final double STEP = 1e-3;

    /** Exchange J and Jz, drives of both ensembles, decay, detuning. */
    record Point(double exchange, double ising, double driveA, double driveB, double detuning) {}

    static Stream<Arguments> points() {
        return Stream.of(
                        new Point(2.2, 0.3, 1.7, 1.7, 0),
                        new Point(5, 1, 2, 2, 0),
                        new Point(0.4, 0, 0, 1.3, 0),
                        new Point(1.1, 0.6, 0.8, 1.9, 0.35))
                .map(Arguments::of);
    }

    /**
     * For [a_i, a_j] = i sqrt(2) e_ijk a_k: dm/dt = sqrt(2) b x m from the mean field b = dH/da of each ensemble, and
     * decay kappa/N D[a_-] with a_- = (a_x - i a_y)/2 times sqrt(2) gives kappa sqrt(2) (m_x m_z, m_y m_z, -m_x^2 - m_y^2).
     */
    private static double[] rate(Point p, double[] m) {
        double[] a = ensemble(p, p.driveA(), m, 0, 3);
        double[] b = ensemble(p, p.driveB(), m, 3, 0);
        return new double[] {a[0], a[1], a[2], b[0], b[1], b[2]};
    }

    private static double[] ensemble(Point p, double drive, double[] m, int own, int other) {
        double x = m[own];
        double y = m[own + 1];
        double z = m[own + 2];
        double fieldX = p.exchange() * m[other] + drive / ROOT;
        double fieldY = p.exchange() * m[other + 1];
        double fieldZ = p.ising() * m[other + 2] + p.detuning() / ROOT;
        return new double[] {
            ROOT * (fieldY * z - fieldZ * y + x * z),
            ROOT * (fieldZ * x - fieldX * z + y * z),
            ROOT * (fieldX * y - fieldY * x - x * x - y * y)
        };
    }

    /** State, integral of m_z of B, integral of the work and its largest m_z of B, at time t. */
    private static double[] integrate(Point p, double t) {
        double[] m = {0, 0, -1 / ROOT, 0, 0, -1 / ROOT};
        double work = 0;
        double high = m[5];
        int steps = (int) Math.round(t / STEP);
        for (int k = 0; k < steps; k++) {
            double before = photons(m);
            double[] middle = step(p, m, STEP / 2);
            m = step(p, m, STEP);
            work += STEP / 6 * (before + 4 * photons(middle) + photons(m));
            high = Math.max(high, m[5]);
        }
        return new double[] {m[0], m[1], m[2], m[3], m[4], m[5], work / t, high};
    }

    /** Quanta given to both baths per atom and time. */
    private static double photons(double[] m) {
        return m[0] * m[0] + m[1] * m[1] + m[3] * m[3] + m[4] * m[4];
    }

    private static double[] step(Point p, double[] m, double h) {
        double[] k1 = rate(p, m);
        double[] k2 = rate(p, plus(m, h / 2, k1));
        double[] k3 = rate(p, plus(m, h / 2, k2));
        double[] k4 = rate(p, plus(m, h, k3));
        double[] next = m.clone();
        for (int i = 0; i < 6; i++) next[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
        return next;
    }

    private static double[] plus(double[] m, double h, double[] k) {
        double[] sum = m.clone();
        for (int i = 0; i < sum.length; i++) sum[i] += h * k[i];
        return sum;
    }

    private static Evaluation model(Point p) {
        return Evaluation.of(new Paper("coupled-btc").model("model.yaml"))
                .set(Map.of(
                        "J", p.exchange(),
                        "Jz", p.ising(),
                        "Omega1", p.driveA(),
                        "Omega2", p.driveB(),
                        "delta", p.detuning()));
    }

    @ParameterizedTest
    @MethodSource("points")
    void theDerivedEquationsMoveAsTheHandWrittenOnes(Point p) {
        List<String> means = List.of("<A.x>/N", "<A.y>/N", "<A.z>/N", "<B.x>/N", "<B.y>/N", "<B.z>/N");
        for (double t : new double[] {0.7, 3, 12}) {
            double[] hand = java.util.Arrays.copyOf(integrate(p, t), 6);
            assertArrayEquals(hand, model(p).at(List.of(t), means)[0], 1e-8, p + " at t = " + t);
        }
    }

    @ParameterizedTest
    @MethodSource("points")
    void workEnergyAndExtremaAreThoseOfTheHandWrittenMotion(Point p) {
        double[] hand = integrate(p, 12);
        Evaluation at = model(p);
        assertEquals(
                hand[6],
                at.measure("dissipated_work", new Measure.Average(0, 12)).value(),
                1e-7);
        assertEquals(
                (hand[2] + hand[5] + ROOT) / ROOT,
                at.measure("stored_energy", new Measure.AtTime(12)).value(),
                1e-8);
        assertEquals(
                (hand[2] + hand[5] + ROOT) / ROOT,
                at.measure("efficiency", new Measure.AtTime(12)).value()
                        * ((hand[2] + hand[5] + ROOT) / ROOT + 12 * hand[6]),
                1e-6,
                "efficiency is stored energy over stored energy plus heat");
        assertEquals(
                hand[7],
                at.measure("m_z2", new Measure.Extremum(0, 12, true, false)).value(),
                1e-6);
    }
}
