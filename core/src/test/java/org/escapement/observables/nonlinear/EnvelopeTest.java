package org.escapement.observables.nonlinear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.escapement.expression.Expression;
import org.escapement.observables.Accuracy;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private static final Accuracy FINE = Accuracy.fine();
    private static final FlowFamily OSCILLATOR = FlowFamily.of(List.of("x", "v"), Models.parse("v", "-w^2*x"));

    @Test
    void aResonantPerturbationGrowsLinearly() {
        // x = cos(w t): dx/dw = -t sin(w t), whose envelope is t.
        Sensitivity perturbed = Sensitivity.of(OSCILLATOR, "w");
        Expression change = perturbed.change(Expression.symbol("x"));
        Flow flow = perturbed.equations().at(Map.of("w", 1.0));
        Envelope envelope = Envelope.of(
                        flow, change.times(change), new double[] {1, 0, 0, 0}, 0, 20 * Math.PI, 2 * Math.PI, FINE)
                .map(Math::sqrt);
        assertEquals(10, envelope.maxima().size());
        assertEquals(1, envelope.slope().orElseThrow(), 2e-3);
        double t = envelope.maxima().get(3).time();
        assertEquals(Math.abs(t * Math.sin(t)), envelope.maxima().get(3).value(), 1e-8);
        assertTrue(Math.abs(Math.tan(t) + t) < 1e-5, "the largest value lies where its rate of change vanishes");
    }

    @Test
    void windowsThatDoNotFitAreRefusedAndOnePointHasNoSlope() {
        Flow flow = OSCILLATOR.at(Map.of("w", 1.0));
        Expression x = Expression.symbol("x");
        double[] start = {1, 0};
        assertThrows(IllegalArgumentException.class, () -> Envelope.of(flow, x, start, 0, 1, 2, FINE));
        assertTrue(Envelope.of(flow, x, start, 0, 3, 2, FINE).slope().isEmpty());
    }
}
