package org.escapement.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.escapement.data.Axis;
import org.escapement.data.Dataset;

/**
 * A curve through points in their order: a function, a spectrum, a critical line or a trajectory in a plane. NaN breaks
 * the curve.
 *
 * @param label entry in the legend, empty for none
 */
public record Line(double[] x, double[] y, String label, LineStyle style) implements Layer {
    public Line {
        x = x.clone();
        y = y.clone();
        Columns.sameLength("line", x, y);
    }

    public static Line of(double[] x, double[] y) {
        return new Line(x, y, "", LineStyle.AUTO);
    }

    /** A curve of two columns of a dataset, each an axis or a variable with one axis. */
    public static Line of(Dataset data, String x, String y) {
        return of(Columns.values(data, x), Columns.values(data, y));
    }

    /** One curve of a variable over {@code x} for each position of the axis {@code series}, labelled by it. */
    public static List<Line> family(Dataset data, String variable, String x, String series) {
        double[] rows = Columns.rows(data, variable, x, series);
        Axis axis = data.axis(series);
        double[] abscissas = data.axis(x).values();
        List<Line> lines = new ArrayList<>();
        for (int s = 0; s < axis.size(); s++) {
            int from = s * abscissas.length;
            String label = axis.categorical() ? axis.text(s) : axis.label() + "$\\,=" + number(axis.value(s)) + "$";
            lines.add(new Line(
                    abscissas, Arrays.copyOfRange(rows, from, from + abscissas.length), label, LineStyle.AUTO));
        }
        return lines;
    }

    private static String number(double value) {
        return Ticks.plain(value);
    }

    public Line labelled(String text) {
        return new Line(x, y, text, style);
    }

    public Line styled(LineStyle other) {
        return new Line(x, y, label, other);
    }

    @Override
    public double[] x() {
        return x.clone();
    }

    @Override
    public double[] y() {
        return y.clone();
    }
}
