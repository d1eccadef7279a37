package org.escapement.study.question.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.escapement.model.OpenSystem;
import org.escapement.model.file.ModelReader;
import org.escapement.study.claims.ClaimCheck;
import org.escapement.study.claims.ClaimReader;
import org.escapement.study.claims.ClaimResult;
import org.escapement.study.file.Study;
import org.escapement.study.file.StudyReader;
import org.escapement.yaml.SourceException;
import org.junit.jupiter.api.Test;

/**
 * An atom cloud that rests below w = kappa/2, beside an oscillator with two wells at the positions -1 and 1, which a force
 * F deforms until one is gone, at abs(F) = 2/(3 sqrt(3)) = 0.3849.
 */
class BasinsQuestionTest {

    private static final OpenSystem MODEL = ModelReader.read("""
            model: two wells
            size: N
            parameters:
              w: {preset: 0.2}
              kappa: {preset: 1}
              F: {preset: 0}
            spins:
              S: {atoms: N, as: sigma/2}
            oscillators:
              ball: {acceleration: ball.x - ball.x^3 + F - ball.v}
            baths: {light: {temperature: 1}}
            hamiltonian:
              drive: w*S.x
            jumps:
              loss: {operator: S.minus, rate: kappa/N, bath: light, quantum: 1}
            states:
              left: {S: down, ball: [-1, 0]}
              top: {S: down, ball: [0, 0]}
            quantities:
              position: ball.x
            """, "model.yaml");

    private static ClaimResult measured(String measure) {
        Study study = StudyReader.read(
                "study: s\nmodel: m\nrecord:\n  none: {number: w}\nclaims:\n  - says: it\n    measure: {" + measure
                        + "}\n",
                "study.yaml",
                (name, structure) -> MODEL);
        return new ClaimCheck(study, Map.of())
                .check(new ClaimReader(study).read().getFirst());
    }

    private static double value(String measure) {
        return measured(measure).measured().value();
    }

    private static String refusal(String measure) {
        return assertThrows(SourceException.class, () -> measured(measure)).getMessage();
    }

    @Test
    void randomStartsFindBothWells() {
        String draws = "starts: 40, reach: 1.5, seed: 3}, start: left";
        assertEquals(2, value("basins: {ask: attractors, " + draws));
        assertEquals(0, value("basins: {ask: oscillating, " + draws));
        assertEquals(0, value("basins: {ask: undecided, " + draws));
        assertEquals(1, value("basins: {ask: attractors, " + draws + ", set: {F: 0.5}"));
    }

    @Test
    void aShareHasItsStandardError() {
        ClaimResult all = measured("basins: {ask: oscillating, starts: 10}, start: left, set: {w: 1}");
        assertEquals(1, all.measured().value());
        assertEquals(Math.sqrt(0.05 * 0.95 / 10), all.measured().error(), 1e-12);
    }

    @Test
    void raisingAndLoweringTheForceEndDifferentlyBetweenTheFolds() {
        String sweep = "along: F, from: -0.55, to: 0.55, points: 12}, start: left";
        ClaimResult closes = measured("hysteresis: {ask: closes, " + sweep);
        assertEquals(0.4, closes.measured().value(), 1e-12);
        assertEquals(0.05, closes.measured().error(), 1e-12);
        assertEquals(-0.4, value("hysteresis: {ask: opens, " + sweep), 1e-12);
        assertEquals(0.8, value("hysteresis: {ask: width, " + sweep), 1e-12);
        assertEquals(1, value("hysteresis: {ask: loops, " + sweep));
    }

    @Test
    void loopsThatAreNotThereOrNotWholeAreNamed() {
        String above = "along: F, from: 0.5, to: 0.7, points: 3}, start: left";
        assertEquals(0, value("hysteresis: {ask: width, " + above));
        assertTrue(refusal("hysteresis: {ask: opens, " + above).contains("there is no loop"));
        String half = "along: F, from: 0, to: 0.6, points: 4}, start: left";
        assertTrue(refusal("hysteresis: {ask: opens, " + half).contains("begin lower"));
        assertTrue(refusal("hysteresis: {ask: loops, along: F, from: 1, to: 0}, start: left")
                .contains("'to' lies above 'from'"));
    }

    @Test
    void aStartOnASeparatrixIsNotGuessed() {
        assertTrue(refusal("long time: frequency, start: top")
                .contains("no single frequency: unsettled: the start lies on the separatrix of a saddle"));
        assertEquals(1, value("basins: {ask: undecided, starts: 3}, start: top"));
        assertTrue(refusal("basins: {ask: oscillating, starts: 3}, start: top").contains("none of 3 starts"));
    }

    @Test
    void mistakesAreNamed() {
        assertTrue(refusal("basins: {ask: winners, starts: 10}, start: left").contains("oscillating"));
        assertTrue(
                refusal("basins: {ask: attractors, starts: 1.5}, start: left").contains("a whole number from 1 to"));
        assertTrue(refusal("hysteresis: {ask: loops, along: F, from: 0, to: 1, kick: 2}, start: left")
                .contains("a number from 0.0 to 1.0"));
    }
}
