package org.escapement.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.escapement.app.cli.Main;
import org.escapement.data.Dataset;
import org.escapement.data.format.zarr.DatasetStore;
import org.escapement.model.OpenSystem;
import org.escapement.model.file.ModelReader;
import org.escapement.observables.Measure;
import org.escapement.study.Estimate;
import org.escapement.study.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a user's own model goes through every command, and its numbers are right. */
class RingExampleTest {

    private static final Path EXAMPLE = Path.of("..", "examples", "ring");

    @TempDir
    Path directory;

    @Test
    void checkAndDeriveAcceptTheModel() {
        String model = EXAMPLE.resolve("model.yaml").toString();
        assertTrue(
                output("check", model, EXAMPLE.resolve("study.yaml").toString()).contains("3 spin(s), 1 mode(s)"));
        String equations = output("derive", model);
        assertEquals(11, equations.lines().count(), equations);
        assertTrue(equations.contains("cavity.im' = -eta"), equations);
    }

    @Test
    void runAndPlotMakeTheFigure() throws IOException {
        String coarse = Files.readString(EXAMPLE.resolve("study.yaml")).replace("points: 40", "points: 3");
        Files.copy(EXAMPLE.resolve("model.yaml"), directory.resolve("model.yaml"));
        Path study = Files.writeString(directory.resolve("study.yaml"), coarse);
        String runs = directory.resolve("runs").toString();

        String claims = output("run", study.toString(), "--out", runs);

        assertEquals(2, claims.lines().filter(l -> l.startsWith("confirmed")).count(), claims);
        Dataset map = DatasetStore.read(directory.resolve("runs").resolve("map.zarr"));
        double[] swing = map.values("swing");
        assertTrue(swing[0] < 1e-9, "without a drive nothing moves");
        assertTrue(swing[2] > 2, "strongly driven, the light keeps pulsing");
        Path figure = directory.resolve("runs").resolve("study.png");
        Files.delete(figure);
        output("plot", study.toString(), "--data", runs);
        assertTrue(Files.size(figure) > 10_000, "the figure is drawn again from the stored data");
    }

    @Test
    void photonsAgreeWithEquationsWrittenByHand() {
        OpenSystem model = ModelReader.read(EXAMPLE.resolve("model.yaml"));
        Evaluation at = Evaluation.of(model).set("eta", 2.5);
        Estimate photons = at.measure("photons", new Measure.AtTime(20));
        Estimate inversion = at.measure("m_C", new Measure.AtTime(20));

        double[] y = HandWrittenRing.after(20, 40_000, 2.5, 1, 0.5, 0.5, 1);

        assertEquals(y[9] * y[9] + y[10] * y[10], photons.value(), 1e-8);
        assertEquals(y[8], inversion.value(), 1e-8);
        // Found by the fourth-order Runge-Kutta steps of HandWrittenRing with 20 000, 40 000 and 80 000 steps.
        assertEquals(23.0561947192, photons.value(), 1e-8);
    }

    private static String output(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertEquals(0, Main.execute(arguments), String.join(" ", arguments));
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
