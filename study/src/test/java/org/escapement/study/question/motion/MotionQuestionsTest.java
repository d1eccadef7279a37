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
 * A driven ensemble with collective decay: from the ground state the angle in the plane S_x = 0 follows theta' = w -
 * (kappa/2) sin(theta), which rests below w = kappa/2 and turns with the frequency sqrt(w^2 - kappa^2/4) above.
 */
class MotionQuestionsTest {

    private static final OpenSystem MODEL = ModelReader.read("""
            model: boundary crystal
            size: N
            parameters:
              w: {preset: 1}
              kappa: {preset: 1}
            spins:
              S: {atoms: N, as: sigma/2}
            baths: {light: {temperature: 1}}
            hamiltonian:
              drive: w*S.x
            jumps:
              loss: {operator: S.minus, rate: kappa/N, bath: light, quantum: 1}
            states:
              ground: {S: down}
            quantities:
              across: <S.y>/(N/2)
              emitted: {is: integral(<S.z>)/N}
            closed forms:
              edge: {is: kappa/2}
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
        ClaimResult result = measured(measure);
        assertTrue(
                result.measured().error() < 1e-3,
                measure + " has the error " + result.measured().error());
        return result.measured().value();
    }

    private static String refusal(String measure) {
        return assertThrows(SourceException.class, () -> measured(measure)).getMessage();
    }

    @Test
    void aTurningStartHasItsPeriodAndAveragesOverIt() {
        double frequency = Math.sqrt(1 - 0.25);
        assertEquals(2 * Math.PI / frequency, value("long time: period"), 1e-9);
        assertEquals(frequency, value("long time: frequency"), 1e-9);
        assertEquals(1, value("long time: kind"), 0);
        assertEquals(2 * (1 - frequency), Math.abs(value("long time: {average: across}")), 1e-9);
        assertEquals(2, value("long time: {average: across, per: across/2}"), 1e-12);
    }

    @Test
    void aStartThatComesToRestHasFrequencyZeroAndTheValueThere() {
        String weak = ", set: {w: 0.3}";
        assertEquals(0, value("long time: frequency" + weak), 0);
        assertEquals(0, value("long time: kind" + weak), 0);
        assertEquals(0.6, Math.abs(value("long time: {average: across}" + weak)), 1e-9);
        assertTrue(refusal("long time: period" + weak).contains("no period: unbroken: rests at a stable"));
        assertTrue(refusal("long time: lifetime").contains("nothing was metastable"));
    }

    @Test
    void theFateOfTheStartChangesWhereItsRestEnds() {
        String range = ", along: w, from: 0.2*kappa, to: 2*edge";
        assertEquals(0.5, value("boundary: {of: start" + range + ", within: 1e-4}"), 1e-4);
        assertEquals(0.5, value("boundary: {of: rest" + range + "}"), 1e-9);
        assertEquals(0.5, value("boundary: {of: orbit, along: w, from: 2*edge, to: 0.2, within: 1e-4}"), 1e-4);
        assertEquals(1, value("boundary: {of: rest" + range + "}, set: {kappa: 2}"), 1e-9);
    }

    @Test
    void boundariesThatAreNotThereAreNamed() {
        assertTrue(refusal("boundary: {of: start, along: w, from: 1, to: 2}")
                .contains("the fate of the start is the same from w = 1.0 to 2.0"));
        assertTrue(refusal("boundary: {of: orbit, along: w, from: 0.2, to: 2}").contains("no orbit to follow"));
        assertTrue(refusal("boundary: {of: rest, along: w, from: 2, to: 1}").contains("no rest to follow"));
        assertTrue(refusal("boundary: {of: rest, along: w, from: 0.2, to: 0.3}").contains("no fold"));
        assertTrue(refusal("boundary: {of: start, along: w, from: 1, to: 1}").contains("no range"));
    }

    @Test
    void allFixedPointsAreCounted() {
        assertEquals(2, value("fixed points: number, set: {w: 0.3}"));
        assertEquals(1, value("fixed points: attracting, set: {w: 0.3}"));
        assertEquals(0.6, Math.abs(value("fixed points: {greatest: across}, set: {w: 0.3}")), 1e-9);
        assertEquals(-0.8, value("fixed points: {least: <S.z>/(N/2)}, set: {w: 0.3}"), 1e-9);
        assertEquals(0, value("fixed points: attracting"));
        assertTrue(refusal("fixed points: {least: across}").contains("none of the 2 fixed points attracts"));
        assertTrue(refusal("fixed points: {of: across}").contains("of"));
    }

    @Test
    void relaxationIsThatOfTheSlowestDecay() {
        // theta' = w - sin(theta)/2 decays with cos(theta)/2 = 0.4, as does the other direction on the sphere.
        assertEquals(0.4, value("long time: relaxation, set: {w: 0.3}"), 1e-4);
        assertEquals(-0.4, value("long time: lyapunov exponent, set: {w: 0.3}"), 1e-8);
        assertEquals(0, value("long time: family, set: {w: 0.3}"));
        assertEquals(1, value("long time: family"));
        assertEquals(0, value("long time: lyapunov exponent"), 0);
        assertTrue(refusal("long time: relaxation").contains("nothing decays measurably"));
    }

    @Test
    void aSearchThatLeavesThePhysicalRegionIsNamed() {
        String range = ", along: kappa, from: 1, to: -1}";
        String refused = "the rate of jump 'loss' is negative at {";
        assertTrue(refusal("boundary: {of: start" + range + ", set: {w: 0.1}").contains(refused));
        assertTrue(refusal("boundary: {of: rest" + range + ", set: {w: 0}").contains(refused));
        assertTrue(refusal("boundary: {of: orbit" + range).contains(refused));
        assertTrue(refusal("hysteresis: {ask: loops, along: kappa, from: -1, to: 1, points: 3}")
                .contains(refused));
    }

    @Test
    void questionsThatMakeNoSenseAreRefusedAtTheirPlace() {
        assertTrue(refusal("long time: {average: emitted}").contains("depends on what went before"));
        assertTrue(refusal("long time: {average: <S.z>}").contains("grows like N"));
        assertTrue(refusal("long time: mean").contains("not a valid question about long times"));
        assertTrue(refusal("boundary: {of: start, along: v, from: 1, to: 2}").contains("not a valid parameter"));
        assertTrue(
                refusal("boundary: {of: start, along: w, from: 1, to: ednge}").contains("ednge"));
        assertTrue(refusal("boundary: {of: start, along: w, from: 1, to: 2, within: 2}")
                .contains("share of the range"));
    }

    /** Without decay S_z/N = -cos(w t)/2. */
    @Test
    void firstPassagesAreThoseOfTheQuantityOrOfItsMovingAverage() {
        String plain = "before: 50}, set: {kappa: 0, w: 2}";
        assertEquals(Math.PI / 4, value("first passage: {of: <S.z>/N, above: 0, " + plain), 1e-9);
        assertEquals(Math.PI / 3, value("first passage: {of: <S.z>/N, above: w/8, " + plain), 1e-9);
        assertEquals(3 * Math.PI / 4, value("first passage: {of: <S.z>/N, below: 0, " + plain), 1e-9);
        // The average over a width W begins at W/2 and has the zeros of the quantity.
        assertEquals(Math.PI / 4, value("first passage: {of: <S.z>/N, above: 0, averaged over: 0.5, " + plain), 1e-7);
        assertTrue(refusal("first passage: {of: <S.z>/N, above: 0.6, " + plain)
                .contains("'<S.z>/N' does not reach 0.6 from below before t = 50.0"));
    }

    /** d(-cos(w t)/2)/dw = t sin(w t)/2. */
    @Test
    void responsesArePerturbationTheory() {
        String response = "response: {of: <S.z>/N, to: w, ";
        assertEquals(1.5 * Math.sin(3), value(response + "at: 3}, set: {kappa: 0}"), 1e-9);
        // Maxima of t |sin(t)|/2 over the half periods, where tan(t) = -t.
        double[] maxima = {0.9098528, 2.4072349, 3.9583652, 5.5203508};
        double slope = (-1.5 * maxima[0] - 0.5 * maxima[1] + 0.5 * maxima[2] + 1.5 * maxima[3]) / (5 * Math.PI);
        assertEquals(slope, value(response + "growth: {from: 0, to: 4*pi, width: pi}}, set: {kappa: 0}"), 1e-6);
    }

    @Test
    void aDriftNeedsAFamilyOfOrbitsAndItsLabel() {
        assertTrue(refusal("slow drift: {of: across, to: w}").contains("not constant along the orbit"));
        assertTrue(refusal("slow drift: {of: across, to: w}, set: {w: 0.2}").contains("no orbit that could drift"));
    }

    @Test
    void readingsThatMakeNoSenseAreRefused() {
        assertTrue(refusal("response: {of: across, to: w, average: [0, 1]}").contains("by 'at', 'series'"));
        assertTrue(refusal("response: {of: across, to: w, growth: {from: 0, to: 1, width: 1}}")
                .contains("too few intervals"));
        assertTrue(refusal("first passage: {of: across, before: 1}").contains("either 'above' a level or 'below'"));
        assertTrue(refusal("first passage: {of: across, above: 1, before: 0}").contains("a duration is positive"));
    }
}
