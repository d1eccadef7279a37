package org.escapement.plot;

import org.escapement.data.Dataset;

/**
 * Separate symbols, with vertical error bars on request.
 *
 * @param error half length of each error bar, empty for none
 * @param label entry in the legend, empty for none
 * @param size diameter in points
 */
public record Points(double[] x, double[] y, double[] error, String label, String colour, Marker marker, double size)
        implements Layer {
    public Points {
        x = x.clone();
        y = y.clone();
        error = error.clone();
        Columns.sameLength("set of points", x, y);
        if (error.length > 0) {
            Columns.sameLength("set of points", x, error);
        }
        Palette.check(colour);
    }

    public static Points of(double[] x, double[] y) {
        return new Points(x, y, new double[0], "", "auto", Marker.AUTO, 3.6);
    }

    /** Points of two columns of a dataset, each an axis or a variable with one axis. */
    public static Points of(Dataset data, String x, String y) {
        return of(Columns.values(data, x), Columns.values(data, y));
    }

    public Points labelled(String text) {
        return new Points(x, y, error, text, colour, marker, size);
    }

    public Points errors(double... halfLengths) {
        return new Points(x, y, halfLengths, label, colour, marker, size);
    }

    public Points styled(String otherColour, Marker otherMarker) {
        return new Points(x, y, error, label, otherColour, otherMarker, size);
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
    public double[] error() {
        return error.clone();
    }
}
