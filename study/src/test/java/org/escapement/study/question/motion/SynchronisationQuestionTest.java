package org.escapement.study.question.motion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.escapement.data.Dataset;
import org.escapement.model.OpenSystem;
import org.escapement.model.file.ModelReader;
import org.escapement.study.file.Study;
import org.escapement.study.file.StudyReader;
import org.escapement.study.run.Progress;
import org.escapement.study.run.StudyRunner;
import org.escapement.yaml.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two ensembles that do not interact: each turns with the frequency sqrt(w^2 - kappa^2/4) when driven enough, and rests
 * otherwise.
 */
class SynchronisationQuestionTest {

    private static final OpenSystem MODEL = ModelReader.read("""
            model: two boundary crystals
            size: N
            parameters:
              u: {preset: 1}
              v: {preset: 1}
              kappa: {preset: 1}
            spins:
              A: {atoms: N, as: sigma/2, scale: N/2}
              B: {atoms: N, as: sigma/2, scale: N/2}
            hamiltonian:
              drive: u*A.x + v*B.x
            jumps:
              loss A: {operator: A.minus, rate: kappa/N, bath: light}
              loss B: {operator: B.minus, rate: kappa/N, bath: light}
            states:
              ground: {A: down, B: down}
              equator: {A: y, B: y}
            quantities:
              z_A: <A.z>/(N/2)
              z_B: <B.z>/(N/2)
              turn_A: angle(<A.y>/N, <A.z>/N)
              turn_B: angle(<B.y>/N, <B.z>/N)
            """, "model.yaml");

    private static final String WINDING = "of: [z_A, z_B], angles: [turn_A, turn_B], window: [100, 400]";
    private static final String CROSSINGS = "of: [z_A, z_B], window: [100, 400]";

    @TempDir
    private Path directory;

    private static Study study(String set, String record) {
        return StudyReader.read(
                "study: s\nmodel: m\nset: {" + set + "}\nrecord:\n  x: {" + record + "}\n",
                "study.yaml",
                (name, structure) -> MODEL);
    }

    private double[] asked(String set, String record) {
        Dataset data = new StudyRunner(study(set, record), directory, 1, Progress.silent())
                .run(StudyRunner.Existing.OVERWRITE)
                .get("main");
        return data.values("x");
    }

    private static double frequency(double drive) {
        return Math.sqrt(drive * drive - 0.25);
    }

    @Test
    void frequenciesByAllThreeMethods() {
        double[] known = {frequency(1), frequency(0.8)};
        String drives = "u: 1, v: 0.8";
        assertArrayEquals(known, asked(drives, "synchronisation: {ask: frequencies, " + WINDING + "}"), 1e-7);
        assertArrayEquals(known, asked(drives, "synchronisation: {ask: frequencies, " + CROSSINGS + "}"), 1e-7);
        assertArrayEquals(
                known, asked(drives, "synchronisation: {ask: frequencies, by: spectrum, " + CROSSINGS + "}"), 1e-3);
    }

    @Test
    void whatRestsIsUnbrokenAndHasFrequencyZero() {
        String drives = "u: 1, v: 0.3";
        assertArrayEquals(
                new double[] {frequency(1), 0},
                asked(drives, "synchronisation: {ask: frequencies, " + WINDING + "}"),
                1e-7);
        assertArrayEquals(new double[] {2, 0}, asked(drives, "synchronisation: {ask: kinds, " + WINDING + "}"), 0);
    }

    @Test
    void mismatchVarianceAndLockingRatio() {
        double fast = Math.sqrt(0.25 + 4 * 0.36);
        double slow = Math.sqrt(0.25 + 0.36);
        String drives = "u: " + fast + ", v: " + slow;
        assertEquals(0.6, asked(drives, "synchronisation: {ask: mismatch, " + WINDING + "}")[0], 1e-6);
        assertEquals(0.09, asked(drives, "synchronisation: {ask: variance, " + WINDING + "}")[0], 1e-6);
        assertEquals(2, asked(drives, "synchronisation: {ask: p, " + CROSSINGS + "}")[0]);
        assertEquals(1, asked(drives, "synchronisation: {ask: q, " + CROSSINGS + "}")[0]);
        assertEquals(0, asked("u: 1.01, v: 0.87", "synchronisation: {ask: p, " + CROSSINGS + "}")[0]);
    }

    @Test
    void equalEnsemblesAreCorrelated() {
        assertEquals(1, asked("u: 1", "synchronisation: {ask: correlation, " + CROSSINGS + "}")[0], 1e-9);
    }

    @Test
    void anAngleTurnsByHalfATurnBetweenTheEndsOfAReversibleOrbit() {
        double[] turned = asked("u: 1, v: 0.8", "first passage: {of: z_A, below: 0, before: 100, change of: turn_A}");
        // From below the angle of (m_y, m_z) has a quarter of a turn to the first equator, and half a turn to the next.
        assertEquals(1.5 * Math.PI, Math.abs(turned[0]), 1e-8);
    }

    @Test
    void aCrossingIsTheParameterAtWhichTheAnswerPassesALevel() {
        String record = "long time: frequency, crosses: {unknown: u, between: [0.6, 1 + v], level: 1, width: 1e-7}";
        assertEquals(Math.sqrt(1.25), asked("v: 0.3", record)[0], 1e-6);
    }

    @Test
    void mistakesAreNamed() {
        assertMessage("compares two quantities, not 3", "ask: p, of: [z_A, z_B, z_A], window: [1, 2]");
        assertMessage("winding is that of angles", "ask: variance, of: [z_A, z_B], by: winding, window: [1, 2]");
        assertMessage(
                "an angle is written angle(y, x)", "ask: variance, of: [z_A, z_B], angles: [z_A, z_B], window: [1, 2]");
        assertMessage("one angle for each", "ask: variance, of: [z_A, z_B], angles: [turn_A], window: [1, 2]");
    }

    private static void assertMessage(String part, String keys) {
        String message = assertThrows(SourceException.class, () -> study("u: 1", "synchronisation: {" + keys + "}"))
                .getMessage();
        assertTrue(message.contains(part), message);
    }
}
