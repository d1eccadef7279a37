package org.escapement.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.escapement.dynamics.meanfield.MeanField;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.expression.Expression;
import org.escapement.model.InitialState;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.observables.Accuracy;
import org.escapement.observables.Measure;
import org.escapement.observables.Measurement;
import org.escapement.observables.Outcome;
import org.escapement.observables.means.MeanFieldLanes;
import org.escapement.observables.means.MeanFieldProgram;
import org.escapement.observables.means.MeanFieldQuantity;
import org.escapement.observables.nonlinear.Fate;
import org.escapement.observables.nonlinear.Flow;
import org.escapement.observables.nonlinear.FlowFamily;
import org.escapement.observables.nonlinear.Lasting;
import org.escapement.observables.nonlinear.LongTime;
import org.escapement.observables.nonlinear.LongTimePolicy;
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
 * Points per second and core of the power map of the optomechanical engine (panel 2a, tolerances 1e-8): exact averages over
 * what each start ends in, and for comparison averages over a fixed window in vector lanes, which are a guess.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@org.openjdk.jmh.annotations.Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"--add-modules", "jdk.incubator.vector"})
public class PowerMapBenchmark {

    /** Every tenth row and column of the panel's 200 x 200 points. */
    private static final int SIDE = 20;

    private static final int POINTS = SIDE * SIDE;
    private static final String POWER = "power_unit";

    /** First window of studies; windows double. */
    private static final double FIRST_LOOK = 12;

    private final OpenSystem model = new Paper("optomech-engine").model("model.yaml");
    private final InitialState ground = model.states().get("ground");
    private final MeanFieldEquations equations = MeanField.derive(model);
    private final FlowFamily flows = FlowFamily.of(equations);
    private final Expression power = MeanFieldQuantity.of(equations, QuantityText.parse(model, POWER));
    private final LongTimePolicy policy =
            LongTimePolicy.standard().withWindows(FIRST_LOOK, 20_000).withAccuracy(Accuracy.sweep());
    private final MeanFieldLanes lanes = new MeanFieldLanes(
            MeanFieldProgram.of(
                    equations,
                    List.of(new Measurement(POWER, QuantityText.parse(model, POWER), new Measure.Average(100, 400)))),
            Accuracy.sweep());

    private static Map<String, Double> at(int point) {
        return Map.of("Omega", 2.5 * (10 * (point / SIDE) + 5) / 200, "g", 0.1 + 2.4 * (10 * (point % SIDE) + 5) / 199);
    }

    private double[] start(Map<String, Double> at) {
        return equations.start(ground, ParameterValues.of(model, at));
    }

    /** What the study does: fate of the start, closed orbit by shooting, average over its period. */
    @Benchmark
    @OperationsPerInvocation(POINTS)
    public double exactAverages() {
        double sum = 0;
        for (int p = 0; p < POINTS; p++) {
            Flow flow = flows.at(at(p));
            sum += switch (LongTime.classify(flow, start(at(p)), policy)) {
                case Fate.Rests r -> Lasting.at(flow, r.point(), power).value();
                case Fate.Cycles c ->
                    Lasting.over(flow, c.orbit(), power, Accuracy.sweep()).value();
                default -> throw new IllegalStateException("no decision at " + at(p));
            };
        }
        return sum;
    }

    /** The average over omega t in [100, 400] in lanes, wrong by the share of a period and near the boundary. */
    @Benchmark
    @OperationsPerInvocation(POINTS)
    public List<Outcome> fixedWindowInLanes() {
        List<MeanFieldLanes.Point> points = new ArrayList<>();
        for (int p = 0; p < POINTS; p++) {
            points.add(new MeanFieldLanes.Point(ParameterValues.of(model, at(p)), start(at(p))));
        }
        return lanes.run(points);
    }
}
