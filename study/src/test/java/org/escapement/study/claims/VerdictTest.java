package org.escapement.study.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.escapement.study.SmallStudy;
import org.escapement.study.file.Study;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static Verdict verdict(String claim) {
        Study study = SmallStudy.of("""
                record:
                  root: {number: root}
                claims:
                  - says: it is so
                    measures:
                      two: {number: w + 1}
                      three: {number: w + 2}
                """ + claim);
        return new ClaimCheck(study, Map.of())
                .check(new ClaimReader(study).read().getFirst())
                .verdict();
    }

    @Test
    void aListOfConditionsHoldsWhenAllOfThemDo() {
        assertEquals(Verdict.CONFIRMED, verdict("    holds: [two < three, three < 4]\n"));
        assertEquals(Verdict.NOT_CONFIRMED, verdict("    holds: [two < three, three > 4]\n"));
    }

    @Test
    void aCorrectedSentenceNeedsAllItsConditions() {
        assertEquals(
                Verdict.CORRECTED, verdict("    holds: two > three\n    corrected holds: [two < three, three < 4]\n"));
        assertEquals(
                Verdict.NOT_CONFIRMED,
                verdict("    holds: two > three\n    corrected holds: [two < three, three > 4]\n"));
    }

    @Test
    void numbersAreComparedWithinTheirTolerance() {
        assertEquals(Verdict.CONFIRMED, verdict("    claimed: 2.05\n    within: 0.1\n"));
        assertEquals(Verdict.CORRECTED, verdict("    claimed: 5\n    corrected: 2\n    within: 0.1\n"));
        assertEquals(Verdict.NOT_CONFIRMED, verdict("    claimed: 5\n    within: 0.1\n"));
        assertEquals(Verdict.NOT_STATED, verdict(""));
    }
}
