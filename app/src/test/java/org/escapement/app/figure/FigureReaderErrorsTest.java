package org.escapement.app.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.escapement.yaml.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureReaderErrorsTest {
    private static final String CURVE = "layers: [curve: {x: [0, 1], y: [0, 1]}]";

    private static String message(String yaml) {
        return assertThrows(SourceException.class, () -> FigureSamples.read(yaml))
                .getMessage();
    }

    private static void check(String yaml, String place, String expected) {
        assertEquals("s.yaml:" + place + ": " + expected, message(yaml));
    }

    /** A layer that stands in {@code layers: [...]}, the column of its error, and the message. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
heatmap: {run: map} ~ 10 ~ unknown layer 'heatmap'; did you mean 'heat map'?
line ~ 10 ~ a layer is one kind with its settings inside, such as 'line: {x: J, y: work}'
{line: , x: J, y: work} ~ 10 ~ a layer is one kind with its settings inside, such as 'line: {x: J, y: work}'
line: {rum: map, x: J, y: work} ~ 17 ~ unknown key 'rum' in a line; did you mean 'run'?
line: {run: mpa, x: J, y: work} ~ 22 ~ there are no data of a run 'mpa'; did you mean 'map'?
line: {x: J, y: work} ~ 16 ~ a line needs the key 'run', one of map, edges, traces, point, single-row, as the study has several runs
line: {run: map, x: J} ~ 16 ~ a line needs the key 'y'
line: {run: map, x: J, y: wrok} ~ 36 ~ run 'map' has no axis or variable 'wrok'; did you mean 'work'?
line: {run: map, x: J, y: work} ~ 36 ~ 'work' of run 'map' also depends on Jz, start: fix them with where: {Jz: <-1 to 1>, start: <up, down>}
line: {run: map, x: J, y: work, where: {Jz: 0}} ~ 36 ~ 'work' of run 'map' also depends on start: fix it with where: {start: <up, down>}
line: {run: map, x: J, y: work, where: {Jy: 0}} ~ 50 ~ run 'map' has no axis 'Jy'; did you mean 'J'?
line: {run: map, x: J, y: work, where: {J: 0}} ~ 50 ~ 'J' is drawn here, so 'where' cannot fix it at one value
line: {run: map, x: J, y: work, where: {Jz: 7, start: up}} ~ 54 ~ 'Jz' was computed for -1 to 1, not for 7
line: {run: map, x: J, y: work, where: {Jz: 0, start: upp}} ~ 64 ~ 'upp' is not a valid position of 'start'; did you mean 'up'?
line: {run: map, x: J, y: Jz} ~ 36 ~ 'J' and 'Jz' are both axes: one of them must be a variable
line: {run: traces, x: mx, y: mz} ~ 33 ~ 'mx' of run 'traces' can be drawn along J or t: fix all but one of them with where: {J: <0 to 2>, t: <0 to 19.9>}
line: {run: traces, x: mx, y: mz, where: {K: 1}} ~ 52 ~ run 'traces' has no axis 'K'; valid here: J, t
line: {run: point, x: onset, y: onset} ~ 42 ~ 'onset' is a single number here: draw it with 'points', 'horizontal' or 'vertical'
line: {run: point, x: frequency, y: onset} ~ 46 ~ 'onset' of run 'point' does not depend on 'frequency'
line: {run: point, x: frequency, y: noise, dash: doted} ~ 59 ~ 'doted' is not a valid dash; did you mean 'dotted'?
points: {run: edges, x: Jz, y: first, error: Jz} ~ 55 ~ run 'edges' has no variable 'Jz'; valid here: first, second, spread
lines: {run: traces, x: t, y: mz, for each: t} ~ 54 ~ the lines are drawn along 't': 'for each' needs another axis
lines: {run: traces, x: t, y: mz, for each: {J: [0, 9]}} ~ 62 ~ 'J' was computed for 0 to 2, not for 9
heat map: {run: map, value: work, x: J, y: J} ~ 53 ~ 'J' cannot be both axes of a heat map
heat map: {run: map, value: work, x: J, y: Jz} ~ 38 ~ 'work' of run 'map' also depends on start: fix it with where: {start: <up, down>}
heat map: {run: traces, value: mz, x: t, y: J, colours: virdis} ~ 66 ~ 'virdis' is not a valid colour map; did you mean 'viridis'?
heat map: {run: traces, value: mz, x: t, y: J, scale: log, range: [0, 1]} ~ 76 ~ Colours on a logarithmic scale run from 0.0 to 1.0: both values must be positive.
heat map: {run: traces, value: mz, x: t, y: J, classes: [a], range: [0, 1]} ~ 78 ~ classes are coloured one by one: leave out range, scale and symmetric
curve: {x: [0, 1], y: [0]} ~ 17 ~ A line has 2 abscissas but 1 values beside them.
curve: {x: [0, one], y: [0, 1]} ~ 25 ~ 'one' is not declared; valid here: infinity, pi
vertical: {at: {run: edges, value: first}} ~ 45 ~ 'first' of run 'edges' also depends on Jz: fix it with where: {Jz: <-1 to 1>}
shade: {x: [0, 1], y: [0, 1]} ~ 17 ~ a shade has either 'x: [from, to]' or 'y: [from, to]'
note: {at: 3, text: I} ~ 21 ~ 'at' is written [x, y]
note: {at: [0, 1], text: I, frame: maybe} ~ 45 ~ 'maybe' is not a valid value of 'frame'; valid here: true, false
horizontal: {at: 1, width: -3} ~ 37 ~ 'width' lies between 0.05 and 20, not -3
""")
    void aBrokenLayerIsReportedWhereItBreaks(String layer, int column, String expected) {
        check("layers: [" + layer + "]", "1:" + column, expected);
    }

    @Test
    void coloursThatDoNotExistAreRefused() {
        check(
                "layers: [line: {run: traces, x: t, y: mz, where: {J: 0}, colour: bleu}]",
                "1:66",
                "There is no colour \"bleu\": write #rrggbb, auto, or one of [black, blue, green, grey, lightgrey,"
                        + " orange, purple, skyblue, vermillion, white, yellow].");
    }

    @Test
    void twoHeatMapsHideEachOther() {
        String map = "heat map: {run: traces, value: mz, x: t, y: J}";
        check(
                "layers: [" + map + ", " + map + "]",
                "1:9",
                "A plot has two heat maps: one would hide the other. Make two figures.");
    }

    @Test
    void layersAreAListThatHoldsSomething() {
        check("layers: []", "1:9", "a plot needs at least one layer");
        check("layers: {line: {x: J}}", "1:9", "'layers' must be a list, not a mapping");
        check("width: 86", "1:1", "the figure needs the key 'layers'");
        check("- layers", "1:1", "the figure must be a mapping (key: value), not a list");
    }

    @Test
    void axesAreReadStrictly() {
        check("x: {lable: J}\n" + CURVE, "1:5", "unknown key 'lable' in the x axis; did you mean 'label'?");
        check("x: {ticks: [0, pi]}\n" + CURVE, "1:16", "say how the tick is labelled: {at: pi, label: \"...\"}");
        check("x: {ticks: 3}\n" + CURVE, "1:12", "'ticks' is a list such as [0, 0.5, 1]");
        check(
                "x: {label: J, range: [4, 0]}\n" + CURVE,
                "1:22",
                "Axis \"J\" runs from 4.0 to 0.0: the lower end must be smaller than the upper end.");
        check(
                "x: {label: J, scale: log, range: [0, 1]}\n" + CURVE,
                "1:34",
                "The logarithmic axis \"J\" runs from 0.0 to 1.0: both ends must be positive.");
    }

    @Test
    void theFrameOfTheFigureIsReadStrictly() {
        check("widht: single\n" + CURVE, "1:1", "unknown key 'widht' in the figure; did you mean 'width'?");
        check("width: triple\n" + CURVE, "1:8", "'width' is single, double or a number of millimetres");
        check(
                "width: 5\n" + CURVE,
                "1:8",
                "A figure of 5.0 mm by 3.8 mm cannot be drawn: both lengths are between 20 and 1000 mm.");
        check(
                "legend: middle\n" + CURVE,
                "1:9",
                "'middle' is not a valid legend; valid here: none, best, upper right, upper left, lower right,"
                        + " lower left");
    }

    @Test
    void insetsLieInTheFrame() {
        check(
                CURVE + "\ninsets: [{at: [0.5, 0.5], " + CURVE + "}]",
                "2:15",
                "'at' is written [left, bottom, width, height] in fractions of the frame");
        check(
                CURVE + "\ninsets: [{at: [0.5, 0.5, 0.6, 0.4], " + CURVE + "}]",
                "2:15",
                "An inset at (0.5, 0.5) of size 0.6 by 0.4 leaves the frame: all are fractions of the frame, from 0 to 1.");
    }

    @Test
    void withoutDataThereIsNothingToDraw() {
        SourceException e = assertThrows(
                SourceException.class, () -> FigureSamples.read("layers: [line: {x: J, y: work}]", Map.of()));
        assertEquals("s.yaml:1:16: there are no data to draw: run the study first", e.getMessage());
    }
}
