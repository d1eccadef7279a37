package org.escapement.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.escapement.dynamics.meanfield.MeanField;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.model.InitialState;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.numerics.kernel.KernelChoice;
import org.escapement.observables.Accuracy;
import org.escapement.observables.Measure;
import org.escapement.observables.Measurement;
import org.escapement.observables.Outcome;
import org.escapement.observables.means.MeanFieldLanes;
import org.escapement.observables.means.MeanFieldProgram;
import org.escapement.papers.Paper;
import org.escapement.study.text.QuantityText;
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
 * Points per second and core of the synchronisation map of two seeded crystals (panel 3a, tolerances 1e-8): the rotation
 * rates of both over 200 < kappa t < 1200, in vector lanes as a study computes them, and without vectors.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@org.openjdk.jmh.annotations.Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"--add-modules", "jdk.incubator.vector"})
public class SynchronisationMapBenchmark {

    /** Every tenth row and column of the panel's 200 x 200 points. */
    private static final int SIDE = 20;

    private static final int POINTS = SIDE * SIDE;
    private static final double SEED = 1.15;
    private static final Measure RATE = new Measure.RotationRate(200, 1200, 2);

    private final OpenSystem model = new Paper("seeding").model("network.yaml");
    private final InitialState down = model.states().get("down");
    private final MeanFieldEquations equations = MeanField.derive(model);
    private final List<MeanFieldLanes.Point> points = points();
    private final MeanFieldLanes lanes = lanes(KernelChoice.AUTOMATIC);
    private final MeanFieldLanes scalar = lanes(KernelChoice.SCALAR);

    private MeanFieldLanes lanes(KernelChoice kernel) {
        List<Measurement> rates = List.of(
                new Measurement("seed", QuantityText.parse(model, "phase1"), RATE),
                new Measurement("follower", QuantityText.parse(model, "phase2"), RATE));
        Accuracy sweep = Accuracy.sweep();
        return new MeanFieldLanes(
                MeanFieldProgram.of(equations, rates),
                new Accuracy(sweep.relative(), sweep.absolute(), sweep.method(), kernel, sweep.maximumSteps()));
    }

    private List<MeanFieldLanes.Point> points() {
        List<MeanFieldLanes.Point> all = new ArrayList<>();
        for (int p = 0; p < POINTS; p++) {
            double detuning = 0.25 * (10 * (p / SIDE) + 5) / 199;
            double coupling = 0.001 + 0.199 * (10 * (p % SIDE) + 5) / 199;
            ParameterValues values =
                    ParameterValues.of(model, Map.of("Omega1", SEED, "Omega2", SEED - detuning, "Gamma", coupling));
            all.add(new MeanFieldLanes.Point(values, equations.start(down, values)));
        }
        return all;
    }

    /** What the study does. */
    @Benchmark
    @OperationsPerInvocation(POINTS)
    public List<Outcome> lanes() {
        return lanes.run(points);
    }

    /** The same generated equations without vectors. */
    @Benchmark
    @OperationsPerInvocation(POINTS)
    public List<Outcome> generatedScalar() {
        return scalar.run(points);
    }
}
