package org.escapement.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatasetTest {
    private static final Axis J = Axis.of("J", 0, 1, 2);
    private static final Axis K = Axis.of("K", -1, 1);
    private static final Axis TIME = Axis.of("t", 0, 0.5);
    private static final Schema SCHEMA = new Schema(
            List.of(J, K),
            List.of(TIME),
            List.of(Variable.of("power", "J", "K"), Variable.of("m", "J", "K", "t"), Variable.of("line", "J")),
            List.of(new StatusCode(1, "not_finite", "a value was infinite")));

    private static Dataset data(int... status) {
        double[] m = new double[12];
        for (int i = 0; i < m.length; i++) {
            m[i] = i;
        }
        return new Dataset(
                SCHEMA,
                Map.of("power", new double[] {0, 1, 2, 3, 4, 5}, "m", m, "line", new double[] {7, 8, 9}),
                status,
                Map.of(),
                Provenance.empty());
    }

    @Test
    void valuesAreRowMajorAndMaskedWhereTheStatusIsNotOk() {
        Dataset data = data(0, 0, 0, 1, 0, 0);
        assertEquals(4, data.value("power", 2, 0));
        assertTrue(Double.isNaN(data.value("power", 1, 1)));
        assertTrue(Double.isNaN(data.value("m", 1, 1, 0)));
        assertEquals(8, data.value("line", 1));
        assertEquals(5, data.count(StatusCode.OK));
        assertEquals(1, data.status(1, 1));
    }

    @Test
    void sliceDropsTheAxisAndRemembersWhereItWas() {
        Dataset slice = data(0, 0, 0, 1, 0, 0).select("K", 0.8);
        assertEquals(List.of("J"), slice.schema().variable("power").axes());
        assertArrayEquals(new double[] {1, Double.NaN, 5}, slice.values("power"));
        assertArrayEquals(new double[] {2, 3, Double.NaN, Double.NaN, 10, 11}, slice.values("m"));
        assertArrayEquals(new int[] {0, 1, 0}, slice.status());
        assertEquals("1.0", slice.attributes().get("at_K"));
        Dataset instant = data(0, 0, 0, 0, 0, 0).slice("t", 1);
        assertArrayEquals(new double[] {1, 3, 5, 7, 9, 11}, instant.values("m"));
        assertEquals(6, instant.status().length);
    }

    @Test
    void nothingGivenOutCanChangeTheDataset() {
        Dataset data = data(0, 0, 0, 0, 0, 0);
        data.values("power")[0] = 99;
        data.status()[0] = 99;
        J.values()[0] = 99;
        assertEquals(data(0, 0, 0, 0, 0, 0), data);
    }

    @Test
    void namesThatCannotBeDirectoriesColumnsAndAttributesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Axis.of("a/b", 1));
        assertThrows(IllegalArgumentException.class, () -> Variable.of("status bar"));
        assertThrows(IllegalArgumentException.class, () -> Schema.of(List.of(J), List.of(Variable.of("status", "J"))));
        assertThrows(IllegalArgumentException.class, () -> Schema.of(List.of(J), List.of(Variable.of("x", "K"))));
    }

    @Test
    void nearestTakesTheLowerOfTwoEquallyClosePositions() {
        assertEquals(1, J.nearest(1.2));
        assertEquals(0, J.nearest(0.5));
        assertEquals(2, J.nearest(1e9));
    }
}
