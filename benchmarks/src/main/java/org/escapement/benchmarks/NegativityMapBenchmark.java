package org.escapement.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.escapement.dynamics.fluctuation.FluctuationEquations;
import org.escapement.dynamics.fluctuation.FluctuationPoint;
import org.escapement.dynamics.fluctuation.FluctuationProgram;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.observables.Accuracy;
import org.escapement.observables.fluctuations.Bipartition;
import org.escapement.observables.fluctuations.FluctuationRunner;
import org.escapement.observables.fluctuations.GaussianMeasure;
import org.escapement.papers.Paper;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Milliseconds per point and core of the map of the negativity of two coupled crystals over J and Jz in [0, 4] (Omega = 2,
 * n = 0, ground state, two hundred units of time, tolerances 1e-8): every eighth row and column of the map of 100 x 100
 * points, whose time is 10^4 times as long on one core.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@org.openjdk.jmh.annotations.Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"--add-modules", "jdk.incubator.vector"})
public class NegativityMapBenchmark {

    private static final int FULL = 100;
    private static final int STRIDE = 8;
    private static final int SIDE = (FULL + STRIDE - 1) / STRIDE;
    private static final int POINTS = SIDE * SIDE;

    private final OpenSystem model = new Paper("coupled-btc").model("model.yaml");
    private final FluctuationProgram program = FluctuationProgram.of(FluctuationEquations.derive(model));
    private final Bipartition ensembles = new Bipartition(List.of(0), List.of(1));

    /** What is read off at one point. */
    private interface Reading {
        double of(FluctuationRunner runner, double[] start);
    }

    private double map(Reading reading) {
        double sum = 0;
        for (int p = 0; p < POINTS; p++) {
            double exchange = 4.0 * STRIDE * (p / SIDE) / (FULL - 1);
            double alignment = 4.0 * STRIDE * (p % SIDE) / (FULL - 1);
            ParameterValues values = ParameterValues.of(
                    model, Map.of("J", exchange, "Jz", alignment, "Omega1", 2.0, "Omega2", 2.0, "kappa", 1.0));
            double[] ground = program.equations().means().start(model.states().get("ground"), values);
            FluctuationPoint point = program.at(values, ground);
            sum += unlessUnstable(reading, new FluctuationRunner(point, Accuracy.sweep()), point.start(ground));
        }
        return sum;
    }

    /** In narrow bands fluctuations explode and have no negativity; a study leaves such points out. */
    private static double unlessUnstable(Reading reading, FluctuationRunner runner, double[] start) {
        try {
            return reading.of(runner, start);
        } catch (ModelException grown) {
            return 0;
        }
    }

    /** The negativity at t = 200. */
    @Benchmark
    @OperationsPerInvocation(POINTS)
    public double atTheEnd() {
        return map((runner, start) -> ensembles.of(runner.states(start, 200).getFirst(), GaussianMeasure.NEGATIVITY));
    }

    /** Its average over the last quarter, as in panel 2c. */
    @Benchmark
    @OperationsPerInvocation(POINTS)
    public double averagedOverTheLastQuarter() {
        return map((runner, start) -> runner.average(start, 150, 199.9, ensembles.only(GaussianMeasure.NEGATIVITY))[0]);
    }
}
