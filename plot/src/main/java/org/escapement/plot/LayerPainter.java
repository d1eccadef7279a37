package org.escapement.plot;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws everything inside the frame except legends and insets. */
final class LayerPainter {
    private final Pen pen;
    private final Style style;
    private final PlotArea area;
    private final Backdrop below;

    LayerPainter(Pen pen, Style style, PlotArea area, Backdrop below) {
        this.pen = pen;
        this.style = style;
        this.area = area;
        this.below = below;
    }

    void paint(List<Drawn> layers) {
        pen.within(area.frame(), () -> {
            for (Drawn drawn : layers) {
                switch (drawn.layer()) {
                    case HeatMap map -> new HeatMapPainter(map, area).paint(pen);
                    case Shade shade -> shade(shade, drawn.colour());
                    case Band band -> pen.fill(outline(band), drawn.colour());
                    case Line line ->
                        pen.stroke(
                                curve(line.x(), line.y()),
                                drawn.colour(),
                                style.thickness() * line.style().width(),
                                drawn.dash());
                    case ReferenceLine line -> reference(line, drawn);
                    case Points points -> points(points, drawn);
                    case Note note -> {}
                }
            }
        });
        for (Drawn drawn : layers) {
            if (drawn.layer() instanceof Note note) {
                note(note);
            }
        }
    }

    private Path2D curve(double[] x, double[] y) {
        Path2D path = new Path2D.Double();
        boolean down = false;
        for (int i = 0; i < x.length; i++) {
            double px = area.px(x[i]);
            double py = area.py(y[i]);
            boolean usable = Double.isFinite(px) && Double.isFinite(py);
            if (usable && down) {
                path.lineTo(bounded(px), bounded(py));
            } else if (usable) {
                path.moveTo(bounded(px), bounded(py));
            }
            down = usable;
        }
        return path;
    }

    /** Values far outside the frame would overflow the arithmetic of some viewers. */
    private static double bounded(double place) {
        return Math.clamp(place, -1e4, 1e4);
    }

    private Path2D outline(Band band) {
        double[] x = band.x();
        double[] lower = band.lower();
        double[] upper = band.upper();
        Path2D path = new Path2D.Double();
        int from = 0;
        while (from < x.length) {
            int to = from;
            while (to < x.length && usable(x[to], lower[to], upper[to])) {
                to++;
            }
            for (int i = from; i < to; i++) {
                point(path, i == from, x[i], upper[i]);
            }
            for (int i = to - 1; i >= from; i--) {
                point(path, false, x[i], lower[i]);
            }
            if (to > from) {
                path.closePath();
            }
            from = to + 1;
        }
        return path;
    }

    private boolean usable(double x, double lower, double upper) {
        return Double.isFinite(area.px(x)) && Double.isFinite(area.py(lower)) && Double.isFinite(area.py(upper));
    }

    private void point(Path2D path, boolean first, double x, double y) {
        if (first) {
            path.moveTo(bounded(area.px(x)), bounded(area.py(y)));
        } else {
            path.lineTo(bounded(area.px(x)), bounded(area.py(y)));
        }
    }

    private void shade(Shade shade, Color colour) {
        Rectangle2D frame = area.frame();
        boolean vertical = shade.orientation() == Orientation.VERTICAL;
        double one = vertical ? area.px(shade.from()) : area.py(shade.from());
        double other = vertical ? area.px(shade.to()) : area.py(shade.to());
        double start = Math.min(one, other);
        double length = Math.abs(other - one);
        pen.fill(
                vertical
                        ? new Rectangle2D.Double(start, frame.getY(), length, frame.getHeight())
                        : new Rectangle2D.Double(frame.getX(), start, frame.getWidth(), length),
                colour);
    }

    private void reference(ReferenceLine line, Drawn drawn) {
        Rectangle2D frame = area.frame();
        boolean vertical = line.orientation() == Orientation.VERTICAL;
        double at = vertical ? area.px(line.value()) : area.py(line.value());
        if (Double.isFinite(at)) {
            Line2D path = vertical
                    ? new Line2D.Double(at, frame.getMaxY(), at, frame.getY())
                    : new Line2D.Double(frame.getX(), at, frame.getMaxX(), at);
            pen.stroke(path, drawn.colour(), style.thickness() * line.style().width(), drawn.dash());
        }
    }

    private void points(Points points, Drawn drawn) {
        double[] x = points.x();
        double[] y = points.y();
        double[] error = points.error();
        for (int i = 0; i < x.length; i++) {
            double px = area.px(x[i]);
            double py = area.py(y[i]);
            if (!Double.isFinite(px) || !Double.isFinite(py)) {
                continue;
            }
            if (error.length > 0 && error[i] > 0) {
                bar(px, y[i] - error[i], y[i] + error[i], style.thickness() * points.size(), drawn.colour());
            }
            pen.fill(drawn.marker().shape(px, py, style.thickness() * points.size()), drawn.colour());
        }
    }

    private void bar(double px, double from, double to, double size, Color colour) {
        double high = bounded(area.py(to));
        double low = Double.isFinite(area.py(from))
                ? bounded(area.py(from))
                : area.frame().getMaxY() + size;
        pen.line(px, low, px, high, colour, 0.7);
        pen.line(px - size / 2, low, px + size / 2, low, colour, 0.7);
        pen.line(px - size / 2, high, px + size / 2, high, colour, 0.7);
    }

    private void note(Note note) {
        double x = area.px(note.relative() ? area.x().at(note.x()) : note.x());
        double y = area.py(note.relative() ? area.y().at(note.y()) : note.y());
        Color colour = note.colour().equals("auto") ? below.ink(x, y) : Palette.colour(note.colour(), 0);
        pen.text(pen.layout(note.text(), note.scale() * style.label()), x, y, note.anchor(), colour);
    }
}
