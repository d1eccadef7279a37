package org.escapement.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.escapement.dynamics.cumulant.CumulantOptions;
import org.escapement.dynamics.cumulant.MomentEquations;
import org.escapement.dynamics.cumulant.MomentSteadyState;
import org.escapement.dynamics.equations.SystemSize;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.file.ModelReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Seconds from a model file of a chain of coupled modes and ensembles of twenty spins to its stationary state in second-order
 * cumulants: seven hundred and three equations, read, derived and solved once by a virtual machine that has just begun.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@org.openjdk.jmh.annotations.Measurement(iterations = 1)
@Fork(
        value = 5,
        jvmArgs = {"--add-modules", "jdk.incubator.vector", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"})
public class MomentChainBenchmark {

    private static final int SITES = 12;

    /** Modes that hop along the chain, each but the last exchanging excitations with spins warmed by a bath. */
    static String chain(int sites) {
        StringBuilder spins = new StringBuilder();
        StringBuilder terms = new StringBuilder();
        StringBuilder jumps = new StringBuilder("  leak0: {operator: a0.a, rate: kappa, bath: light}\n");
        List<String> modes = new ArrayList<>(List.of("a0"));
        for (int i = 0; i < sites; i++) {
            modes.add("a" + (i + 1));
            spins.append(numbered("  S#: {atoms: N, as: sigma/2}\n", i));
            terms.append(numbered("""
                      exchange#: g/sqrt(N)*(a#.adag*S#.minus + a#.a*S#.plus)
                      hop#: J*(a#.adag*a>.a + a>.adag*a#.a)
                    """, i));
            jumps.append(numbered("""
                      leak>: {operator: a>.a, rate: kappa, bath: light}
                      loss#: {operator: S#.minus, rate: G*(1 + n)/N, bath: warm}
                      gain#: {operator: S#.plus, rate: G*n/N, bath: warm}
                    """, i));
        }
        return "model: chain of modes and spins\nsize: N\nparameters: {g: 0.3, J: 0.5, kappa: 1, G: 1, n: 4}\nspins:\n"
                + spins + "modes: [" + String.join(", ", modes) + "]\nhamiltonian:\n" + terms + "jumps:\n" + jumps;
    }

    private static String numbered(String lines, int i) {
        return lines.replace("#", "" + i).replace(">", "" + (i + 1));
    }

    /** Reads, derives, evaluates and solves; returns the number of equations. */
    @Benchmark
    public int fromModelToFirstSolution() {
        return solve(SITES);
    }

    static int solve(int sites) {
        OpenSystem model = ModelReader.read(chain(sites), "chain.yaml");
        MomentEquations equations = MomentEquations.derive(
                model, CumulantOptions.ofOrder(2).size(SystemSize.FINITE).withoutCharge());
        ParameterValues point = ParameterValues.of(model, Map.of("N", 20.0));
        MomentSteadyState steady = MomentSteadyState.from(equations.at(point), equations.mixedStart(point));
        if (steady.residual() > 1e-12) throw new IllegalStateException("not converged: " + steady.residual());
        return equations.variables().size();
    }
}
