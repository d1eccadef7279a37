package org.escapement.plot;

import java.util.Arrays;

/** Boundaries of the columns or rows of a heat map, half way between their centres on the scale of the axis. */
final class Cells {
    private final double[] edges;
    private final Scale scale;
    private final boolean descending;

    Cells(double[] centres, Scale scale) {
        this.scale = scale;
        double[] places = Arrays.stream(centres).map(scale::forward).toArray();
        this.descending = places.length > 1 && places[1] < places[0];
        if (descending) {
            for (int i = 0; i < centres.length; i++) {
                places[i] = scale.forward(centres[centres.length - 1 - i]);
            }
        }
        edges = new double[places.length + 1];
        for (int i = 0; i < places.length; i++) {
            if (Double.isNaN(places[i]) || i > 0 && places[i] <= places[i - 1]) {
                throw new FigureException("The axis of a heat map holds " + Arrays.toString(centres)
                        + ": positions must go one way, and be positive on a logarithmic axis.");
            }
            if (i > 0) {
                edges[i] = (places[i] + places[i - 1]) / 2;
            }
        }
        int last = places.length - 1;
        double first = last == 0 ? 0.5 : (places[1] - places[0]) / 2;
        edges[0] = places[0] - first;
        edges[last + 1] = places[last] + (last == 0 ? 0.5 : (places[last] - places[last - 1]) / 2);
    }

    /** Outer boundaries in data units. */
    double[] ends() {
        return new double[] {scale.inverse(edges[0]), scale.inverse(edges[edges.length - 1])};
    }

    /** Index of the cell that holds a value, −1 outside. */
    int at(double value) {
        double place = scale.forward(value);
        int found = Arrays.binarySearch(edges, place);
        int cell = found >= 0 ? found : -found - 2;
        if (Double.isNaN(place) || cell < 0 || cell >= edges.length - 1) {
            return -1;
        }
        return descending ? edges.length - 2 - cell : cell;
    }
}
