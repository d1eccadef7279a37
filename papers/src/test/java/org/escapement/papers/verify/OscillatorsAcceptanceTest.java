package org.escapement.papers.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.escapement.papers.verify.Verification.Result;
import org.escapement.papers.verify.Verification.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The numbers of an independent program for the two oscillators. */
final class OscillatorsAcceptanceTest {

    private static final List<String> QUICK = List.of(
            "response-matrix",
            "response-peak",
            "response-poles",
            "equilibrium-covariance",
            "response-time",
            "position-correlation",
            "power-in-period",
            "mean-flows",
            "power-fluctuations",
            "power-derivative",
            "adiabatic-coefficients",
            "diabatic-coefficients",
            "synchronisation-and-precision",
            "bound-crossing",
            "power-zero",
            "generalised-bound-crossing",
            "work-efficiency",
            "n-oscillator-powers",
            "floquet-growth-rate",
            "finite-bath");

    private static void passes(List<String> kinds, int entries) throws IOException {
        try (InputStream in = OscillatorsAcceptanceTest.class.getResourceAsStream("/acceptance/tur-oscillators.json")) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<Result> results = new Verification().run(json, kinds, 2, r -> {});
            List<String> failed = results.stream()
                    .filter(r -> r.verdict() != Verdict.PASSED)
                    .map(r -> r.id() + " " + r.worst() + " " + r.message())
                    .toList();
            assertEquals(List.of(), failed);
            assertEquals(entries, results.size());
        }
    }

    @Test
    void everyKindButTheExactFlowsPasses() throws IOException {
        passes(QUICK, 75);
    }

    @Test
    @Tag("slow")
    void exactFlowsPass() throws IOException {
        passes(List.of("all-orders-flows"), 5);
    }
}
