package org.escapement.study.question.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.UnstableException;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.model.file.ModelFile;
import org.escapement.model.network.NetworkModel;
import org.escapement.observables.Accuracy;
import org.escapement.study.Estimate;
import org.escapement.study.Inquiry;
import org.escapement.yaml.SourceException;
import org.junit.jupiter.api.Test;

final class NetworkQuestionsTest {

    private static final NetworkModel PAIR = (NetworkModel) ModelFile.read("""
            network: pair
            parameters: {W: 3, g: 0.01, G: 2, T: 0.5, r: 1}
            drive frequency: W
            oscillators:
              A: {mass: 1, frequency: 1}
              B: {mass: 1, frequency: 3/5}
            baths:
              still:
                temperature: T
                density: {shape: ohmic, friction: G}
                couplings: {A: 1, B: 1}
              moved:
                temperature: T
                density: {shape: drude, friction: g, cutoff: 1.2}
                couplings:
                  A: {harmonics: {1: {amplitude: 1}}}
                  B: {harmonics: {1: {amplitude: r, phase: pi/2}}}
            """, "pair.yaml", Map.of());

    private static List<Estimate> ask(String question, Map<String, Double> set) {
        return new Inquiry(PAIR, question).answer(set, Optional.empty(), ExactOptions.none(), Accuracy.fine());
    }

    private static double one(String question, Map<String, Double> set) {
        return ask(question, set).getFirst().value();
    }

    private static void refused(String question, String part) {
        String message = assertThrows(SourceException.class, () -> ask(question, Map.of()))
                .getMessage();
        assertTrue(message.contains(part), message);
    }

    @Test
    void secondOrderIsTheLimitOfAllOrders() {
        for (String aspect : List.of("power: A", "fluctuation: total", "heat: still", "power slope: B")) {
            double second = one("second order: {" + aspect + "}", Map.of("g", 1e-6));
            double exact = one("all orders: {" + aspect + ", tolerance: 1e-6}", Map.of("g", 1e-6));
            assertEquals(second, exact, 1e-4 * Math.abs(second), aspect);
        }
    }

    @Test
    void flowsOfBothOrdersAddUpToZero() {
        for (String order : List.of("second order", "all orders")) {
            double sum = one(order + ": {power: total}", Map.of())
                    + one(order + ": {heat: still}", Map.of())
                    + one(order + ": {heat: moved}", Map.of());
            assertEquals(0, sum, 1e-9, order);
        }
    }

    @Test
    void ratiosAreMadeOfTheirParts() {
        double q = one("second order: {ratio: B}", Map.of());
        double p = one("second order: {power: B}", Map.of());
        double d = one("second order: {fluctuation: B}", Map.of());
        double s = one("second order: entropy production", Map.of());
        assertEquals(s * d / (p * p), q, 1e-12 * q);
        assertEquals(p * p * (q - 2), one("second order: {excess: B}", Map.of()), 1e-12 * p * p * q);
        double v = one("second order: {generalised bound: B}", Map.of());
        assertEquals(q / v, one("second order: {generalised ratio: B}", Map.of()), 1e-10 * q / v);
    }

    /** Near W = 0.41 the modes, one of them of small linewidth, meet multiples of the drive: the power bends within a percent. */
    @Test
    void theBoundFollowsThePowerAcrossNarrowResonances() {
        for (double w : List.of(0.4085, 0.411, 0.413, 0.4145)) {
            double h = 2e-5 * w;
            double before = one("all orders: {power: B}", Map.of("W", w - h, "G", 100.0, "r", 0.58));
            double here = one("all orders: {power: B}", Map.of("W", w, "G", 100.0, "r", 0.58));
            double after = one("all orders: {power: B}", Map.of("W", w + h, "G", 100.0, "r", 0.58));
            double expected = 2 * Math.pow(1 - w * (after - before) / (2 * h * here), 2);
            double bound = one("all orders: {generalised bound: B}", Map.of("W", w, "G", 100.0, "r", 0.58));
            assertEquals(expected, bound, 5e-3 * expected, "at W = " + w);
        }
    }

    @Test
    void aCrossingIsWhereTheQuestionPassesTheLevel() {
        double w = one("crossing: {of: {second order: {power: A}}, along: W, from: 0.1, to: 100}", Map.of());
        assertEquals(0, one("second order: {power: A}", Map.of("W", w)), 1e-9);
    }

    @Test
    void staticQuestionsKnowModesAndSeries() {
        assertEquals(2, ask("static: {absorption: [0.5, 1]}", Map.of()).size());
        assertEquals(
                one("static: {covariance: [A, B]}", Map.of()),
                one("static: {correlation: [A, B], times: [0, 1]}", Map.of()),
                1e-12);
        assertTrue(one("static: {linewidth: 1}", Map.of()) > 0);
    }

    @Test
    void aNetworkWithoutASteadyStateRefusesAsUnstable() {
        Map<String, Double> pumped = Map.of("g", 20.0, "W", 1.9);
        assertTrue(one("all orders: growth rate", pumped) > 0);
        assertThrows(UnstableException.class, () -> ask("all orders: {power: A}", pumped));
    }

    private static final NetworkModel SOFT = (NetworkModel) ModelFile.read("""
            network: pair in a soft bath
            parameters: {g: 0.5, q: 1}
            oscillators:
              A: {mass: 2, frequency: 1}
              B: {mass: 1, frequency: 3/5}
            baths:
              still:
                temperature: 0
                density: {shape: drude, friction: g, cutoff: 3}
                couplings: {A: 1, B: 1}
            """, "soft.yaml", Map.of());

    private static double soft(String question, double q) {
        return new Inquiry(SOFT, question)
                .answer(Map.of("q", q), Optional.empty(), ExactOptions.none(), Accuracy.fine())
                .getFirst()
                .value();
    }

    @Test
    void squeezedStartsBecomeEntangledThroughTheCommonBath() {
        String start = "start: {A: {squeezing: q}, B: {squeezing: q}}";
        assertEquals(0, soft("transient: {negativity: [A, B], " + start + ", at: 0}", 1), 1e-12);
        assertEquals(0, soft("transient: {entropy: [A, B], " + start + ", at: 0}", 1), 1e-6);
        assertTrue(soft("transient: {negativity: [A, B], " + start + ", at: 1}", 1) > 0.05);
        assertTrue(soft("transient: {mutual information: [A, B], " + start + ", at: 1}", 1) > 0.05);
        assertTrue(soft("transient: {entropy: A, " + start + ", at: 1}", 1) > 0.05);
    }

    @Test
    void energyAndErgotropyOfTheStartAreThoseOfItsState() {
        double thermal = 0.5 / Math.tanh(1 / (2 * 0.7));
        String start = "start: {A: {temperature: 0.7, squeezing: q, position: 0.3}}";
        double displaced = 2 * 0.3 * 0.3 / 2;
        assertEquals(
                thermal * Math.cosh(2) + displaced, soft("transient: {energy: A, " + start + ", at: 0}", 1), 1e-12);
        assertEquals(
                thermal * (Math.cosh(2) - 1) + displaced,
                soft("transient: {ergotropy: A, " + start + ", at: 0}", 1),
                1e-12);
        assertEquals(0.3, soft("transient: {mean: A.x, " + start + ", at: 0}", 1), 1e-14);
    }

    @Test
    void theSettledStateHasTheStaticCovariances() {
        assertEquals(
                soft("static: {covariance: [A, B]}", 0),
                soft("transient: {covariance: [A.x, B.x], start: settled, at: 0}", 0),
                1e-6);
        assertTrue(soft("transient: {ergotropy: [A, B], start: settled, at: 0}", 0) > -1e-9);
    }

    @Test
    void transientsOfAStrictlyOhmicBathAreRefusedByName() {
        String message = assertThrows(
                        NotApplicableException.class, () -> ask("transient: {covariance: [A.x, B.x], at: 1}", Map.of()))
                .getMessage();
        assertTrue(message.contains("strictly Ohmic"), message);
        refused("transient: {covariance: [A.x], at: 1}", "needs two");
        refused("transient: {negativity: [A, A], at: 1}", "in common");
        refused("transient: {entropy: A}", "say when");
        refused("transient: {entropy: A, at: -1}", "begins at time 0");
        refused("transient: {entropy: A, start: {C: {squeezing: 1}}, at: 1}", "no oscillator 'C'");
        refused("transient: {at: 1}", "say what is asked");
    }

    @Test
    void mistakesAreNamedAtTheirPlace() {
        refused("second order: {power: C}", "there is no oscillator 'C'; valid here: A, B, total");
        refused("second order: power", "say whose");
        refused("second order: {power: A, heat: still}", "one thing is asked at a time");
        refused("second order: growth rate", "'growth rate' is not a valid");
        refused("all orders: {power: A, tolerance: 1}", "a tolerance lies between");
        refused("static: {linewidth: 0}", "modes are counted");
        refused("second order: {efficiency: [A, A]}", "two different oscillators");
        refused("long time: period", "harmonic network");
    }
}
