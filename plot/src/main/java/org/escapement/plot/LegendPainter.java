package org.escapement.plot;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The list of labelled curves inside the frame. */
final class LegendPainter {
    private final Pen pen;
    private final Style style;
    private final PlotArea area;
    private final List<Drawn> layers;
    private final List<Drawn> entries;

    LegendPainter(Pen pen, Style style, PlotArea area, List<Drawn> layers) {
        this.pen = pen;
        this.style = style;
        this.area = area;
        this.layers = layers;
        this.entries = layers.stream().filter(d -> !d.label().isBlank()).toList();
    }

    private double sample() {
        return 2.5 * style.tick();
    }

    private double row() {
        double tallest = entries.stream()
                .mapToDouble(e -> pen.layout(e.label(), style.tick()).height())
                .max()
                .orElse(0);
        return Math.max(1.25 * style.tick(), tallest + 0.3 * style.tick());
    }

    private double padding() {
        return 0.35 * style.tick();
    }

    void paint(Legend place, List<Rectangle2D> taken) {
        if (place == Legend.NONE || entries.isEmpty()) {
            return;
        }
        Rectangle2D box = place == Legend.BEST ? best(taken) : box(place);
        boolean covers = hidden(box, taken) > 0;
        if (covers || layers.stream().anyMatch(d -> d.layer() instanceof HeatMap)) {
            pen.fill(box, new Color(255, 255, 255, 225));
        }
        double y = box.getY() + padding() + row() / 2;
        for (Drawn entry : entries) {
            double left = box.getX() + padding();
            key(entry, left, y);
            Glyphs text = pen.layout(entry.label(), style.tick());
            pen.baseline(text, left + sample() + 0.5 * style.tick(), y + 0.3 * style.tick(), 0, Color.BLACK);
            y += row();
        }
    }

    private void key(Drawn entry, double left, double y) {
        double right = left + sample();
        switch (entry.layer()) {
            case Line line ->
                pen.stroke(
                        new Line2D.Double(left, y, right, y),
                        entry.colour(),
                        style.thickness() * line.style().width(),
                        entry.dash());
            case ReferenceLine line ->
                pen.stroke(
                        new Line2D.Double(left, y, right, y),
                        entry.colour(),
                        style.thickness() * line.style().width(),
                        entry.dash());
            case Points points ->
                pen.fill(
                        entry.marker().shape((left + right) / 2, y, style.thickness() * points.size()), entry.colour());
            case Band band ->
                pen.fill(
                        new Rectangle2D.Double(left, y - 0.3 * style.tick(), sample(), 0.6 * style.tick()),
                        entry.colour());
            case HeatMap map -> {}
            case Shade shade -> {}
            case Note note -> {}
        }
    }

    private Rectangle2D best(List<Rectangle2D> taken) {
        return List.of(Legend.UPPER_RIGHT, Legend.UPPER_LEFT, Legend.LOWER_RIGHT, Legend.LOWER_LEFT).stream()
                .map(this::box)
                .min(Comparator.comparingDouble(box -> hidden(box, taken)))
                .orElseThrow();
    }

    private Rectangle2D box(Legend corner) {
        double widest = entries.stream()
                .mapToDouble(e -> pen.layout(e.label(), style.tick()).width())
                .max()
                .orElse(0);
        double width = sample() + 0.5 * style.tick() + widest + 2 * padding();
        double height = entries.size() * row() + 2 * padding();
        double inset = style.major() + 0.35 * style.tick();
        Rectangle2D frame = area.frame();
        boolean right = corner == Legend.UPPER_RIGHT || corner == Legend.LOWER_RIGHT;
        boolean upper = corner == Legend.UPPER_RIGHT || corner == Legend.UPPER_LEFT;
        return new Rectangle2D.Double(
                right ? frame.getMaxX() - inset - width : frame.getX() + inset,
                upper ? frame.getY() + inset : frame.getMaxY() - inset - height,
                width,
                height);
    }

    /** Length of curves and number of points below a box, with a heavy price for insets. */
    private double hidden(Rectangle2D box, List<Rectangle2D> taken) {
        double price = taken.stream().filter(box::intersects).count() * 1e6;
        for (double[][] curve : curves()) {
            double[] x = curve[0];
            double[] y = curve[1];
            for (int i = 0; i < x.length; i++) {
                double px = area.px(x[i]);
                double py = area.py(y[i]);
                price += box.contains(px, py) ? 1 : 0;
                boolean joined =
                        i > 0 && box.intersectsLine(area.px(x[i - 1]), area.py(y[i - 1]), px, py) && curve.length == 2;
                price += joined ? 1 : 0;
            }
        }
        return price;
    }

    /** Columns of each layer with data; a third, empty column marks separate points. */
    private List<double[][]> curves() {
        List<double[][]> curves = new ArrayList<>();
        for (Drawn drawn : layers) {
            switch (drawn.layer()) {
                case Line line -> curves.add(new double[][] {line.x(), line.y()});
                case Points points -> curves.add(new double[][] {points.x(), points.y(), {}});
                case Band band -> {
                    curves.add(new double[][] {band.x(), band.lower()});
                    curves.add(new double[][] {band.x(), band.upper()});
                }
                case Note note -> curves.add(noteCentre(note));
                case ReferenceLine line -> curves.add(across(line));
                default -> {}
            }
        }
        return curves;
    }

    private double[][] across(ReferenceLine line) {
        double[] same = {line.value(), line.value()};
        return line.orientation() == Orientation.VERTICAL
                ? new double[][] {same, {area.y().min(), area.y().max()}}
                : new double[][] {{area.x().min(), area.x().max()}, same};
    }

    private double[][] noteCentre(Note note) {
        double x = note.relative() ? area.x().at(note.x()) : note.x();
        double y = note.relative() ? area.y().at(note.y()) : note.y();
        return new double[][] {{x}, {y}, {}};
    }
}
