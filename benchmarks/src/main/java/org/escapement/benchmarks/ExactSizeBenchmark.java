package org.escapement.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.exact.Liouvillian;
import org.escapement.dynamics.exact.Liouvillian.Eigenvalue;
import org.escapement.dynamics.exact.Liouvillian.Parity;
import org.escapement.dynamics.exact.StationaryFluctuations;
import org.escapement.dynamics.exact.SteadyState;
import org.escapement.dynamics.exact.SteadyStateSolver;
import org.escapement.dynamics.exact.Structure;
import org.escapement.observables.means.TrajectoryEnsemble;
import org.escapement.observables.thermodynamics.EnergyBalance;
import org.escapement.papers.Paper;
import org.escapement.study.Evaluation;
import org.escapement.study.text.QuantityText;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Seconds that the largest sizes at finite N take in a fresh process, code generation included, each beside its limit.
 * Printed with it: the result with its residual, what one application of the generator costs on this machine, and what
 * other methods, among them direct elimination, would need.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx6g", "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class ExactSizeBenchmark {

    private static final int TRAJECTORIES = 50;

    /** Whose generator is to be timed; none where it does not fit. */
    private ExactSystem last;

    /** After the clock has stopped. */
    @TearDown(Level.Iteration)
    public void costBesideOtherMethods() {
        if (last == null) return;
        report("%s", ApplicationCost.of(Liouvillian.of(last).generator()));
        for (Structure.Method m : Structure.of(last).methods()) {
            report("%s: %d unknowns, %.2f GB", m.name(), m.unknowns(), m.bytes() / 1e9);
            if (!Double.isNaN(m.seconds())) report("    about %.0f s", m.seconds());
        }
    }

    private static void report(String text, Object... arguments) {
        System.out.println("  " + String.format(Locale.ROOT, text, arguments));
    }

    private static ExactSystem system(String paper, Map<String, Double> values) {
        return system(paper, ExactOptions.none(), values);
    }

    private static ExactSystem system(String paper, ExactOptions options, Map<String, Double> values) {
        return Evaluation.of(new Paper(paper).model("model.yaml")).set(values).exactSystem(options);
    }

    private double engine(double size, ExactOptions options) {
        ExactSystem engine = system(
                "heat-engine",
                options,
                Map.of("N", size, "omega0", 0.006, "Gamma0", 0.001, "E1", 1.0, "E2", 21.0, "T1", 2.0, "T2", 22.0));
        Operator power = new EnergyBalance(engine.model()).driveWork().negate();
        try (StationaryFluctuations all = StationaryFluctuations.of(engine, 1e-10)) {
            double mean = all.mean(power).value();
            double variance = all.covariance(power, power).value();
            last = engine;
            report("power %.10f, variance %.8f, residual %.1e; %s", mean, variance, all.residual(), all.method());
            return variance;
        }
    }

    /** Limit: 5 s. */
    @Benchmark
    public double powerAndVarianceOfHeatEngineAt60() {
        return engine(60, ExactOptions.none());
    }

    /** The same by direct elimination; no limit. */
    @Benchmark
    public double heatEngineAt60ByElimination() {
        return engine(60, ExactOptions.none().eliminateDirectly());
    }

    /** Limit: 120 s. */
    @Benchmark
    public double powerAndVarianceOfHeatEngineAt100() {
        return engine(100, ExactOptions.none());
    }

    /** Limit: 60 s, to a residual of 1e-9. */
    @Benchmark
    public Eigenvalue dominantEigenvalueOfSeedingAt38() {
        last = system("seeding", Map.of("N", 38.0));
        Liouvillian seeding = Liouvillian.of(last);
        Eigenvalue v = seeding.near(-0.1, 1, 1, Parity.EVEN, 1e-9).getFirst();
        report(
                "%.9f + %.9f i, residual %.1e, %d unknowns of %d",
                v.re(), v.im(), v.residual(), seeding.dimension(Parity.EVEN), seeding.size());
        return v;
    }

    private SteadyState.Unique crystals(double drive) {
        ExactSystem crystals = system(
                "coupled-btc",
                Map.of("N", 20.0, "J", 1.0, "Jz", 0.5, "Omega1", drive, "Omega2", drive, "n1", 0.0, "n2", 0.0));
        SteadyState.Unique state = new SteadyStateSolver(crystals).unique(1e-11);
        last = crystals;
        report("residual %.1e, separation %.2f; %s", state.residual(), state.separation(), state.method());
        return state;
    }

    /** Limit: 15 s, to a residual of 1e-11. */
    @Benchmark
    public SteadyState.Unique coupledCrystalsAt20() {
        return crystals(1);
    }

    /** The same in the crystal phase; no limit. */
    @Benchmark
    public SteadyState.Unique coupledCrystalsAt20StrongDrive() {
        return crystals(2);
    }

    /** Limit: 60 s for 50 trajectories to t = 10. */
    @Benchmark
    public TrajectoryEnsemble.Statistic trajectoriesOfSeedingAt100() {
        Evaluation seeding =
                Evaluation.of(new Paper("seeding").model("model.yaml")).set(Map.of("N", 100.0));
        ExactSystem system = seeding.exactSystem(ExactOptions.none());
        TrajectoryEnsemble ensemble = new TrajectoryEnsemble(
                system,
                seeding.model().states().get("down"),
                List.of(QuantityText.parse(seeding.model(), "m_z_A")),
                TRAJECTORIES,
                1);
        ensemble.advance(10);
        TrajectoryEnsemble.Statistic m = ensemble.values().getFirst();
        double jumps = ensemble.jumps().stream()
                .mapToDouble(TrajectoryEnsemble.Statistic::value)
                .sum();
        report(
                "m_z_A = %.4f +- %.4f, %.0f jumps for each of %d trajectories of %d numbers",
                m.value(), m.standardError(), jumps, TRAJECTORIES, system.dimension());
        return m;
    }
}
