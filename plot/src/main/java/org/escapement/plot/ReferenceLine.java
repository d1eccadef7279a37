package org.escapement.plot;

/**
 * A straight line across the whole plot at one value.
 *
 * @param label entry in the legend, empty for none
 */
public record ReferenceLine(Orientation orientation, double value, String label, LineStyle style) implements Layer {
    private static final LineStyle THIN = new LineStyle("grey", Dash.DASHED, 0.7);

    public static ReferenceLine horizontal(double y) {
        return new ReferenceLine(Orientation.HORIZONTAL, y, "", THIN);
    }

    public static ReferenceLine vertical(double x) {
        return new ReferenceLine(Orientation.VERTICAL, x, "", THIN);
    }

    public ReferenceLine styled(LineStyle other) {
        return new ReferenceLine(orientation, value, label, other);
    }

    public ReferenceLine labelled(String text) {
        return new ReferenceLine(orientation, value, text, style);
    }
}
