package org.escapement.observables.nonlinear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.escapement.observables.Accuracy;
import org.junit.jupiter.api.Test;

class FirstPassageTest {

    private static final double[] GROUND = {0, 0, -1, 0, 0, 0, 0};
    private static final Accuracy FINE = Accuracy.fine();

    @Test
    void lifetimesOfTheMetastableEngine() {
        FlowFamily engine = Models.paper("optomech-engine");
        assertEquals(260.9692280050245, lifetime(engine, 0.5, 0.6823278038280195), 1e-3);
        assertEquals(1208.4871697191797, lifetime(engine, 0.1, 0.9641496548145646), 5e-3);
    }

    private static double lifetime(FlowFamily engine, double shift, double end) {
        Section half = Section.rising(Models.parse("mirror.x"), end / 2);
        return FirstPassage.ofMovingAverage(engine.at(Map.of("GL", shift)), half, 20, GROUND, 1e5, FINE)
                .orElseThrow();
    }

    @Test
    void timeAtWhichTheNeutralAngleHasDrifted() {
        // D = (s_y - s*) + i s_x with s_x = 2 S.x; |arg D modulo pi| = 0.3 where |Im D cos 0.3| = |Re D sin 0.3|.
        String both = "(2*S.x*cos(0.3))^2 - ((2*S.y - 1.5)*sin(0.3))^2";
        Flow flow = Models.paper("optomech-engine").at(Map.of("Omega", 1.5, "GL", 0.2));
        double time = FirstPassage.of(flow, Section.rising(Models.parse(both), 0), GROUND, 6000, FINE)
                .orElseThrow()
                .time();
        assertEquals(3220.9698386861874, time, 1e-4);
    }

    @Test
    void movingAveragesOfASineAreExact() {
        FlowFamily clock = FlowFamily.of(List.of("x", "v"), Models.parse("v", "-x"));
        // The average of sin over [t - 1, t + 1] is sin(1) sin(t).
        double level = 0.5 * Math.sin(1);
        double falling = FirstPassage.ofMovingAverage(
                        clock.at(Map.of()),
                        Section.falling(Models.parse("x"), level),
                        2,
                        new double[] {0, 1},
                        100,
                        FINE)
                .orElseThrow();
        assertEquals(5 * Math.PI / 6, falling, 1e-8);
    }

    @Test
    void nothingIsReportedWhenTheLevelIsNotReached() {
        Flow flow = Models.paper("optomech-engine").at(Map.of());
        Section high = Section.rising(Models.parse("mirror.x"), 0.5);
        assertTrue(FirstPassage.of(flow, high, GROUND, 100, FINE).isEmpty());
        assertTrue(
                FirstPassage.ofMovingAverage(flow, high, 20, GROUND, 100, FINE).isEmpty());
    }
}
