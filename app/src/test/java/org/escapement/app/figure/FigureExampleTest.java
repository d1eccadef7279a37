package org.escapement.app.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.escapement.plot.Figure;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws examples into {@code target/figures} for the eye. */
class FigureExampleTest {
    private static final String DIAGRAM = """
            width: single
            legend: lower left
            layers:
              - heat map: {run: map, value: work, x: J, y: Jz, where: {start: up}, colours: cividis}
              - line: {run: edges, x: first, y: Jz, colour: white, dash: dashed, label: "$J_1$"}
              - line: {run: edges, x: second, y: Jz, colour: vermillion, label: "$J_2$"}
              - vertical: {at: {run: point, value: onset}, label: onset, colour: black}
              - note: {at: [0, 1], text: I}
              - note: {at: [0.03, 0.96], text: (a), frame: true, anchor: upper left}
            insets:
              - at: [0.62, 0.06, 0.36, 0.42]
                layers:
                  - line: {run: traces, x: mx, y: mz, where: {J: 1}, width: 0.7}
            """;
    private static final String CURVES = """
            width: double
            height: 70
            y: {range: [-1, auto], label: magnetization}
            x: {range: [auto, 10], ticks: [0, 3, {at: 2*pi, label: "$2\\\\pi$"}, 10]}
            legend: upper right
            layers:
              - shade: {x: [4, 6], colour: skyblue}
              - lines: {run: traces, x: t, y: mz, for each: J, label: "$m_z$"}
              - line: {run: traces, x: t, y: mx, where: {J: 0}, label: "$m_x$"}
              - band: {run: edges, x: Jz, lower: first, upper: second, label: band}
              - points: {run: edges, x: Jz, y: first, error: spread, marker: square, label: points}
              - curve: {x: [7, 8, 9], y: [1, 1.5, 1], dash: dotted, colour: purple, label: curve}
              - horizontal: {at: 0.5, label: level}
            """;

    @Test
    void everyFigureOfTheHowToIsDrawn() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "how-to", "figures.md"));
        Matcher block = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL).matcher(page);
        int count = 0;
        while (block.find()) {
            Node section = Fields.of(YamlReader.read(block.group(1), "figures.md"), "a study")
                    .required("figure");
            byte[] png =
                    Figure.of(FigureReader.read(section, FigureSamples.all())).png();
            count++;
            Files.write(Files.createDirectories(Path.of("target", "figures")).resolve("how-to-" + count + ".png"), png);
        }
        assertTrue(count >= 3, "only " + count + " figures found");
    }

    @ParameterizedTest
    @CsvSource({"diagram, 86", "curves, 178"})
    void examplesAreDrawn(String name, double width) throws IOException {
        Path directory = Files.createDirectories(Path.of("target", "figures"));
        Path file = directory.resolve(name + ".png");
        Figure.of(FigureSamples.read(name.equals("diagram") ? DIAGRAM : CURVES)).write(file);
        BufferedImage image = ImageIO.read(file.toFile());
        assertEquals(width / 25.4 * 400, image.getWidth(), 1);
    }
}
