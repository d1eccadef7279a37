package org.escapement.study.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.escapement.data.Dataset;
import org.escapement.study.SmallStudy;
import org.escapement.study.file.Study;
import org.escapement.study.run.Progress;
import org.escapement.study.run.StudyRunner;
import org.escapement.yaml.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BasinClaimTest {

    /** The height turns as cos(wt): it swings by 2 unless the field is off. */
    private static final String RUN = """
            axes:
              w: [0, 0.5, 1, 2]
            record:
              swing: {quantity: <S.z>/N, range: [0, 20]}
            """;

    @TempDir
    private Path directory;

    private double measured(String measure) {
        Study study = SmallStudy.of(RUN + "claims:\n  - says: it is so\n    measure: " + measure + "\n");
        Map<String, Dataset> data =
                new StudyRunner(study, directory, 1, Progress.silent()).run(StudyRunner.Existing.OVERWRITE);
        List<Claim> claims = new ClaimReader(study).read();
        return new ClaimCheck(study, data).check(claims.getFirst()).measured().value();
    }

    @Test
    void theFractionBelowALevelCountsPointsAtRest() {
        assertEquals(0.25, measured("{data: swing, statistic: fraction below, level: 1e-3}"));
        assertEquals(0, measured("{data: swing, statistic: fraction below, level: 1e-3, where: {w: [0.4, 3]}}"));
    }

    @Test
    void theVarianceIsThatOfThePopulation() {
        double swing = measured("{data: swing, statistic: maximum}");
        assertEquals(swing * swing * 3 / 16, measured("{data: swing, statistic: variance}"), 1e-6);
    }

    @Test
    void aFractionNeedsItsLevel() {
        String message = assertThrows(SourceException.class, () -> measured("{data: swing, statistic: fraction below}"))
                .getMessage();
        assertTrue(message.contains("needs a 'level'"), message);
    }
}
