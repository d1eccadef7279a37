package org.escapement.study.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.escapement.data.Dataset;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.observables.Measure;
import org.escapement.observables.Outcome.Status;
import org.escapement.study.Evaluation;
import org.escapement.study.claims.ClaimCheck;
import org.escapement.study.claims.ClaimReader;
import org.escapement.study.file.Study;
import org.escapement.study.file.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExactRunTest {

    private static final String BOTH = """
            runs:
              finite:
                level: exact
                axes:
                  N: [1, 3]
                record:
                  m: {quantity: m_z, series: [0, 0.5, 2]}
                  entropy: {quantity: entropy(), at: 2}
                  half: {number: N/2}
              rest:
                set: {Omega: 1}
                axes:
                  N: [1, 2, 4]
                record:
                  w: {stationary: work}
                  m: {stationary: m_z}
            """;

    @TempDir
    private Path directory;

    private static double value(int atoms, String quantity, double time) {
        return Evaluation.of(Samples.crystals())
                .set("N", atoms)
                .exact(ExactOptions.none())
                .measure(quantity, new Measure.AtTime(time))
                .value();
    }

    @Test
    void quantitiesAtFiniteSizeAreThoseOfSingleEvaluations() {
        Dataset data = Samples.run(BOTH, directory).get("finite");
        double[] m = data.values("m");
        assertEquals(6, m.length);
        assertEquals(value(1, "m_z", 2), m[2], 1e-7);
        assertEquals(value(3, "m_z", 0.5), m[4], 1e-7);
        assertEquals(value(3, "entropy()", 2), data.values("entropy")[1], 1e-6);
        assertArrayEquals(new double[] {0.5, 1.5}, data.values("half"));
    }

    @Test
    void stationaryValuesAreThoseOfSingleEvaluations() {
        Dataset data = Samples.run(BOTH, directory).get("rest");
        Evaluation at = Evaluation.of(Samples.crystals()).set("Omega", 1).set("N", 4);
        double[] expected = at.exact(ExactOptions.none()).stationary(List.of("work", "m_z")).stream()
                .mapToDouble(e -> e.value())
                .toArray();
        assertArrayEquals(expected, new double[] {data.values("w")[2], data.values("m")[2]}, 1e-12);
    }

    @Test
    void bytesDoNotDependOnThreads() throws IOException {
        Path one = Files.createDirectories(directory.resolve("one"));
        Path two = Files.createDirectories(directory.resolve("two"));
        Samples.runner(BOTH, one, 1).run(StudyRunner.Existing.REFUSE);
        Samples.runner(BOTH, two, 2).run(StudyRunner.Existing.REFUSE);
        assertEquals(Samples.bytes(one), Samples.bytes(two));
    }

    @Test
    void everyPointOfALaboriousRunIsKeptByItself() {
        Study study = Samples.study(BOTH);
        assertArrayEquals(
                new int[] {1},
                new RunLayout(study, study.run("rest").orElseThrow())
                        .layout("", List.of())
                        .blockShape());
    }

    @Test
    void claimsAreMeasuredAtTheirOwnLevel() {
        Study study = Samples.study("""
                record:
                  m: {quantity: m_z, at: 1}
                claims:
                  - says: evolved
                    measure: {quantity: m_z, level: exact, set: {N: 3}, at: 0.5}
                  - says: at rest
                    measure: {stationary: work, set: {N: 2, Omega: 1}}
                """);
        ClaimCheck check = new ClaimCheck(study, Samples.run("record: {m: {quantity: m_z, at: 1}}", directory));
        List<Double> measured = new ClaimReader(study)
                .read().stream().map(c -> check.check(c).measured().value()).toList();
        assertEquals(value(3, "m_z", 0.5), measured.get(0), 1e-8);
        Dataset rest = Samples.run(BOTH, directory.resolve("again")).get("rest");
        assertEquals(rest.values("w")[1], measured.get(1), 1e-12);
    }

    @Test
    void aCutOffMayDependOnAxes() throws IOException {
        String model = """
                model: cavity
                size: N
                parameters: {eta: 1}
                modes: [c]
                hamiltonian:
                  drive: {term: eta*(c.a + c.adag), role: drive}
                jumps:
                  loss: {operator: c.a, rate: 1, bath: outside}
                states:
                  dark: {c: [0, 0]}
                """;
        Files.writeString(directory.resolve("model.yaml"), model);
        Files.writeString(directory.resolve("study.yaml"), """
                study: cut-offs
                model: model.yaml
                set: {N: 1, eta: 0.3}
                cut-offs: {c: 2*half}
                axes:
                  half: [2, 6]
                record:
                  n: {stationary: <c.n>}
                """);
        Study study = StudyReader.read(directory.resolve("study.yaml"));
        Dataset data = new StudyRunner(study, directory.resolve("out"), 1, Progress.silent())
                .run(StudyRunner.Existing.REFUSE)
                .get("main");
        // A coherent state of amplitude 2 eta; four Fock states do not hold it.
        assertArrayEquals(new int[] {Status.CUT_OFF_TOO_LOW.code(), 0}, data.status());
        assertEquals(4 * 0.09, data.values("n")[1], 1e-6);
    }
}
