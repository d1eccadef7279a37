package org.escapement.numerics.ode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OdeIntegratorTest {
    private interface Field {
        void at(double t, double[] y, double[] f);
    }

    private static OdeSystem system(int n, Field field) {
        return new OdeSystem() {
            @Override
            public int dimension() {
                return n;
            }

            @Override
            public void derivatives(double t, double[] y, double[] dydt) {
                field.at(t, y, dydt);
            }
        };
    }

    private static final OdeSystem OSCILLATOR = system(2, (t, y, f) -> {
        f[0] = y[1];
        f[1] = -y[0];
    });

    /** y' = y cos t plus a quadrature: nonlinear in time, exact solution e^(sin t) and sin t + 1. */
    private static final OdeSystem DRIVEN = system(2, (t, y, f) -> {
        f[0] = y[0] * Math.cos(t);
        f[1] = f[0] / y[0];
    });

    private static final OdeSystem LOTKA = system(2, (t, y, f) -> {
        f[0] = y[0] * (1 - y[1]);
        f[1] = y[1] * (y[0] - 1) * (1 + 0.3 * Math.sin(t));
    });

    static Stream<Tableau> tableaux() {
        return Stream.of(Tableau.dormandPrince54(), Tableau.dormandPrince853());
    }

    private static Tolerances tight(double tolerance) {
        return new Tolerances(tolerance, tolerance);
    }

    @ParameterizedTest
    @MethodSource("tableaux")
    void fixedStepsConvergeWithTheOrderOfTheMethod(Tableau tableau) {
        double coarse = fixedStepError(tableau, 16, false);
        double fine = fixedStepError(tableau, 32, false);
        double order = Math.log(coarse / fine) / Math.log(2);
        assertEquals(tableau.order(), order, 0.6, () -> "errors " + coarse + ", " + fine);
    }

    @ParameterizedTest
    @MethodSource("tableaux")
    void denseOutputConvergesWithItsOrder(Tableau tableau) {
        // inside a step the error goes as the order of the interpolant plus one
        int expected = tableau.order() == 5 ? 5 : 8;
        double coarse = fixedStepError(tableau, 16, true);
        double fine = fixedStepError(tableau, 32, true);
        double order = Math.log(coarse / fine) / Math.log(2);
        assertEquals(expected, order, 0.7, () -> "errors " + coarse + ", " + fine);
    }

    private static double fixedStepError(Tableau tableau, int steps, boolean inside) {
        double h = 6.0 / steps;
        double[] worst = new double[1];
        double[] y = new double[2];
        // a huge tolerance accepts everything, the largest step fixes the size
        new OdeIntegrator(DRIVEN, tableau, new Tolerances(0, 1e6))
                .initialStep(h)
                .maximumStep(h)
                .observe(step -> {
                    for (double x : inside ? new double[] {0.15, 0.3, 0.55, 0.8} : new double[] {1}) {
                        double t = step.start() + x * (step.end() - step.start());
                        step.at(t, y);
                        worst[0] = Math.max(worst[0], Math.abs(y[0] - Math.exp(Math.sin(t))));
                        worst[0] = Math.max(worst[0], Math.abs(y[1] - 1 - Math.sin(t)));
                    }
                })
                .integrate(0, new double[] {1, 1}, 6);
        return worst[0];
    }

    @ParameterizedTest
    @MethodSource("tableaux")
    void rowSumsAreTheNodes(Tableau tableau) {
        for (int s = 0; s < tableau.stages(); s++) {
            double sum = 0;
            for (int j = 0; j < s; j++) {
                sum += tableau.weight(s, j);
            }
            assertEquals(tableau.node(s), sum, 2e-14);
        }
        for (int e = 0; e < tableau.estimates(); e++) {
            double sum = 0;
            for (int j = 0; j < tableau.stages(); j++) {
                sum += tableau.error(e, j);
            }
            assertEquals(0, sum, 1e-14);
        }
    }

    @ParameterizedTest
    @MethodSource("tableaux")
    void integratesForwardAndBackToTheStart(Tableau tableau) {
        OdeIntegrator integrator = new OdeIntegrator(LOTKA, tableau, tight(1e-11));
        OdeOutcome there = integrator.integrate(0, new double[] {1.5, 0.7}, 12);
        OdeOutcome back = integrator.integrate(12, there.state(), 0);
        assertEquals(OdeStatus.COMPLETED, back.status());
        assertEquals(0.0, back.time());
        assertEquals(1.5, back.state()[0], 1e-8);
        assertEquals(0.7, back.state()[1], 1e-8);
        assertTrue(there.errorEstimate()[0] > 0 && there.errorEstimate()[0] < 1e-7);
    }

    @ParameterizedTest
    @MethodSource("tableaux")
    void agreesWithHipparchus(Tableau tableau) {
        OdeOutcome mine = new OdeIntegrator(LOTKA, tableau, tight(1e-12)).integrate(0, new double[] {1.5, 0.7}, 20);
        DormandPrince853Integrator theirs = new DormandPrince853Integrator(1e-12, 5, 1e-13, 1e-13);
        double[] expected = theirs.integrate(
                        new OrdinaryDifferentialEquation() {
                            @Override
                            public int getDimension() {
                                return 2;
                            }

                            @Override
                            public double[] computeDerivatives(double t, double[] y) {
                                double[] f = new double[2];
                                LOTKA.derivatives(t, y, f);
                                return f;
                            }
                        },
                        new ODEState(0, new double[] {1.5, 0.7}),
                        20)
                .getPrimaryState();
        assertEquals(expected[0], mine.state()[0], 1e-9);
        assertEquals(expected[1], mine.state()[1], 1e-9);
    }

    @ParameterizedTest
    @MethodSource("tableaux")
    void keepsTheEnergyOfAnOscillatorForAThousandPeriods(Tableau tableau) {
        double end = 2000 * Math.PI;
        OdeOutcome outcome =
                new OdeIntegrator(OSCILLATOR, tableau, tight(1e-12)).integrate(0, new double[] {1, 0}, end);
        double[] y = outcome.state();
        assertEquals(1, y[0] * y[0] + y[1] * y[1], 1e-8);
        assertEquals(0, y[1], 1e-7);
    }

    @ParameterizedTest
    @MethodSource("tableaux")
    void locatesEventsInOrder(Tableau tableau) {
        List<Double> zeros = new ArrayList<>();
        OdeOutcome outcome = new OdeIntegrator(OSCILLATOR, tableau, tight(1e-13))
                .event((t, y) -> y[0])
                .event((t, y) -> y[1])
                .event(event((t, y) -> y[0] - 0.5, OdeEvent.Direction.RISING, OdeEvent.Action.CONTINUE))
                .event(event((t, y) -> t - 10, OdeEvent.Direction.ANY, OdeEvent.Action.STOP))
                .integrate(0, new double[] {0, 1}, 50);
        outcome.events().forEach(e -> zeros.add(e.time()));
        assertEquals(OdeStatus.STOPPED_BY_EVENT, outcome.status());
        assertEquals(10, outcome.time(), 1e-13);
        assertEquals(Math.sin(10), outcome.state()[0], 1e-11);
        assertEquals(zeros.stream().sorted().toList(), zeros);
        double pi = Math.PI;
        double[] expected = {pi / 6, pi / 2, pi, 3 * pi / 2, 2 * pi, 13 * pi / 6, 5 * pi / 2, 3 * pi, 10};
        assertEquals(expected.length, zeros.size(), zeros::toString);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], zeros.get(i), 1e-10);
        }
    }

    @ParameterizedTest
    @MethodSource("tableaux")
    void severalZerosWithinOneStepComeInOrderAlsoBackward(Tableau tableau) {
        OdeSystem drift = system(1, (t, y, f) -> f[0] = 1);
        OdeIntegrator integrator = new OdeIntegrator(drift, tableau, tight(1e-6));
        for (double level : new double[] {0.3, 0.32, 0.9, 0.1}) {
            integrator.event((t, y) -> y[0] - level);
        }
        OdeOutcome forward = integrator.initialStep(1).integrate(0, new double[] {0}, 1);
        OdeOutcome backward = integrator.integrate(1, new double[] {1}, 0);
        assertEquals(
                List.of(3, 0, 1, 2),
                forward.events().stream().map(EventRecord::event).toList());
        assertEquals(
                List.of(2, 1, 0, 3),
                backward.events().stream().map(EventRecord::event).toList());
        assertEquals(0.32, forward.events().get(2).time(), 1e-14);
        assertTrue(forward.events().getFirst().rising());
    }

    private interface Level {
        double at(double t, double[] y);
    }

    private static OdeEvent event(Level level, OdeEvent.Direction direction, OdeEvent.Action action) {
        return new OdeEvent() {
            @Override
            public double value(double t, double[] y) {
                return level.at(t, y);
            }

            @Override
            public Direction direction() {
                return direction;
            }

            @Override
            public Action action() {
                return action;
            }
        };
    }

    @ParameterizedTest
    @MethodSource("tableaux")
    void failuresAreStatuses(Tableau tableau) {
        OdeSystem blowUp = system(1, (t, y, f) -> f[0] = y[0] * y[0]);
        OdeOutcome outcome = new OdeIntegrator(blowUp, tableau, tight(1e-8)).integrate(0, new double[] {1}, 2);
        assertTrue(outcome.status() == OdeStatus.STEP_TOO_SMALL || outcome.status() == OdeStatus.NOT_FINITE);
        assertEquals(1, outcome.time(), 1e-6);
        assertTrue(Double.isFinite(outcome.state()[0]));

        OdeSystem undefined = system(1, (t, y, f) -> f[0] = t < 0.5 ? 1 : Double.NaN);
        OdeOutcome nan = new OdeIntegrator(undefined, tableau, tight(1e-8)).integrate(0, new double[] {1}, 2);
        assertEquals(OdeStatus.NOT_FINITE, nan.status());
        assertEquals(0.5, nan.time(), 1e-6);

        OdeOutcome atOnce = new OdeIntegrator(undefined, tableau, tight(1e-8)).integrate(1, new double[] {1}, 2);
        assertEquals(OdeStatus.NOT_FINITE, atOnce.status());

        OdeOutcome many = new OdeIntegrator(OSCILLATOR, tableau, tight(1e-8))
                .maximumSteps(20)
                .integrate(0, new double[] {1, 0}, 1e4);
        assertEquals(OdeStatus.TOO_MANY_STEPS, many.status());
        assertEquals(20, many.accepted() + many.rejected());
    }

    @Test
    void anyTableauCanBeGiven() {
        Tableau heun = Tableau.of(
                "Heun-Euler", 2, new double[] {0, 1}, new double[][] {{}, {1}}, new double[] {0.5, 0.5}, new double[] {
                    -0.5, 0.5
                });
        OdeOutcome outcome =
                new OdeIntegrator(OSCILLATOR, heun, tight(1e-8)).integrate(0, new double[] {1, 0}, Math.PI);
        assertEquals(3, heun.stages());
        assertEquals(-1, outcome.state()[0], 1e-3);
    }

    @ParameterizedTest
    @MethodSource("tableaux")
    void stepsAllocateNothing(Tableau tableau) {
        OdeIntegrator integrator = new OdeIntegrator(OSCILLATOR, tableau, tight(1e-9));
        for (int i = 0; i < 20; i++) {
            integrator.integrate(0, new double[] {1, 0}, 500);
        }
        long few = allocated(integrator, 10);
        long many = allocated(integrator, 5000);
        assertEquals(few, many, 2048);
        assertNotEquals(0, few);
    }

    private static long allocated(OdeIntegrator integrator, double end) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] y = {1, 0};
        long before = threads.getCurrentThreadAllocatedBytes();
        integrator.integrate(0, y, end);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
