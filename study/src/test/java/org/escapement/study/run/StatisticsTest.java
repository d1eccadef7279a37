package org.escapement.study.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.escapement.data.Dataset;
import org.escapement.model.file.ModelReader;
import org.escapement.study.file.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statistics of a recorded number over one axis. */
class StatisticsTest {

    @TempDir
    private Path directory;

    private Dataset statistics(String number, String axes, String statistics) {
        String study = """
                study: steps
                model: model.yaml
                axes: {%s}
                record: {step: {number: '%s'}}
                statistics: {%s}
                """.formatted(axes, number, statistics);
        var model = ModelReader.read("""
                model: nothing moves
                parameters: {J: 1, K: 1}
                spins: {A: {atoms: N, as: sigma/2}}
                hamiltonian: {field: J*A.z}
                """, "model.yaml");
        Map<String, Dataset> all = new StudyRunner(
                        StudyReader.read(study, "study.yaml", (name, structure) -> model),
                        directory,
                        1,
                        Progress.silent())
                .run(StudyRunner.Existing.OVERWRITE);
        return all.get("main-statistics");
    }

    @Test
    void aJumpLiesInTheMiddleOfTheNeighboursThatDifferMost() {
        Dataset d = statistics(
                "J/10 + if(J > 2.4, 5, 0)",
                "J: [0, 1, 2, 3, 4]",
                "where: {of: step, over: J, statistic: position of jump}");
        assertEquals(2.5, d.values("where")[0]);
    }

    @Test
    void everyLineHasItsOwn() {
        Dataset d = statistics(
                "if(J > K, 1, 0)",
                "K: [0.5, 3.5], J: [0, 1, 3, 4]",
                "where: {of: step, over: J, statistic: position of jump},"
                        + " mean: {of: step, over: J, statistic: mean},"
                        + " error: {of: step, over: J, statistic: standard error},"
                        + " spread: {of: step, over: J, statistic: variance}");
        assertEquals(0.5, d.values("where")[0]);
        assertEquals(3.5, d.values("where")[1]);
        assertEquals(0.75, d.values("mean")[0]);
        assertEquals(0.75 * 0.25, d.values("spread")[1]);
        assertEquals(0.25, d.values("error")[1], 1e-15);
    }

    @Test
    void aFitTellsLimitExponentAndItsCurve() {
        Dataset d = statistics(
                "K - 3/J",
                "K: [0.5, 3.5], J: [2, 4, 8, 16]",
                "limit: {of: step, over: J, statistic: limit, fit: {polynomial: 1}},"
                        + " error: {of: step, over: J, statistic: error of limit, fit: {polynomial: 1}},"
                        + " free: {of: step, over: J, statistic: exponent, fit: {power law: free}},"
                        + " curve: {of: step, over: J, statistic: fitted curve, fit: {power law: free}, points: 3}");
        assertArrayEquals(new double[] {0.5, 3.5}, d.values("limit"), 1e-12);
        assertArrayEquals(new double[] {0, 0}, d.values("error"), 1e-12);
        assertArrayEquals(new double[] {-1, -1}, d.values("free"), 1e-6);
        assertArrayEquals(new double[] {0, 0.25, 0.5}, d.axis("inverse_J").values(), 1e-15);
        assertArrayEquals(new double[] {0.5, -0.25, -1, 3.5, 2.75, 2}, d.values("curve"), 1e-6);
    }

    @Test
    void aFitOfTheWrongKindLeavesNone() {
        Dataset d = statistics(
                "J^2", "J: [2, 4, 8]", "limit: {of: step, over: J, statistic: limit, fit: {power law: free}}");
        assertTrue(Double.isNaN(d.values("limit")[0]));
    }

    @Test
    void aMissingValueLeavesNone() {
        Dataset d = statistics(
                "sqrt(2.5 - J)", "J: [0, 1, 2, 3]", "where: {of: step, over: J, statistic: position of jump}");
        assertTrue(Double.isNaN(d.values("where")[0]));
    }
}
