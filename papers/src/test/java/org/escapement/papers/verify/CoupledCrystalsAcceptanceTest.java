package org.escapement.papers.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.escapement.papers.verify.Verification.Result;
import org.escapement.papers.verify.Verification.Verdict;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The independent reference values of the coupled time crystals at mean field and closed form. */
class CoupledCrystalsAcceptanceTest {

    private static final List<String> KINDS = List.of(
            "mean-field",
            "fixed-point",
            "fixed-point-work",
            "crystal-edge",
            "critical-coupling",
            "conserved-gamma",
            "work-average",
            "stored-energy",
            "stored-energy-average",
            "efficiency",
            "efficiency-peak",
            "efficiency-peak-time",
            "winding-numbers",
            "dominant-frequency",
            "basin-fraction",
            "multistability-variance");

    private static String file() throws IOException {
        try (InputStream in = CoupledCrystalsAcceptanceTest.class.getResourceAsStream("/acceptance/coupled-btc.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyReferenceValueOfTheMeanFieldIsMet() throws IOException {
        List<Result> results = new Verification().run(file(), KINDS, 2, r -> {});
        assertEquals(44, results.size());
        assertEquals(
                new TreeSet<>(KINDS),
                new TreeSet<>(results.stream().map(Result::kind).toList()));
        return results.stream()
                .map(r -> DynamicTest.dynamicTest(r.id(), () -> {
                    assertEquals(Verdict.PASSED, r.verdict(), r.message() + ", deviation in tolerances " + r.worst());
                    assertTrue(
                            r.computed().orElseThrow().numbers().stream().allMatch(e -> e.error() >= 0),
                            "an error estimate");
                }));
    }
}
