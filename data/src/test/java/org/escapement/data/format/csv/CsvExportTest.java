package org.escapement.data.format.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.escapement.data.Axis;
import org.escapement.data.Dataset;
import org.escapement.data.Provenance;
import org.escapement.data.Schema;
import org.escapement.data.Variable;
import org.escapement.data.format.json.JsonExport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvExportTest {
    private static final Schema SCHEMA = new Schema(
            List.of(Axis.of("J", 0.1, 0.2), Axis.of("bath", List.of("hot, left", "the \"cold\" one"), "bath", "bath")),
            List.of(Axis.of("t", 0, 1)),
            List.of(
                    new Variable("x", List.of("J", "bath", "t"), "m", "place", "$x$"),
                    Variable.of("power", "J", "bath")),
            List.of());
    private static final Dataset DATA = new Dataset(
            SCHEMA,
            Map.of("x", new double[] {0, 1, 2, 1 / 3.0, 4, 5, 6, 7}, "power", new double[] {1e-300, -2, 3, 4}),
            new int[] {0, 0, -1, 0},
            Map.of("title", "two\nlines"),
            Provenance.empty().with("seed", "42"));

    @TempDir
    Path temp;

    @Test
    void tableIsTidyAndHasFullPrecision() throws IOException {
        Path file = temp.resolve("all.csv");
        CsvExport.write(DATA, file);
        List<String> lines = Files.readAllLines(file);
        assertEquals("J,bath,t,x,power,status", lines.getFirst());
        assertTrue(lines.contains("# variable x [m] place"));
        assertTrue(lines.contains("# seed: 42"));
        assertTrue(lines.contains("# title: two lines"));
        CsvTable table = CsvTable.read(file);
        assertArrayEquals(new double[] {0, 1, 2, 1 / 3.0, Double.NaN, Double.NaN, 6, 7}, table.numbers("x"));
        assertArrayEquals(new double[] {1e-300, 1e-300, -2, -2, Double.NaN, Double.NaN, 4, 4}, table.numbers("power"));
        assertArrayEquals(new double[] {0, 0, 0, 0, -1, -1, 0, 0}, table.numbers("status"));
        assertEquals("hot, left", table.rows().get(0).get(1));
        assertEquals("the \"cold\" one", table.rows().get(2).get(1));
    }

    @Test
    void chosenVariablesGiveATableOverTheirAxesOnly() {
        Path file = temp.resolve("power.csv");
        CsvExport.write(DATA, List.of("power"), file);
        assertEquals(
                List.of("J", "bath", "power", "status"), CsvTable.read(file).columns());
        assertEquals(4, CsvTable.read(file).rows().size());
    }

    @Test
    void jsonHoldsNullForMissingNumbers() {
        String json = JsonExport.text(DATA);
        assertTrue(
                json.contains("\"shape\":[2,2,2],\"values\":[0.0,1.0,2.0,0.3333333333333333,null,null,6.0,7.0]"), json);
        assertTrue(json.contains("\"status\":[0,0,-1,0]"), json);
    }
}
