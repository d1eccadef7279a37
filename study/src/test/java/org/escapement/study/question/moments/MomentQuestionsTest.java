package org.escapement.study.question.moments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.escapement.data.Dataset;
import org.escapement.model.file.ModelReader;
import org.escapement.study.file.StudyReader;
import org.escapement.study.run.Progress;
import org.escapement.study.run.StudyRunner;
import org.escapement.yaml.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two ensembles that exchange excitations between two hot baths, at a point of the specification's tables. */
class MomentQuestionsTest {

    private static final String MODEL = """
            model: pair
            size: N
            parameters: {w: 0.006, g: 0.001, E1: 1, E2: 21, T1: 2, T2: 22}
            let:
              n1: 1/(exp(E1/(N*T1)) - 1)
              n2: 1/(exp(E2/(N*T2)) - 1)
            spins:
              A: {atoms: N, as: sigma/2, scale: N/2}
              B: {atoms: N, as: sigma/2, scale: N/2}
            baths:
              cold: {temperature: N*T1}
              hot: {temperature: N*T2}
            hamiltonian:
              exchange: {term: w/N*(A.x*B.x + A.y*B.y), role: drive}
            jumps:
              loss A: {operator: A.minus, rate: g/N*(1 + n1), bath: cold, quantum: E1}
              gain A: {operator: A.plus, rate: g/N*n1, bath: cold, quantum: -E1}
              loss B: {operator: B.minus, rate: g/N*(1 + n2), bath: hot, quantum: E2}
              gain B: {operator: B.plus, rate: g/N*n2, bath: hot, quantum: -E2}
            frame: E1*A.z + E2*B.z
            states:
              up: {A: up, B: up}
            quantities:
              power: {is: -work()/N}
              current: w/N^2*<A.y*B.x - A.x*B.y>
            """;

    @TempDir
    private Path directory;

    private Dataset run(String body) {
        return new StudyRunner(
                        StudyReader.read(
                                "study: s\nmodel: m\n" + body,
                                "study.yaml",
                                (name, structure) -> ModelReader.read(MODEL, "model.yaml")),
                        directory,
                        1,
                        Progress.silent())
                .run(StudyRunner.Existing.OVERWRITE)
                .get("main");
    }

    private static double value(Dataset d, String name) {
        return d.values(name)[0];
    }

    /** Specification, sections 7 and 9: dE = 20, Tbar = 12. */
    @Test
    void closureAndLimitAtAPointOfTheTable() {
        Dataset d = run("""
                accuracy: {relative: 1e-12, absolute: 1e-12}
                record:
                  closed: {cumulants: {mean: power}}
                  limit: {tensors: {mean: power}}
                  difference: {cumulants: {mean: power, minus: diffusion}}
                  noise: {tensors: {noise: power}}
                  regressed: {cumulants: {noise: power}}
                  factorised: {cumulants: {factorised noise: power}}
                  heat: {tensors: {mean: heat("hot")/N}}
                  shared: {tensors: {mutual information: [A, B]}}
                  shared_closed: {cumulants: {mutual information: [A, B]}}
                  entangled: {tensors: {concurrence: [A, B]}}
                  gap: {cumulants: {gap: all}}
                  physical: {cumulants: {positivity: all}}
                """);
        double power = value(d, "limit");
        assertEquals(-0.592645e-3, value(d, "closed"), 1e-9);
        assertEquals(-0.587483e-3, power, 1e-9);
        assertEquals(value(d, "closed") - power, value(d, "difference"), 1e-15);
        double entropy = (1.0 / 2 - 21.0 / 22) * power / 20;
        double entropyClosed = entropy / power * value(d, "closed");
        double closedSquared = value(d, "closed") * value(d, "closed");
        assertEquals(0.999814, 2 * power * power / (value(d, "noise") * entropy), 1e-6);
        assertEquals(0.9944, 2 * closedSquared / (value(d, "regressed") * entropyClosed), 1e-4);
        assertEquals(0.44439, 2 * closedSquared / (value(d, "factorised") * entropyClosed), 1e-5);
        assertEquals(21.0 / 20, value(d, "heat") / power, 1e-10);
        assertEquals(9.713e-5, value(d, "shared"), 1e-8);
        assertEquals(9.883e-5, value(d, "shared_closed"), 1e-8);
        assertEquals(0, value(d, "entangled"));
        assertEquals(2.51e-3, value(d, "gap"), 5e-6);
        assertTrue(value(d, "physical") > 0);
    }

    @Test
    void finiteSizesAgreeWithTheMasterEquation() {
        Dataset d = run("""
                set: {N: 3}
                accuracy: {relative: 1e-12, absolute: 1e-12}
                record:
                  exact: {stationary: power}
                  tensors: {tensors: {mean: power, size: finite}}
                  less: {cumulants: {mean: power, size: finite, minus: exact}}
                  gap: {gap: {reached by: A.plus}}
                  gap_tensors: {tensors: {gap: {reached by: A.plus}, size: finite}}
                  discord: {cumulants: {discord: [A, B], size: finite, minus: exact}}
                """);
        assertEquals(value(d, "exact"), value(d, "tensors"), 1e-13);
        assertTrue(Math.abs(value(d, "less")) < 0.02 * Math.abs(value(d, "exact")));
        assertEquals(value(d, "gap"), value(d, "gap_tensors"), 1e-10);
        assertTrue(Math.abs(value(d, "discord")) < 1e-5);
    }

    /** Where the current is long relaxed, its correlation with itself is gone and its evolution has ended. */
    @Test
    void correlationsAndEvolution() {
        Dataset d = run("""
                set: {E2: 5, T1: 10, T2: 20}
                accuracy: {relative: 1e-10, absolute: 1e-12}
                record:
                  path: {cumulants: {mean: current, series: [0, 1e4]}}
                  rest: {cumulants: {mean: current}}
                  decay: {tensors: {correlation: [current, current], series: [0, 20, 4000]}}
                  decay_closed: {cumulants: {correlation: [current, current], series: [0, 20, 4000]}}
                """);
        assertArrayEquals(new double[] {0, value(d, "rest")}, d.values("path"), 1e-10);
        double[] exact = d.values("decay");
        double[] closed = d.values("decay_closed");
        assertEquals(1, closed[0] / exact[0], 0.01);
        assertEquals(1, closed[1] / exact[1], 0.02);
        assertEquals(0, exact[2] / exact[0], 1e-6);
    }

    @Test
    void samplesAgreeWithinTheirStandardError() {
        Dataset d = run("""
                set: {E2: 3, T1: 1, T2: 2}
                record:
                  sampled: {samples: {mean: 4*<A.z*A.z>/N^2, trajectories: 20, step: 8, settling: 4000, duration: 20000, seed: 3}}
                  error: {samples: {standard error: 4*<A.z*A.z>/N^2, trajectories: 20, step: 8, settling: 4000, duration: 20000, seed: 3}}
                  exact: {tensors: {mean: 4*<A.z*A.z>/N^2}}
                """);
        assertTrue(value(d, "error") < 0.03);
        assertEquals(value(d, "exact"), value(d, "sampled"), 4 * value(d, "error"));
    }

    private void refused(String question, String reason) {
        SourceException e = assertThrows(SourceException.class, () -> run("record:\n  q: {" + question + "}\n"));
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }

    @Test
    void senselessQuestionsAreRefused() {
        refused("cumulants: {mean: power^2}", "combine them with 'value'");
        refused("cumulants: {mean: <A.plus>/N}", "ask for means of Hermitian operators");
        refused("cumulants: {mean: power, noise: power}", "one thing is asked at a time");
        refused("cumulants: {mean: power, order: 9}", "from 1 to 6");
        refused("cumulants: {mean: power, minus: exact}", "say 'size: finite' too");
        refused("cumulants: {mean: power, size: finite, minus: diffusion}", "leave 'size' out");
        refused("cumulants: {}", "say what is asked");
        refused("tensors: {factorised noise: power}", "say what is asked");
        refused("tensors: {mutual information: [A]}", "name the ensembles of two spins");
        refused("cumulants: {correlation: [power, power]}", "at which time difference");
        refused(
                "samples: {mean: power, trajectories: 1, step: 1, settling: 0, duration: 1, seed: 1}",
                "2 trajectories");
    }

    @Test
    void whatGrowsWithTheSizeHasNoLimit() {
        Dataset d = run("record:\n  q: {cumulants: {mean: work()}}\n");
        assertTrue(Double.isNaN(value(d, "q")));
    }
}
