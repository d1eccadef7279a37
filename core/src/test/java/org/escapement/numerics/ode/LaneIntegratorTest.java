package org.escapement.numerics.ode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.escapement.numerics.kernel.Function;
import org.escapement.numerics.kernel.Kernel;
import org.escapement.numerics.kernel.KernelChoice;
import org.escapement.numerics.kernel.Kernels;
import org.escapement.numerics.kernel.Tape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LaneIntegratorTest {
    private static final double[] STOPS = {0, 0.3, 0.3, 7, 20};
    private static final Tolerances TOLERANCES = new Tolerances(1e-8, 1e-8);

    /** Everything a run reports, keyed by point of the full set. */
    private static final class Record implements LaneSink {
        private final int[] order;
        private final Map<String, String> lines = new TreeMap<>();

        Record(int[] order) {
            this.order = order;
        }

        @Override
        public void reached(int point, int stopIndex, double t, double[] y) {
            lines.put(order[point] + "/" + stopIndex, t + Arrays.toString(y));
        }

        @Override
        public void ended(int point, LaneStatus status, long accepted, long rejected) {
            lines.put(order[point] + "/end", status + " " + accepted + " " + rejected);
        }
    }

    private static LanePoints chosen(LanePoints all, int[] order) {
        return new LanePoints() {
            @Override
            public int count() {
                return order.length;
            }

            @Override
            public void begin(int point, double[] y0, double[] c) {
                all.begin(order[point], y0, c);
            }

            @Override
            public int stops() {
                return all.stops();
            }

            @Override
            public double stop(int point, int k) {
                return all.stop(order[point], k);
            }
        };
    }

    private static Map<String, String> run(LaneIntegrator integrator, LanePoints points, int[] order) {
        Record sink = new Record(order);
        integrator.run(chosen(points, order), sink);
        return sink.lines;
    }

    private static int[] upTo(int count) {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        return order;
    }

    private static int[] shuffled(int count, long seed) {
        int[] order = upTo(count);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = count - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[j];
            order[j] = held;
        }
        return order;
    }

    /** A driven pendulum with functions of the state and of time. */
    private static Tape pendulum() {
        Tape.Builder b = Tape.builder(2, 4);
        int drive = b.multiply(b.coefficient(1), b.call(Function.COS, b.multiply(b.coefficient(2), b.time())));
        int force = b.subtract(drive, b.call(Function.SIN, b.variable(0)));
        return b.build(b.variable(1), b.fma(b.negate(b.coefficient(0)), b.variable(1), force));
    }

    static Stream<Arguments> systems() {
        return Stream.of(Tableau.dormandPrince54(), Tableau.dormandPrince853())
                .flatMap(tableau -> Stream.of(
                        Arguments.of(tableau, CoupledSpins.tape(1), 7),
                        Arguments.of(tableau, CoupledSpins.tape(9), 63),
                        Arguments.of(tableau, pendulum(), 2)));
    }

    @ParameterizedTest
    @MethodSource("systems")
    void resultsDependNeitherOnKernelNorOnOrderNorOnNeighbours(Tableau tableau, Tape tape, int variables) {
        assertEquals(variables, tape.variables());
        LanePoints points = CoupledSpins.grid(5, 1, STOPS);
        LaneIntegrator truth = new LaneIntegrator(tape, tableau, TOLERANCES, KernelChoice.INTERPRETED, 1_000_000);
        Map<String, String> expected = run(truth, points, upTo(25));
        assertEquals(25 * 6, expected.size());
        for (KernelChoice choice : KernelChoice.values()) {
            LaneIntegrator integrator = new LaneIntegrator(tape, tableau, TOLERANCES, choice, 1_000_000);
            assertEquals(expected, run(integrator, points, upTo(25)), choice::name);
            assertEquals(expected, run(integrator.copy(), points, shuffled(25, 3)), choice::name);
            int[] few = Arrays.copyOf(shuffled(25, 4), 6);
            Map<String, String> part = run(integrator, points, few);
            assertEquals(36, part.size());
            assertTrue(expected.entrySet().containsAll(part.entrySet()));
        }
    }

    @ParameterizedTest
    @MethodSource("systems")
    void agreesWithTheIntegratorOfOneTrajectory(Tableau tableau, Tape tape, int variables) {
        Kernel kernel = Kernels.generated(tape);
        double[] y0 = new double[variables];
        double[] c = new double[4];
        CoupledSpins.grid(5, 1, STOPS).begin(13, y0, c);
        OdeSystem system = new OdeSystem() {
            @Override
            public int dimension() {
                return variables;
            }

            @Override
            public void derivatives(double t, double[] y, double[] dydt) {
                kernel.evaluate(t, y, c, dydt);
            }
        };
        double[] expected = new OdeIntegrator(system, tableau, new Tolerances(1e-12, 1e-12))
                .integrate(0, y0, 5)
                .state();
        double[] actual = new double[variables];
        new LaneIntegrator(tape, tableau, new Tolerances(1e-11, 1e-11), KernelChoice.AUTOMATIC, 100_000)
                .run(chosen(CoupledSpins.grid(5, 1, 5), new int[] {13}), new LaneSink() {
                    @Override
                    public void reached(int point, int stopIndex, double t, double[] y) {
                        assertEquals(5.0, t);
                        System.arraycopy(y, 0, actual, 0, variables);
                    }

                    @Override
                    public void ended(int point, LaneStatus status, long accepted, long rejected) {
                        assertEquals(LaneStatus.COMPLETED, status);
                    }
                });
        assertArrayEquals(expected, actual, 1e-8);
    }

    /** y' = c y^2 from 1: ends at t = 1/c; c = 0 is harmless, an infinite c is not a system. */
    private static LanePoints explosions() {
        double[] c = {0, 1, 0.1, Double.POSITIVE_INFINITY, 0, 4, Double.NaN, -1, 0.05, 0};
        return new LanePoints() {
            @Override
            public int count() {
                return c.length;
            }

            @Override
            public void begin(int point, double[] y0, double[] coefficients) {
                y0[0] = 1;
                coefficients[0] = c[point];
            }

            @Override
            public int stops() {
                return 2;
            }

            @Override
            public double stop(int point, int k) {
                return k == 0 ? 0.1 : 3;
            }
        };
    }

    @ParameterizedTest
    @EnumSource(KernelChoice.class)
    void aFailingLaneDisturbsNoOther(KernelChoice choice) {
        Tape.Builder b = Tape.builder(1, 1);
        Tape tape = b.build(b.multiply(b.coefficient(0), b.multiply(b.variable(0), b.variable(0))));
        for (Tableau tableau : new Tableau[] {Tableau.dormandPrince54(), Tableau.dormandPrince853()}) {
            LaneIntegrator integrator = new LaneIntegrator(tape, tableau, TOLERANCES, choice, 100_000);
            Map<String, String> lines = run(integrator, explosions(), upTo(10));
            for (int good : new int[] {0, 2, 4, 7, 8, 9}) {
                assertTrue(lines.get(good + "/end").startsWith("COMPLETED"), lines::toString);
            }
            assertTrue(lines.get("1/end").startsWith("STEP_TOO_SMALL"), lines::toString);
            assertTrue(lines.get("5/end").startsWith("STEP_TOO_SMALL"), lines::toString);
            assertTrue(lines.get("3/end").startsWith("NOT_FINITE"), lines::toString);
            assertTrue(lines.get("6/end").startsWith("NOT_FINITE"), lines::toString);
            for (int alone = 0; alone < 10; alone++) {
                assertTrue(lines.entrySet()
                        .containsAll(
                                run(integrator, explosions(), new int[] {alone}).entrySet()));
            }
            LaneIntegrator hasty = new LaneIntegrator(tape, tableau, TOLERANCES, choice, 2);
            assertEquals(
                    "TOO_MANY_STEPS",
                    run(hasty, explosions(), upTo(10)).get("2/end").split(" ")[0]);
        }
    }

    @Test
    void stepsAllocateNothing() {
        for (Tableau tableau : new Tableau[] {Tableau.dormandPrince54(), Tableau.dormandPrince853()}) {
            for (int copies : new int[] {1, 9}) {
                for (KernelChoice choice : new KernelChoice[] {KernelChoice.SIMD, KernelChoice.SCALAR}) {
                    LaneIntegrator integrator =
                            new LaneIntegrator(CoupledSpins.tape(copies), tableau, TOLERANCES, choice, Long.MAX_VALUE);
                    assertTrue(
                            Math.abs(bytesPerStep(integrator, copies)) < 0.5,
                            () -> tableau + " " + choice + " " + copies);
                }
            }
        }
    }

    /**
     * Difference between long and short runs. Vectors are boxed until the compiler is done, so both runs are repeated
     * until their quietest repetitions agree, or the time is up.
     */
    private static double bytesPerStep(LaneIntegrator integrator, int copies) {
        LanePoints brief = CoupledSpins.grid(4, copies, 20);
        LanePoints lasting = CoupledSpins.grid(4, copies, 600);
        long fewest = Long.MAX_VALUE;
        long most = Long.MAX_VALUE;
        double perStep = Double.POSITIVE_INFINITY;
        long deadline = System.nanoTime() + 120_000_000_000L;
        while (Math.abs(perStep) >= 0.5 && System.nanoTime() < deadline) {
            Usage few = usage(integrator, brief);
            Usage many = usage(integrator, lasting);
            fewest = Math.min(fewest, few.bytes);
            most = Math.min(most, many.bytes);
            perStep = (most - fewest) / (double) (many.steps - few.steps);
        }
        return perStep;
    }

    private record Usage(long bytes, long steps) {}

    private static Usage usage(LaneIntegrator integrator, LanePoints points) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        AtomicLong steps = new AtomicLong();
        LaneSink count = new LaneSink() {
            @Override
            public void reached(int point, int stopIndex, double t, double[] y) {
                // only the steps matter
            }

            @Override
            public void ended(int point, LaneStatus status, long accepted, long rejected) {
                steps.addAndGet(accepted + rejected);
            }
        };
        long before = threads.getCurrentThreadAllocatedBytes();
        integrator.run(points, count);
        return new Usage(threads.getCurrentThreadAllocatedBytes() - before, steps.get());
    }
}
