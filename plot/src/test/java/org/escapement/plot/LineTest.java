package org.escapement.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.escapement.data.Axis;
import org.escapement.data.Dataset;
import org.escapement.data.Schema;
import org.escapement.data.Variable;
import org.junit.jupiter.api.Test;

class LineTest {
    private static final Dataset DATA = Dataset.of(
            Schema.of(
                    List.of(Axis.of("J", new double[] {0.5, 1e-7}, "", "", "$J$"), Axis.of("t", 0, 1, 2)),
                    List.of(Variable.of("m", "J", "t"), Variable.of("a", "t"), Variable.of("b", "t"))),
            Map.of("m", new double[] {0, 1, 2, 3, 4, 5}, "a", new double[] {1, 0, -1}, "b", new double[] {0, 1, 0}));

    @Test
    void aFamilyHasOneLabelledLineForEachPosition() {
        List<Line> lines = Line.family(DATA, "m", "t", "J");
        assertEquals(2, lines.size());
        assertArrayEquals(new double[] {3, 4, 5}, lines.get(1).y());
        assertEquals("$J$$\\,=0.5$", lines.get(0).label());
        assertEquals("$J$$\\,=1\\times 10^{-7}$", lines.get(1).label());
        Figure.of(Plot.builder().addAll(lines).build()).image();
        assertArrayEquals(
                new double[] {2, 5}, Line.family(DATA, "m", "J", "t").get(2).y());
    }

    @Test
    void aTrajectoryTakesBothColumnsFromVariables() {
        Line orbit = Line.of(DATA, "a", "b");
        assertArrayEquals(new double[] {1, 0, -1}, orbit.x());
        assertArrayEquals(new double[] {0, 1, 0}, orbit.y());
    }

    @Test
    void variablesWithMoreAxesAreRefusedWithAHint() {
        assertThrows(FigureException.class, () -> Line.of(DATA, "t", "m"));
        assertThrows(FigureException.class, () -> HeatMap.of(DATA, "a", "t", "J"));
        assertThrows(IllegalArgumentException.class, () -> Line.of(DATA, "t", "nothing"));
    }
}
