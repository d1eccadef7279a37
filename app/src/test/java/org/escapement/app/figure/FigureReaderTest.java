package org.escapement.app.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.escapement.plot.Anchor;
import org.escapement.plot.Band;
import org.escapement.plot.Dash;
import org.escapement.plot.FigureSpec;
import org.escapement.plot.HeatMap;
import org.escapement.plot.Layer;
import org.escapement.plot.Legend;
import org.escapement.plot.Line;
import org.escapement.plot.LineStyle;
import org.escapement.plot.Marker;
import org.escapement.plot.Note;
import org.escapement.plot.Orientation;
import org.escapement.plot.Plot;
import org.escapement.plot.Points;
import org.escapement.plot.ReferenceLine;
import org.escapement.plot.Scale;
import org.escapement.plot.Shade;
import org.escapement.plot.Tick;
import org.junit.jupiter.api.Test;

class FigureReaderTest {

    private static List<Layer> layers(String layer) {
        return plot(layer).layers();
    }

    private static Plot plot(String... layers) {
        return FigureSamples.read("layers:\n  - " + String.join("\n  - ", layers))
                .plot();
    }

    private static Line line(String layer) {
        return (Line) layers(layer).getFirst();
    }

    @Test
    void aHeatMapIsSelectedByWhereAndLabelledByItsData() {
        Plot plot = plot("heat map: {run: map, value: work, x: J, y: Jz, where: {start: up}}");
        HeatMap map = (HeatMap) plot.layers().getFirst();
        assertArrayEquals(new double[] {0, 1, 2, 3}, map.x());
        assertArrayEquals(new double[] {-10, 90, 190, 290, 0, 100, 200, 300, 10, 110, 210, Double.NaN}, map.values());
        assertEquals("$\\dot W$", map.label());
        assertEquals("viridis", map.colours().map());
        assertTrue(map.bar());
        assertEquals("$J/\\kappa$", plot.x().label());
        assertEquals("$J_z/\\kappa$", plot.y().label());
    }

    @Test
    void aMaskTakesOutPointsWhereAnotherVariableIsBeyondItsEnds() {
        String map = "heat map: {run: map, value: work, x: J, y: Jz, where: {start: up}, mask: {value: work, ";
        double nan = Double.NaN;
        assertArrayEquals(
                new double[] {nan, 90, 190, 290, 0, 100, 200, 300, 10, 110, 210, nan},
                ((HeatMap) layers(map + "below: 0}}").getFirst()).values());
        assertArrayEquals(
                new double[] {nan, 90, 190, nan, 0, 100, nan, nan, 10, 110, nan, nan},
                ((HeatMap) layers(map + "below: 0, above: 195}}").getFirst()).values());
    }

    @Test
    void theColoursOfAHeatMapCanBeChosen() {
        String map = "heat map: {run: map, value: work, x: J, y: Jz, where: {start: up}, ";
        HeatMap log = (HeatMap) layers(map + "colours: magma, scale: log, range: [1, auto], label: W, bar: false}")
                .getFirst();
        assertEquals("magma", log.colours().map());
        assertEquals(Scale.LOG, log.colours().scale());
        assertEquals(1, log.colours().min());
        assertTrue(Double.isNaN(log.colours().max()));
        assertEquals("W", log.label());
        assertFalse(log.bar());
        HeatMap symmetric = (HeatMap) layers(map + "symmetric: true}").getFirst();
        assertEquals("bluered", symmetric.colours().map());
        assertTrue(symmetric.colours().symmetric());
        HeatMap classes = (HeatMap) layers(map + "classes: [rest, cycle]}").getFirst();
        assertEquals(List.of("rest", "cycle"), classes.colours().classes());
    }

    @Test
    void categoriesNameTheTicksOfTheirAxis() {
        Plot plot = plot("heat map: {run: map, value: work, x: J, y: start, where: {Jz: 0}}");
        assertEquals(List.of(new Tick(0, "up"), new Tick(1, "down")), plot.y().ticks());
    }

    @Test
    void aLineFollowsAnAxisAtTheNearestPositionsOfTheOthers() {
        Line line = line("line: {run: map, x: J, y: work, where: {Jz: 0.6, start: down}}");
        assertArrayEquals(new double[] {0, 1, 2, 3}, line.x());
        assertArrayEquals(new double[] {11, 111, 211, 311}, line.y());
        assertEquals("", line.label());
        assertEquals(LineStyle.AUTO, line.style());
    }

    @Test
    void aLineCanHaveItsAxisUpwards() {
        Plot plot = plot("line: {run: edges, x: first, y: Jz, label: edge, colour: black, dash: dash dot, width: 0.7}");
        Line line = (Line) plot.layers().getFirst();
        assertArrayEquals(new double[] {1, 1.5, 2}, line.x());
        assertArrayEquals(new double[] {-1, 0, 1}, line.y());
        assertEquals(new LineStyle("black", Dash.DASH_DOT, 0.7), line.style());
        assertEquals("edge", line.label());
        assertEquals("$J_1$", plot.x().label());
        assertEquals("$J_z/\\kappa$", plot.y().label());
    }

    @Test
    void twoVariablesAreATrajectoryAlongTheAxisTheyHaveLeft() {
        Line line = line("line: {run: traces, x: mx, y: mz, where: {J: 1}}");
        assertEquals(200, line.x().length);
        assertEquals(Math.exp(-0.5) * Math.cos(10), line.x()[50], 1e-12);
        assertEquals(Math.exp(-0.5) * Math.sin(10), line.y()[50], 1e-12);
    }

    @Test
    void aSinglePointCanHaveASpectrum() {
        Line line = line("line: {run: point, x: frequency, y: noise}");
        assertArrayEquals(new double[] {0.1, 1, 10}, line.x());
        assertArrayEquals(new double[] {3, 2, 1}, line.y());
    }

    @Test
    void anAxisWithOnePositionNeedsNoWhere() {
        assertEquals(3, line("line: {run: single-row, x: t, y: decay}").y().length);
        assertEquals(
                1,
                line("line: {run: single-row, x: J, y: decay, where: {t: 1}}").x().length);
    }

    @Test
    void aFamilyHasOneLineForEachPositionOfAnAxis() {
        List<Layer> all = layers("lines: {run: traces, x: t, y: mz, for each: J}");
        assertEquals(3, all.size());
        assertEquals("$J/\\kappa$$\\,=2$", ((Line) all.get(2)).label());
        assertEquals(Math.exp(-0.5) * Math.sin(15), ((Line) all.get(2)).y()[50], 1e-12);
        List<Layer> some = layers("lines: {run: map, x: J, y: work, for each: {Jz: [1, -1]}, where: {start: up}}");
        assertEquals(2, some.size());
        assertArrayEquals(new double[] {10, 110, 210, Double.NaN}, ((Line) some.getFirst()).y());
        List<Layer> categories =
                layers("lines: {run: map, x: J, y: work, for each: start, where: {Jz: 0}, label: exact, dash: solid}");
        assertEquals("exact, down", ((Line) categories.get(1)).label());
        assertEquals(Dash.SOLID, ((Line) categories.get(1)).style().dash());
    }

    @Test
    void aFamilyCanBeOfTrajectoriesAndWithoutNames() {
        List<Layer> all = layers("lines: {run: traces, x: mx, y: mz, for each: J, label: ''}");
        Line last = (Line) all.get(2);
        assertEquals(Math.exp(-0.5) * Math.cos(15), last.x()[50], 1e-12);
        assertEquals(Math.exp(-0.5) * Math.sin(15), last.y()[50], 1e-12);
        assertEquals("", last.label());
    }

    @Test
    void pointsHaveErrorBarsAndSymbols() {
        Points points = (Points) layers("points: {run: edges, x: Jz, y: first, error: spread, marker: diamond,"
                        + " size: 5, colour: '#102030', label: exact}")
                .getFirst();
        assertArrayEquals(new double[] {0.1, 0.2, 0.3}, points.error());
        assertEquals(Marker.DIAMOND, points.marker());
        assertEquals(5, points.size());
        assertEquals("#102030", points.colour());
        assertEquals("exact", points.label());
    }

    @Test
    void singleNumbersAreOnePoint() {
        Points points =
                (Points) layers("points: {run: point, x: onset, y: onset}").getFirst();
        assertArrayEquals(new double[] {2.4056}, points.x());
    }

    @Test
    void aBandLiesBetweenTwoVariables() {
        Band band = (Band) layers(
                        "band: {run: edges, x: Jz, lower: first, upper: second, colour: skyblue, label: II, opacity: 0.5}")
                .getFirst();
        assertArrayEquals(new double[] {1, 1.5, 2}, band.lower());
        assertArrayEquals(new double[] {2, 2.25, 2.5}, band.upper());
        assertEquals("skyblue", band.colour());
        assertEquals(0.5, band.opacity());
        assertEquals("II", band.label());
    }

    @Test
    void aCurveIsWrittenOut() {
        Line curve = line("curve: {x: [0, pi/2, 1e1], y: [1, 2, 3], label: theory, dash: dotted}");
        assertArrayEquals(new double[] {0, Math.PI / 2, 10}, curve.x());
        assertEquals(Dash.DOTTED, curve.style().dash());
        assertEquals("theory", curve.label());
    }

    @Test
    void straightLinesStandAtNumbersOrResults() {
        ReferenceLine level =
                (ReferenceLine) layers("horizontal: {at: 1/2, label: Carnot}").getFirst();
        assertEquals(Orientation.HORIZONTAL, level.orientation());
        assertEquals(0.5, level.value());
        assertEquals("Carnot", level.label());
        assertEquals("grey", level.style().colour());
        ReferenceLine onset = (ReferenceLine) layers("vertical: {at: {run: point, value: onset}, colour: black}")
                .getFirst();
        assertEquals(Orientation.VERTICAL, onset.orientation());
        assertEquals(2.4056, onset.value());
        ReferenceLine chosen = (ReferenceLine) layers("vertical: {at: {run: edges, value: first, where: {Jz: 1}}}")
                .getFirst();
        assertEquals(2, chosen.value());
    }

    @Test
    void aPlaceWhosePointIsNotOkDrawsNothing() {
        String missing = "{run: single-row, value: onset}";
        assertTrue(layers("vertical: {at: " + missing + ", label: onset}").isEmpty());
        assertTrue(layers("shade: {x: [0, " + missing + "]}").isEmpty());
        assertTrue(layers("note: {at: [" + missing + ", 0], text: I}").isEmpty());
    }

    @Test
    void aShadeCoversARangeOfOneAxis() {
        Shade shade = (Shade) layers("shade: {x: [1, {run: point, value: onset}], colour: blue, opacity: 0.3}")
                .getFirst();
        assertEquals(new Shade(Orientation.VERTICAL, 1, 2.4056, "blue", 0.3), shade);
        assertEquals(Shade.horizontal(0, 1), layers("shade: {y: [0, 1]}").getFirst());
    }

    @Test
    void aNoteStandsInTheDataOrInTheFrame() {
        assertEquals(
                Note.at(0.5, -1, "I"), layers("note: {at: [0.5, -1], text: I}").getFirst());
        assertEquals(
                new Note(0.03, 0.96, "(a)", Anchor.UPPER_LEFT, "white", 1.2, true),
                layers("note: {at: [0.03, 0.96], frame: true, anchor: upper left, text: (a), colour: white, size: 1.2}")
                        .getFirst());
    }

    @Test
    void axesTakeWhatIsWrittenAndTheRestFromTheData() {
        Plot plot = FigureSamples.read("""
                        x: {range: [auto, 2], ticks: [0, 0.50, 1e-3, {at: pi/2, label: "$\\\\pi/2$"}]}
                        y: {label: W, scale: log, range: [1, 100]}
                        legend: upper left
                        layers:
                          - line: {run: edges, x: Jz, y: first}
                        """).plot();
        assertEquals("$J_z/\\kappa$", plot.x().label());
        assertTrue(Double.isNaN(plot.x().min()));
        assertEquals(2, plot.x().max());
        assertEquals(
                List.of(
                        new Tick(0, "$0$"),
                        new Tick(0.5, "$0.50$"),
                        new Tick(1e-3, "$0.001$"),
                        new Tick(Math.PI / 2, "$\\pi/2$")),
                plot.x().ticks());
        assertEquals("W", plot.y().label());
        assertEquals(Scale.LOG, plot.y().scale());
        assertEquals(Legend.UPPER_LEFT, plot.legend());
    }

    @Test
    void linesOfDifferentVariablesAreNamedInTheLegendAndNotAtTheAxis() {
        Plot plot = plot(
                "line: {run: edges, x: Jz, y: first}",
                "points: {run: edges, x: Jz, y: second}",
                "line: {run: edges, x: Jz, y: spread, label: ''}");
        assertEquals("$J_1$", ((Line) plot.layers().get(0)).label());
        assertEquals("$J_2$", ((Points) plot.layers().get(1)).label());
        assertEquals("", ((Line) plot.layers().get(2)).label());
        assertEquals("", plot.y().label());
        assertEquals("$J_z/\\kappa$", plot.x().label());
    }

    @Test
    void aHeatMapRulesTheAxesAndLeavesLinesOverItNameless() {
        Plot plot = plot(
                "line: {run: edges, x: first, y: Jz}",
                "line: {run: edges, x: second, y: Jz}",
                "heat map: {run: map, value: work, x: J, y: Jz, where: {start: up}}");
        assertEquals("", ((Line) plot.layers().getFirst()).label());
        assertEquals("$J/\\kappa$", plot.x().label());
    }

    @Test
    void anInsetIsAPlotOfItsOwn() {
        Plot plot = FigureSamples.read("""
                        layers:
                          - line: {run: edges, x: Jz, y: first}
                        insets:
                          - at: [0.5, 0.1, 0.4, 0.3]
                            legend: none
                            y: {label: small}
                            layers:
                              - line: {run: point, x: frequency, y: noise}
                        """).plot();
        Plot small = plot.insets().getFirst().plot();
        assertEquals(0.3, plot.insets().getFirst().height());
        assertEquals("small", small.y().label());
        assertEquals("frequency", small.x().label());
        assertEquals(Legend.NONE, small.legend());
    }

    @Test
    void runCanBeLeftOutWhenThereIsOne() {
        FigureSpec spec =
                FigureSamples.read("layers: [line: {x: frequency, y: noise}]", Map.of("main", FigureSamples.point()));
        assertEquals(1, spec.plot().layers().size());
    }

    @Test
    void thePaperHasAWidthAHeightAFontAndAResolution() {
        String layers = "\nlayers: [curve: {x: [0, 1], y: [0, 1]}]";
        assertEquals(86, FigureSamples.read(layers).width());
        assertEquals(65.36, FigureSamples.read("width: single" + layers).height(), 1e-9);
        assertEquals(89, FigureSamples.read("width: double" + layers).height());
        FigureSpec own = FigureSamples.read("width: 120\nheight: 60\nfont: 8\ndpi: 300" + layers);
        assertEquals(new FigureSpec(own.plot(), 120, 60, 8, 300), own);
    }
}
