package org.escapement.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.escapement.dynamics.meanfield.EnsembleSymmetry;
import org.escapement.dynamics.meanfield.MeanField;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * Points per second and core of the phase diagram of panel 2a of the coupled crystals (average work to t = 1000,
 * tolerances 1e-8), by the program's lanes and by two other ways to do the same work.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@org.openjdk.jmh.annotations.Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"--add-modules", "jdk.incubator.vector"})
public class PhaseDiagramBenchmark {

    private final OpenSystem model = new Paper("coupled-btc").model("model.yaml");
    private final MeanFieldEquations equations = MeanField.derive(model);
    private final MeanFieldEquations common = equations.identify(EnsembleSymmetry.find(
            equations, Map.of("Omega1", CrystalGrid.OMEGA, "Omega2", CrystalGrid.OMEGA), (a, b) -> true));
    private final List<MeanFieldLanes.Point> points = points(equations);
    private final List<MeanFieldLanes.Point> commonPoints = points(common);
    private final MeanFieldLanes fifthOrder = lanes(equations, Accuracy.Method.DOP54, KernelChoice.AUTOMATIC);
    private final MeanFieldLanes eighthOrder = lanes(equations, Accuracy.Method.DOP853, KernelChoice.AUTOMATIC);
    private final MeanFieldLanes eighthOrderScalar = lanes(equations, Accuracy.Method.DOP853, KernelChoice.SCALAR);
    private final MeanFieldLanes commonMotion = lanes(common, Accuracy.Method.DOP853, KernelChoice.AUTOMATIC);
    private final ScalarLoop loop = new ScalarLoop();
    private final HipparchusLoop hipparchus = new HipparchusLoop();

    private MeanFieldLanes lanes(MeanFieldEquations used, Accuracy.Method method, KernelChoice kernel) {
        MeanFieldProgram program = MeanFieldProgram.of(
                used,
                List.of(new Measurement(
                        "work",
                        QuantityText.parse(model, "dissipated_work"),
                        new Measure.Average(0, CrystalGrid.END))));
        return new MeanFieldLanes(
                program, new Accuracy(CrystalGrid.TOLERANCE, CrystalGrid.TOLERANCE, method, kernel, 20_000_000));
    }

    private List<MeanFieldLanes.Point> points(MeanFieldEquations used) {
        List<MeanFieldLanes.Point> all = new ArrayList<>();
        for (int p = 0; p < CrystalGrid.POINTS; p++) {
            Map<String, Double> set = Map.of(
                    "J", CrystalGrid.exchange(p),
                    "Jz", CrystalGrid.alignment(p),
                    "Omega1", CrystalGrid.OMEGA,
                    "Omega2", CrystalGrid.OMEGA,
                    "kappa", CrystalGrid.KAPPA);
            ParameterValues values = ParameterValues.of(model, set);
            all.add(new MeanFieldLanes.Point(values, used.start(model.states().get("ground"), values)));
        }
        return all;
    }

    /** What a study does: vector lanes, order 8, one set of variables for the two ensembles, which move alike. */
    @Benchmark
    @OperationsPerInvocation(CrystalGrid.POINTS)
    public List<Outcome> lanesOrder8CommonMotion() {
        return commonMotion.run(commonPoints);
    }

    /** Vector lanes, order 8, all six variables. */
    @Benchmark
    @OperationsPerInvocation(CrystalGrid.POINTS)
    public List<Outcome> lanesOrder8() {
        return eighthOrder.run(points);
    }

    /** Vector lanes with the method of the scalar loop. */
    @Benchmark
    @OperationsPerInvocation(CrystalGrid.POINTS)
    public List<Outcome> lanesOrder5() {
        return fifthOrder.run(points);
    }

    /** The same generated equations without vectors. */
    @Benchmark
    @OperationsPerInvocation(CrystalGrid.POINTS)
    public List<Outcome> generatedScalarOrder8() {
        return eighthOrderScalar.run(points);
    }

    /** Plain Java, order 5, one point at a time; every twelfth point of the grid. */
    @Benchmark
    @OperationsPerInvocation(CrystalGrid.POINTS / 12)
    public void scalarLoopOrder5(Blackhole sink) {
        for (int p = 0; p < CrystalGrid.POINTS; p += 12) {
            sink.consume(loop.averageWork(CrystalGrid.exchange(p), CrystalGrid.alignment(p)));
        }
    }

    /** Hipparchus, order 8, one point at a time; every 48th point of the grid. */
    @Benchmark
    @OperationsPerInvocation(CrystalGrid.POINTS / 48)
    public void hipparchusOrder8(Blackhole sink) {
        for (int p = 0; p < CrystalGrid.POINTS; p += 48) {
            sink.consume(hipparchus.averageWork(CrystalGrid.exchange(p), CrystalGrid.alignment(p)));
        }
    }
}
