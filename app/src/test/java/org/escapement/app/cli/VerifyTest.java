package org.escapement.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify} as a judge: it passes what is right, fails what is wrong, and never passes what it cannot do. */
class VerifyTest {

    private static final String PARAMETERS =
            "{\"J\": 1, \"Jz\": 0, \"Omega1\": 0, \"Omega2\": 1, \"kappa\": 1, \"delta\": 0}";

    @TempDir
    private Path folder;

    private static String entry(String id, String paper, String kind, String parameters, String value) {
        return "{\"id\": \"" + id + "\", \"paper\": \"" + paper + "\", \"kind\": \"" + kind + "\", \"params\": "
                + parameters + ", \"value\": " + value + ", \"atol\": 1e-9, \"rtol\": 0}";
    }

    /** Stationary work of setup 2: Omega2^2 / (2 (J^2 + kappa^2)). */
    private static String work(String id, String value) {
        return entry(id, "coupled-btc", "fixed-point-work", PARAMETERS, value);
    }

    private Terminal verify(String content, Object... more) throws IOException {
        Path file = Files.writeString(folder.resolve("values.json"), content);
        Object[] words = new Object[2 + more.length];
        words[0] = "verify";
        words[1] = file;
        System.arraycopy(more, 0, words, 2, more.length);
        return Terminal.run(words);
    }

    private static void ends(Terminal t, int code, String last) {
        assertEquals(last, t.lastLine(), t.out());
        assertEquals(code, t.code());
    }

    @Test
    void rightValuesPass() throws IOException {
        ends(
                verify("[" + work("a", "0.25") + "," + work("b", "0.2500000005") + "]"),
                0,
                "2 passed, 0 failed, 0 unsupported");
    }

    @Test
    void oneWrongValueFailsTheFile() throws IOException {
        ends(verify("[" + work("a", "0.25") + "," + work("b", "0.26") + "]"), 1, "1 passed, 1 failed, 0 unsupported");
    }

    @Test
    void unknownKindsAndPapersAreUnsupportedNotPassed() throws IOException {
        String unknown = entry("b", "coupled-btc", "horoscope", PARAMETERS, "1");
        String elsewhere = entry("c", "another-paper", "fixed-point-work", PARAMETERS, "0.25");
        ends(
                verify("[" + work("a", "0.25") + "," + unknown + "," + elsewhere + "]"),
                1,
                "1 passed, 0 failed, 2 unsupported");
    }

    @Test
    void kindsRestrictTheFile() throws IOException {
        String unknown = entry("b", "coupled-btc", "horoscope", PARAMETERS, "1");
        String file = "[" + work("a", "0.25") + "," + unknown + "]";
        ends(verify(file, "--kinds", "fixed-point-work"), 0, "1 passed, 0 failed, 0 unsupported");
        ends(verify(file, "--kinds", "horoscope,fixed-point-work"), 1, "1 passed, 0 failed, 1 unsupported");
        Terminal none = verify(file, "--kinds", "fixed-point-wrok");
        ends(none, 1, "0 passed, 0 failed, 0 unsupported");
        assertTrue(none.err().contains("has no entry of the kind 'fixed-point-wrok'"), none.err());
    }

    @Test
    void anEmptyFileIsNoSuccess() throws IOException {
        ends(verify("[]"), 1, "0 passed, 0 failed, 0 unsupported");
    }

    @Test
    void entriesThatLackSomethingFailWithTheReason() throws IOException {
        String text = entry(
                "text", "coupled-btc", "fixed-point-work", PARAMETERS.replace("\"J\": 1", "\"J\": \"one\""), "0.25");
        String shape = work("shape", "[0.25]");
        String missing = work("missing", "null");
        String lacking = entry("lacking", "coupled-btc", "work-average", PARAMETERS, "0.25");
        String window =
                entry("window", "coupled-btc", "work-average", PARAMETERS.replace("}", ", \"window\": [1]}"), "0.25");
        String nowhere = entry(
                "nowhere",
                "coupled-btc",
                "fixed-point-work",
                PARAMETERS.replace("\"Omega2\": 1", "\"Omega2\": 9"),
                "1");
        String untold = work("untold", "0.25").replace(", \"atol\": 1e-9", "");
        Terminal t = verify("[" + String.join(",", text, shape, missing, lacking, window, nowhere, untold) + "]");
        ends(t, 1, "0 passed, 7 failed, 0 unsupported");
        for (String reason : new String[] {
            "the parameter 'J' is not a number",
            "the shape differs or a number is missing",
            "the entry has no parameter 'window'",
            "the parameter 'window' needs 2 numbers, not 1",
            "'stationary_work_one_driven' needs",
            "the entry has no 'atol', a number from 0 up"
        }) {
            assertTrue(t.out().contains(reason), reason + " in\n" + t.out());
        }
    }

    @Test
    void malformedJsonIsRefusedWithLineAndColumn() throws IOException {
        Terminal t = verify("[\n{\"id\": }\n]");
        assertEquals(3, t.code());
        assertEquals("error: " + folder.resolve("values.json") + ": not valid JSON at line 2, column 8\n", t.err());
        assertEquals(
                "error: " + folder.resolve("values.json") + ": an acceptance file is a JSON list of entries\n",
                verify("{}").err());
    }

    @Test
    void valuesAreWrittenBesideTheirReferences() throws IOException {
        Path out = folder.resolve("out.json");
        verify(
                "[" + work("a", "0.25") + "," + entry("b", "coupled-btc", "horoscope", PARAMETERS, "[[1, \"inf\"]]")
                        + "]",
                "--json",
                out);
        JsonNode all = new ObjectMapper().readTree(out.toFile());
        assertEquals("passed", all.path(0).path("verdict").asText());
        assertEquals(0.25, all.path(0).path("computed").asDouble(), 1e-15);
        assertEquals(0.25, all.path(0).path("expected").asDouble());
        assertEquals("[[1.0,\"Infinity\"]]", all.path(1).path("expected").toString());
        assertTrue(all.path(1).path("computed").isMissingNode());
    }
}
