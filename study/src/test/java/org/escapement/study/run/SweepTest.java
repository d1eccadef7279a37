package org.escapement.study.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.escapement.data.Dataset;
import org.escapement.observables.Measure;
import org.escapement.observables.Outcome;
import org.escapement.study.Estimate;
import org.escapement.study.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sweep computes at its points, and what becomes of points that have no answer. */
class SweepTest {

    private static final int NOT_APPLICABLE = Outcome.Status.NOT_APPLICABLE.code();

    /** Average in lanes, maximum one by one, continuation: the three ways points are computed. */
    private static final String LANES = "record: {w: {quantity: work, average: [1, 2]}}\n";

    private static final String SCALAR = "record: {w: {quantity: work, maximum: [1, 2]}}\n";
    private static final String CONTINUED = LANES + "continuation: {along: n1, settle: 5}\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {LANES, SCALAR, CONTINUED})
    void aNegativeRateIsAStatusAndTheOtherPointsGoOn(String body) {
        Dataset d = Samples.main("axes:\n  n1: [0, -2, 0.5]\n" + body, folder);
        assertArrayEquals(new int[] {0, NOT_APPLICABLE, 0}, d.status());
        double[] w = d.values("w");
        assertTrue(Double.isFinite(w[0]) && Double.isNaN(w[1]) && Double.isFinite(w[2]), Arrays.toString(w));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record: {w: {quantity: depth*m_z, average: [1, 2]}}\n",
                "record: {w: {quantity: depth*m_z, maximum: [1, 2]}}\n",
                "record: {w: {quantity: depth*m_z, at: 1}}\ncontinuation: {along: Omega, settle: 5}\n",
                "record: {w: {number: depth}}\n",
                "record: {w: {number: sqrt(4 - Omega)}}\n",
                "record: {w: {number: sqrt(4 - Omega)}, v: {quantity: work, at: 1}}\n"
            })
    void aDefinitionWithoutRealValueIsAStatusAndTheOtherPointsGoOn(String body) {
        Dataset d = Samples.main("axes:\n  Omega: [3, 5, 2]\n" + body, folder);
        assertEquals(0, d.status()[0]);
        assertNotEquals(0, d.status()[1]);
        assertEquals(0, d.status()[2]);
        assertTrue(Double.isNaN(d.values("w")[1]));
    }

    @Test
    void aClosedFormOutsideItsRangeIsAStatusAndTheOtherPointsGoOn() {
        Dataset d = Samples.main(
                "axes:\n  Omega: [0.5, 1.5, 1]\nrecord: {e: {number: stationary_work}}\nset: {J: 0}\n", folder);
        assertArrayEquals(new int[] {0, NOT_APPLICABLE, 0}, d.status());
        assertArrayEquals(new double[] {0.25, Double.NaN, 1}, d.values("e"), 1e-15);
    }

    @Test
    void setExpressionsFollowTheAxes() {
        Dataset d = Samples.main(
                "axes:\n  J: [0, 1, 3.5]\nset: {Jz: 4 - J, Omega: 2*Jz}\nrecord: {w: {quantity: work, average: [3, 5]}, o: {number: Omega}}\n",
                folder);
        assertArrayEquals(new double[] {8, 6, 1}, d.values("o"));
        for (int k = 0; k < 3; k++) {
            double j = d.axis("J").value(k);
            double alone = Evaluation.of(Samples.crystals())
                    .set(Map.of("J", j, "Jz", 4 - j, "Omega", 2 * (4 - j)))
                    .measure("work", new Measure.Average(3, 5))
                    .value();
            assertEquals(alone, d.values("w")[k], 1e-6);
        }
    }

    @Test
    void anAxisMayBeANameOfItsOwnThatSetUses() {
        Dataset d = Samples.main("axes:\n  x: [1, 2]\nset: {J: x^2}\nrecord: {j: {number: J}}\n", folder);
        assertArrayEquals(new double[] {1, 4}, d.values("j"));
    }

    @Test
    void lanesAndSinglePointsAgreeToTheTolerance() {
        String axes = "axes:\n  Omega: {from: 0.5, to: 3, points: 6}\n  J: {from: 0, to: 4, points: 9}\n";
        String both = "accuracy: {relative: 1e-10, absolute: 1e-10}\n" + axes + "record:\n"
                + "  w: {quantity: work, average: [5, 10]}\n  m: {quantity: m_z, at: 10}\n";
        Dataset lanes = Samples.main(both, folder.resolve("lanes"));
        Dataset single = Samples.main(both + "  top: {quantity: m_z, maximum: [0, 10]}\n", folder.resolve("single"));
        assertNotEquals(
                lanes.provenance().entries().get("kernel"),
                single.provenance().entries().get("kernel"),
                "the two runs must take different paths");
        assertArrayEquals(single.values("w"), lanes.values("w"), 1e-8);
        assertArrayEquals(single.values("m"), lanes.values("m"), 1e-8);
    }

    /** Setup 1 has a stationary state from |J - Jz| = sqrt(8) on, but from the ground state it is not reached at once. */
    @Test
    void continuationCarriesTheStateForwardsAndBackwards() {
        String body = """
                set: {Omega: 3}
                axes: {J: {from: 3, to: 5, step: 0.1}}
                record: {r: {quantity: m_z, range: [100, 150]}}
                """;
        double[] alone = Samples.main(body, folder.resolve("alone")).values("r");
        double[] forward = Samples.main(body + "continuation: {along: J, settle: 150}\n", folder.resolve("forward"))
                .values("r");
        double[] backward = Samples.main(
                        body + "continuation: {along: J, settle: 150, direction: backward}\n",
                        folder.resolve("backward"))
                .values("r");
        int end = alone.length - 1;
        assertEquals(alone[0], forward[0], 1e-7, "the first point forward starts as it would alone");
        assertEquals(alone[end], backward[end], 1e-7, "the first point backward starts as it would alone");
        assertTrue(alone[end] < 1e-3, "from the ground state there is rest at J = 5: " + Arrays.toString(alone));
        assertTrue(alone[1] > 0.1, "from the ground state there is oscillation at J = 3.1: " + Arrays.toString(alone));
        assertTrue(backward[1] < 1e-3, "carried down from J = 5 it rests at J = 3.1: " + Arrays.toString(backward));
        assertNotEquals(alone[1], forward[1], 1e-7, "the second point forward starts where the first ended");
    }

    @Test
    void randomStartsDependOnSeedAndIndexOnly() {
        String record = "start: turned\nrecord: {angle: {number: phi}, m: {quantity: m_z, at: 0}}\n";
        String starts = "  starts: {random: {phi: [0, 2*pi]}, points: 8, seed: %d}\n";
        Dataset one = Samples.main("axes:\n" + starts.formatted(1) + record, folder.resolve("one"));
        double[] alone = one.values("angle");
        double[] again = Samples.main("axes:\n" + starts.formatted(1) + record, folder.resolve("again"))
                .values("angle");
        double[] beside = Samples.main("axes:\n  J: [1, 2]\n" + starts.formatted(1) + record, folder.resolve("beside"))
                .values("angle");
        double[] longer = Samples.main(
                        "axes:\n" + starts.formatted(1).replace("points: 8", "points: 20") + record,
                        folder.resolve("longer"))
                .values("angle");
        double[] other = Samples.main("axes:\n" + starts.formatted(2) + record, folder.resolve("other"))
                .values("angle");
        assertArrayEquals(alone, again);
        assertArrayEquals(alone, Arrays.copyOfRange(beside, 0, 8));
        assertArrayEquals(alone, Arrays.copyOfRange(beside, 8, 16));
        assertArrayEquals(alone, Arrays.copyOfRange(longer, 0, 8));
        assertEquals(8, Arrays.stream(alone).distinct().count());
        for (int k = 0; k < 8; k++) {
            assertTrue(alone[k] >= 0 && alone[k] < 2 * Math.PI);
            assertNotEquals(alone[k], other[k]);
            assertEquals(-Math.cos(alone[k]) / Math.sqrt(2), one.values("m")[k], 1e-12);
        }
    }

    /** 4000 draws: the mean of a uniform angle is within five standard errors, a false alarm in two million. */
    @Test
    void randomStartsAreUniform() {
        double[] u = new double[4000];
        for (int k = 0; k < u.length; k++) u[k] = RandomStream.uniform(3, k, 0);
        assertEquals(0.5, Arrays.stream(u).average().orElseThrow(), 5 * Math.sqrt(1 / 12.0 / u.length));
        assertEquals(4000, Arrays.stream(u).distinct().count());
        assertFalse(Arrays.stream(u).anyMatch(x -> x < 0 || x >= 1));
    }

    @Test
    void statisticsReduceOneAxisAndLeaveTheOthers() {
        Map<String, Dataset> all = Samples.run("""
                axes:
                  J: [1, 2]
                  n1: [0, 1, 2]
                  Omega: [0.1, 0.2]
                record: {x: {number: J*10 + n1^2 + Omega}}
                statistics:
                  middle: {of: x, over: n1, statistic: mean}
                  spread: {of: x, over: n1, statistic: variance}
                  low: {of: x, over: n1, statistic: minimum}
                  high: {of: x, over: n1, statistic: maximum}
                """, folder);
        Dataset s = all.get("main-statistics");
        double mean = 5 / 3.0;
        double variance = (0 + 1 + 16) / 3.0 - mean * mean;
        double[] base = {10.1, 10.2, 20.1, 20.2};
        assertArrayEquals(Arrays.stream(base).map(x -> x + mean).toArray(), s.values("middle"), 1e-12);
        assertArrayEquals(new double[] {variance, variance, variance, variance}, s.values("spread"), 1e-12);
        assertArrayEquals(base, s.values("low"), 1e-12);
        assertArrayEquals(Arrays.stream(base).map(x -> x + 4).toArray(), s.values("high"), 1e-12);
    }

    @Test
    void aStatisticOverAPointWithoutValueSaysSo() {
        Map<String, Dataset> all = Samples.run("""
                axes: {J: [0, 2], Omega: [0.5, 1.5]}
                record: {x: {number: stationary_work}}
                statistics: {middle: {of: x, over: Omega, statistic: mean}}
                """, folder);
        Dataset s = all.get("main-statistics");
        assertArrayEquals(new int[] {6, 0}, s.status());
        assertTrue(Double.isNaN(s.values("middle")[0]));
    }

    @Test
    void aStudyWithoutAxesIsOnePoint() {
        Dataset d = Samples.main("record: {e: {number: crystal_edge}}\n", folder);
        assertEquals(Evaluation.of(Samples.crystals()).number("crystal_edge"), d.values("e")[0]);
    }

    /** The error an evaluation states is the difference from ten times the tolerance, so far above the true one. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 2.9, 4})
    void statedErrorsCoverTheTrueErrorAtRegularPoints(double j) {
        Evaluation at = Evaluation.of(Samples.crystals()).set("J", j);
        for (Measure m : new Measure[] {
            new Measure.AtTime(20), new Measure.Average(5, 20), new Measure.Extremum(5, 20, true, false)
        }) {
            Estimate rough = at.accuracy(
                            org.escapement.observables.Accuracy.fine().withTolerances(1e-7, 1e-7))
                    .measure("m_z", m);
            double truth = at.accuracy(
                            org.escapement.observables.Accuracy.fine().withTolerances(1e-13, 1e-13))
                    .measure("m_z", m)
                    .value();
            double error = Math.abs(rough.value() - truth);
            assertTrue(error <= 3 * rough.error() + 1e-12, m + ": error " + error + ", stated " + rough.error());
            assertTrue(rough.error() < 1e-3, "a stated error without use: " + rough.error());
        }
    }
}
