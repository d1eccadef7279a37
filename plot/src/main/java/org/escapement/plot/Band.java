package org.escapement.plot;

/**
 * The area between two curves, for example an error band.
 *
 * @param label entry in the legend, empty for none
 * @param opacity from 0, invisible, to 1
 */
public record Band(double[] x, double[] lower, double[] upper, String label, String colour, double opacity)
        implements Layer {
    public Band {
        x = x.clone();
        lower = lower.clone();
        upper = upper.clone();
        Columns.sameLength("band", x, lower, upper);
        Palette.check(colour);
    }

    public static Band of(double[] x, double[] lower, double[] upper, String colour) {
        return new Band(x, lower, upper, "", colour, 0.25);
    }

    public Band labelled(String text) {
        return new Band(x, lower, upper, text, colour, opacity);
    }

    @Override
    public double[] x() {
        return x.clone();
    }

    @Override
    public double[] lower() {
        return lower.clone();
    }

    @Override
    public double[] upper() {
        return upper.clone();
    }
}
