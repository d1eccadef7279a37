package org.escapement.study.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.escapement.data.Dataset;
import org.escapement.study.claims.ClaimCheck;
import org.escapement.study.claims.ClaimReader;
import org.escapement.study.claims.ClaimResult;
import org.escapement.study.claims.Verdict;
import org.escapement.study.file.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GaussianRunTest {

    private static final String STUDY = """
            set: {Omega: 0.5, Jz: 2}
            axes:
              J: [0, 2]
            record:
              late: {gaussian: {measure: negativity, between: [A, B], at: 60}}
              rest: {gaussian: {measure: negativity, between: [A, B], stationary: true}}
              series: {gaussian: {measure: mutual information, between: [A, B], series: [0, 1, 2]}}
              mean: {gaussian: {measure: discord, between: [A, B], average: [50, 60]}}
              seen: {gaussian: {measure: discord, between: [B, A], stationary: true}}
              top: {gaussian: {measure: entropy, between: [A, B], maximum: [0, 20]}}
            claims:
              - says: the stationary state is entangled
                measure: {gaussian: {measure: negativity, between: [A, B], stationary: true}, set: {Omega: 0.5, Jz: 2, J: 2}}
                holds: x > 0.06
            """;

    @TempDir
    private Path directory;

    @Test
    void lateValuesAreTheStationaryOnes() {
        Dataset data = Samples.main(STUDY, directory);
        for (int k = 0; k < 2; k++) {
            assertEquals(data.values("rest")[k], data.values("late")[k], 1e-7);
            assertEquals(data.values("seen")[k], data.values("mean")[k], 1e-7);
        }
        // Independent implementation, J = Jz = 2.
        assertEquals(0.0653764, data.values("rest")[1], 1e-6);
        assertEquals(0, data.values("series")[0], 1e-12);
        assertTrue(data.values("series")[1] > 1e-4 && data.values("top")[0] > 0);
    }

    @Test
    void claimsMayAsk() {
        Study study = Samples.study(STUDY);
        ClaimResult result = new ClaimCheck(study, Map.of())
                .check(new ClaimReader(study).read().getFirst());
        assertEquals(Verdict.CONFIRMED, result.verdict());
        assertEquals(0.0653764, result.measured().value(), 1e-6);
    }

    @Test
    void bytesDoNotDependOnThreads() throws IOException {
        Path one = Files.createDirectories(directory.resolve("one"));
        Path two = Files.createDirectories(directory.resolve("two"));
        Samples.runner(STUDY, one, 1).run(StudyRunner.Existing.REFUSE);
        Samples.runner(STUDY, two, 2).run(StudyRunner.Existing.REFUSE);
        assertEquals(Samples.bytes(one), Samples.bytes(two));
    }

    @Test
    void aCrystalHasNoStationaryStateFromAnyStartAndThePointSaysSo() {
        Dataset data = Samples.main("""
                set: {J: 1, Jz: 1}
                axes:
                  Omega: [0.5, 2]
                record:
                  rest: {gaussian: {measure: negativity, between: [A, B], stationary: true}}
                """, directory);
        assertTrue(data.values("rest")[0] > 0);
        assertTrue(Double.isNaN(data.values("rest")[1]));
    }
}
