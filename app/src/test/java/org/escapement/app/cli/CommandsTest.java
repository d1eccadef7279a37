package org.escapement.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every verb from the outside: what it prints, its exit code, and one clear sentence for every mistake. */
class CommandsTest {

    private static final String MODEL = """
            model: one driven ensemble
            size: N
            parameters: {Omega: 2, kappa: 1, eps: required}
            spins: {A: {atoms: N, as: sigma/2}}
            hamiltonian: {drive: {term: Omega*A.x, role: drive}}
            jumps: {loss: {operator: A.minus, rate: kappa/N, bath: bath A, quantum: 1}}
            states: {ground: {A: down}}
            quantities: {m_z: <A.z>/N, tilt: eps*<A.z>/N}
            closed forms: {edge: {is: kappa/2, requires: [kappa > 0]}}
            """;

    private static final String STUDY = """
            study: drives
            model: model.yaml
            axes: {Omega: [0.1, 0.2, 2]}
            record: {w: {quantity: m_z, average: [20, 30]}}
            claims:
              - says: the weakly driven ensemble stays low
                claimed: -0.5
                within: 0.1
                measure: {data: w, where: {Omega: 0.1}}
            """;

    @TempDir
    private Path folder;

    private Path model;
    private Path study;

    @BeforeEach
    void files() throws IOException {
        model = Files.writeString(folder.resolve("model.yaml"), MODEL);
        study = Files.writeString(folder.resolve("study.yaml"), STUDY);
    }

    @Test
    void checkSaysWhatFilesContain() {
        assertEquals(
                model + ": model 'one driven ensemble', 1 spin(s), 0 mode(s), 0 oscillator(s), 1 jump(s)\n" + study
                        + ": study 'drives', 1 run(s), 3 points\n",
                Terminal.good("check", model, study));
    }

    @Test
    void checkReadsClaimsToo() throws IOException {
        Files.writeString(study, STUDY.replace("data: w", "data: v"));
        assertEquals(
                "error: " + study + ":9:21: 'v' is not a valid recording of the run 'main'; valid here: w",
                Terminal.complaint(3, "check", study));
    }

    @Test
    void infoNamesParametersQuantitiesAndLevels() {
        String info = Terminal.good("info", "coupled-btc");
        for (String line : new String[] {
            "coupled time crystals",
            "parameter  J = 1.0",
            "level      mean field: 6 real variables",
            "state      ground"
        }) {
            assertTrue(info.contains(line), info);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "unicode", "latex"})
    void derivePrintsOneEquationForEachVariable(String format) {
        assertEquals(
                3,
                Terminal.good("derive", model, "--format", format)
                        .lines()
                        .filter(l -> l.contains("="))
                        .count());
    }

    @Test
    void evaluateRunsItsThreeDocumentedExamples() {
        String energy = Terminal.good(
                "evaluate", "coupled-btc", "--set", "J=3.4,Jz=1", "--quantity", "stored_energy", "--window", "0:1000");
        assertTrue(energy.matches("\\d\\.\\d+ ± \\d\\.\\de-\\d+\n"), energy);
        double edge = Double.parseDouble(
                Terminal.good("evaluate", "coupled-btc", "--set", "Omega1=3,Omega2=3", "--quantity", "crystal_edge")
                        .trim());
        assertTrue(edge > Math.sqrt(8) && edge < Math.sqrt(8) + 3, "" + edge);
        String mean = Terminal.good("evaluate", "coupled-btc", "--set", "J=1", "--quantity", "<A.z>/N", "--time", "10");
        assertTrue(mean.contains(" ± "), mean);
    }

    @Test
    void evaluateWritesJson() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(Terminal.good("evaluate", model, "--quantity", "m_z", "--time", "0", "--json"));
        assertEquals("m_z", json.path("quantity").asText());
        assertEquals("mean field", json.path("level").asText());
        assertEquals(-0.5, json.path("values").path(0).asDouble());
        assertEquals(0, json.path("errors").path(0).asDouble());
        assertEquals(
                "Infinity",
                new ObjectMapper()
                        .readTree(Terminal.good("evaluate", "optomech-engine", "--quantity", "bc", "--json"))
                        .path("values")
                        .path(0)
                        .asText());
    }

    @Test
    void evaluateTakesExpressionsAndNumbersOfTheState() {
        assertEquals("0.5\n", Terminal.good("evaluate", model, "--quantity", "edge"));
        assertEquals("1.0\n", Terminal.good("evaluate", model, "--set", "kappa=2*1", "--quantity", "edge"));
        assertEquals(
                "0.5\n", Terminal.good("evaluate", model, "--quantity", "m_z", "--time", "0", "--initial", "0,0,0.5"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "2 | evaluate MODEL | give either --quantity or --ask",
                "2 | evaluate MODEL --quantty m_z | Unknown options: '--quantty', 'm_z'",
                "2 | evaluate MODEL --quantity m_z | 'm_z' changes in time: say when, with --time T, --window T0:T1 or --stationary",
                "2 | evaluate MODEL --quantity m_z --time 1 --window 0:1 | give --time or --window, not both",
                "2 | evaluate MODEL --quantity m_z --time soon | Invalid value for option '--time': 'soon' is not a double",
                "3 | evaluate MODEL --quantity m_z --time -1 | times count from the start at 0; -1.0 cannot be reached",
                "3 | evaluate MODEL --quantity m_z --window 2:1 | the window 2:1 ends before it begins",
                "3 | evaluate MODEL --quantity m_z --window -1:1 | times count from the start at 0; the window -1:1 begins before",
                "3 | evaluate MODEL --quantity m_z --window 2 | a window is T0:T1, not '2'",
                "3 | evaluate MODEL --quantity m_z --window 0:1 --reduce avrage | there is no reduction 'avrage'; did you mean 'average'?",
                "3 | evaluate MODEL --quantity m_z --time 1 --level meanfield | there is no level 'meanfield'; did you mean 'mean field'?",
                "3 | evaluate MODEL --quantity m_y --time 1 | the model 'one driven ensemble' has no quantity or number 'm_y'; did you mean 'm_z'?",
                "3 | evaluate MODEL --quantity edg | the model 'one driven ensemble' has no quantity or number 'edg'; did you mean 'edge'?",
                "3 | evaluate MODEL --quantity heat(\"bath_A\") --time 1 | the model has no bath 'bath_A'; did you mean 'bath A'?",
                "3 | evaluate MODEL --quantity heat() --time 1 | 'heat()' grows like N for large N: divide by that power, for example heat()/N",
                "3 | evaluate MODEL --quantity A.z/N --time 1 | 'A.z' is an operator: write <A.z> for its mean",
                "3 | evaluate MODEL --quantity <A.z>/N+ --time 1 | in '<A.z>/N+', character 9: the expression ends where a number, a name or '(' is expected",
                "3 | evaluate MODEL --quantity m_z --time 1 --set Omeg=1 | the model 'one driven ensemble' has no parameter 'Omeg'; did you mean 'Omega'?",
                "3 | evaluate MODEL --quantity m_z --time 1 --set Omega= | 'Omega=' gives 'Omega' no value: write for example Omega=1",
                "3 | evaluate MODEL --quantity m_z --time 1 --set Omega | 'Omega' is not of the form name=value, for example J=3.4",
                "3 | evaluate MODEL --quantity m_z --time 1 --set kappa=-1 | the rate of jump 'loss' is negative at {kappa=-1.0}",
                "3 | evaluate MODEL --quantity tilt --time 1 | parameter 'eps' has no value: set it, for example eps=1",
                "3 | evaluate MODEL --quantity m_z --time 1 --initial grund | the model has no state 'grund'; did you mean 'ground'?",
                "3 | evaluate MODEL --quantity m_z --time 1 --initial 0,1 | an initial state of this model has 3 numbers (A.x, A.y, A.z), not 2",
                "3 | evaluate MODEL --quantity m_z --time 1 --tolerance 0 | a tolerance lies between 1e-14 and 0.01, not 0.0",
                "3 | evaluate MODEL --quantity edge --set kappa=0 | 'edge' needs kappa > 0, which does not hold here",
                "3 | evaluate coupled-bct --quantity J | there is no file 'coupled-bct' and no paper of that name; did you mean 'coupled-btc'?",
                "3 | check nothing.yaml | there is no file 'nothing.yaml'",
                "3 | run nothing.yaml | there is no file 'nothing.yaml'",
                "2 | run STUDY --resume --overwrite | give --resume or --overwrite, not both",
                "3 | run STUDY --threads 0 | --threads needs a number from 1 up, not 0",
                "3 | plot STUDY | 'STUDY' has no figure to draw: describe one under 'figure'",
                "3 | reproduce coupled-bct 2a | there is no paper 'coupled-bct'; did you mean 'coupled-btc'?",
                "3 | reproduce coupled-btc 2z | the paper 'coupled-btc' has no panel '2z'; did you mean '2a'?",
                "2 | reproduce coupled-btc | say which paper and panel, for example: reproduce coupled-btc 2a",
                "2 | evalute MODEL | Unmatched arguments from index 0: 'evalute', 'MODEL'",
                "2 | derive MODEL --format word | Invalid value for option '--format': expected one of [TEXT, UNICODE, LATEX] (case-insensitive) but was 'word'",
                "3 | verify nothing.json | there is no file 'nothing.json'",
                "3 | export nothing.zarr x.csv | There is no store at nothing.zarr: the file layout.json is missing. Check the path, or start the run to create the store."
            })
    void mistakesAreToldInOneSentence(int code, String line, String message) {
        Object[] words = java.util.Arrays.stream(line.split(" "))
                .map(w -> w.equals("MODEL") ? model : w.equals("STUDY") ? study : w)
                .toArray();
        String expected = message.replace("MODEL", model.toString()).replace("STUDY", study.toString());
        assertEquals("error: " + expected, Terminal.complaint(code, words));
    }

    @Test
    void runComputesResumesExportsAndJudges() throws IOException {
        Path out = folder.resolve("out");
        assertEquals("main: 3 points, 1 recording(s), level mean field\n", Terminal.good("run", study, "--dry-run"));
        String claims = Terminal.good("run", study, "--out", out, "--threads", "1");
        assertTrue(claims.lines().toList().get(1).startsWith("confirmed "), claims);
        assertEquals(
                "error: there are results in '" + out.resolve("main.zarr")
                        + "' already: add --resume to go on with them or --overwrite to begin again",
                Terminal.complaint(3, "run", study, "--out", out));
        assertEquals(claims, Terminal.good("run", study, "--out", out, "--resume"));
        assertEquals(claims, Terminal.good("run", study, "--out", out, "--overwrite"));

        Path csv = folder.resolve("w.csv");
        Terminal.good("export", out.resolve("main.zarr"), csv);
        assertEquals(
                3,
                Files.readAllLines(csv).stream()
                        .filter(l -> l.matches("[0-9.].*"))
                        .count());
        Path json = folder.resolve("w.json");
        Terminal.good("export", out.resolve("main.zarr"), json);
        JsonNode status = new ObjectMapper().readTree(json.toFile()).path("status");
        assertArrayEquals(new int[] {0, 0, 0}, new ObjectMapper().convertValue(status, int[].class));
        assertEquals(
                "error: '" + out.resolve("main.zarr") + "' has no variable 'v'; valid here: w",
                Terminal.complaint(3, "export", out.resolve("main.zarr"), csv, "--variables", "v"));
        assertEquals(
                "error: 'w.txt': let the name end in .csv or .json",
                Terminal.complaint(3, "export", out.resolve("main.zarr"), "w.txt"));
        assertEquals(
                "error: --variables chooses columns of a CSV file",
                Terminal.complaint(2, "export", out.resolve("main.zarr"), json, "--variables", "w"));
    }

    @Test
    void theStoreOfAnEditedStudyIsNotContinued() throws IOException {
        Path out = folder.resolve("out");
        Terminal.good("run", study, "--out", out);
        Files.writeString(study, STUDY.replace("[20, 30]", "[20, 40]"));
        String complaint = Terminal.complaint(3, "run", study, "--out", out, "--resume");
        assertTrue(complaint.contains("belongs to another run") && complaint.contains("recordings"), complaint);
    }

    @Test
    void reproduceListsEveryPanel() {
        String list = Terminal.good("reproduce", "--list");
        assertTrue(list.lines().count() > 60, list);
        assertTrue(list.lines().allMatch(l -> l.matches("\\S+ +\\S+ +\\w.*")), list);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "info", "derive", "evaluate", "run", "plot", "export", "reproduce", "verify"})
    void everyCommandHasHelpWithAnExample(String verb) {
        String help = Terminal.good(verb, "--help");
        assertTrue(help.contains("Usage: escapement " + verb), help);
        assertTrue(help.contains("Example"), help);
        assertTrue(help.contains("  escapement " + verb + " "), help);
        assertTrue(Terminal.good("--help").contains(verb));
    }

    @Test
    void versionNamesProgramAndJava() {
        assertTrue(Terminal.good("--version").matches("escapement \\d\\S* on Java 2\\d.*\n"));
    }
}
