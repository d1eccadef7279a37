package org.escapement.plot;

import java.util.List;
import org.escapement.data.Dataset;

/**
 * A quantity over a plane as colours, one rectangle for each point, y upwards. NaN, which datasets hold wherever a point
 * is not ok, is drawn as hatched grey.
 *
 * @param x centres of the columns, ascending or descending
 * @param y centres of the rows
 * @param values row-major: all of the first y, then all of the second ...
 * @param label text beside the colour bar
 * @param colours how values become colours
 * @param bar whether the plot has a colour bar
 */
public record HeatMap(double[] x, double[] y, double[] values, String label, ColourScale colours, boolean bar)
        implements Layer {
    public HeatMap {
        x = x.clone();
        y = y.clone();
        values = values.clone();
        if (values.length != x.length * y.length || values.length == 0) {
            throw new FigureException("A heat map of " + x.length + " columns and " + y.length + " rows needs "
                    + x.length * y.length + " values, at least one, but has " + values.length + ".");
        }
    }

    public static HeatMap of(double[] x, double[] y, double[] values, String label) {
        return new HeatMap(x, y, values, label, ColourScale.of("viridis"), true);
    }

    /** A variable that has exactly two axes. */
    public static HeatMap of(Dataset data, String variable, String x, String y) {
        return of(
                data.axis(x).values(),
                data.axis(y).values(),
                Columns.rows(data, variable, x, y),
                Columns.label(data, variable));
    }

    public HeatMap coloured(ColourScale other) {
        return new HeatMap(x, y, values, label, other, bar);
    }

    public HeatMap labelled(String text) {
        return new HeatMap(x, y, values, text, colours, bar);
    }

    public HeatMap withoutBar() {
        return new HeatMap(x, y, values, label, colours, false);
    }

    /** Names for the values 0, 1, 2 ... of a map of regions; the bar shows one block for each. */
    public HeatMap classes(List<String> names) {
        return coloured(colours.classes(names));
    }

    @Override
    public double[] x() {
        return x.clone();
    }

    @Override
    public double[] y() {
        return y.clone();
    }

    @Override
    public double[] values() {
        return values.clone();
    }
}
