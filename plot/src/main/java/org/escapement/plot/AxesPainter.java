package org.escapement.plot;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Frame, ticks on all four sides, tick labels and axis labels. */
final class AxesPainter {
    private final Pen pen;
    private final Style style;
    private final Plot plot;
    private final Ticks x;
    private final Ticks y;

    AxesPainter(Pen pen, Style style, Plot plot, Ticks x, Ticks y) {
        this.pen = pen;
        this.style = style;
        this.plot = plot;
        this.x = x;
        this.y = y;
    }

    /** Width needed to the left of the frame. */
    double left() {
        double label = pen.layout(plot.y().label(), style.label()).height();
        return tickWidth() + style.gap() + (label > 0 ? label + style.labelGap() : 0);
    }

    /** Height needed below the frame. */
    double bottom() {
        double label = pen.layout(plot.x().label(), style.label()).height();
        return tickHeight() + style.gap() + (label > 0 ? label + style.labelGap() : 0) + factorHeight(x);
    }

    /** Height needed above the frame. */
    double top() {
        Glyphs factor = factor(y);
        return factor.height() > 0 ? factor.height() + style.gap() : 0.4 * tickHeight(y);
    }

    /** Width by which the last label of the x axis leaves the frame. */
    double right(double width, Interval interval) {
        double most = 0;
        for (Tick tick : x.major()) {
            double half = pen.layout(tick.label(), style.tick()).width() / 2;
            most = Math.max(most, half - (1 - interval.fraction(tick.value())) * width);
        }
        return most;
    }

    private double factorHeight(Ticks ticks) {
        boolean own = ticks.exponent() != 0 && plot.x().label().isBlank();
        return own ? factor(ticks).height() + style.labelGap() : 0;
    }

    private Glyphs factor(Ticks ticks) {
        return ticks.exponent() == 0
                ? Glyphs.NONE
                : pen.layout("$\\times 10^{" + ticks.exponent() + "}$", style.tick());
    }

    private double tickWidth() {
        return y.major().stream()
                .mapToDouble(t -> pen.layout(t.label(), style.tick()).width())
                .max()
                .orElse(0);
    }

    private double tickHeight() {
        return tickHeight(x);
    }

    private double tickHeight(Ticks ticks) {
        return ticks.major().stream()
                .mapToDouble(t -> pen.layout(t.label(), style.tick()).height())
                .max()
                .orElse(0);
    }

    /** @param below colour of what the frame holds at a place of the page, which decides between black and white ticks */
    void paint(PlotArea area, Backdrop below) {
        for (Tick tick : x.major()) {
            vertical(area, tick.value(), style.major(), below);
        }
        for (double value : x.minor()) {
            vertical(area, value, style.minor(), below);
        }
        for (Tick tick : y.major()) {
            horizontal(area, tick.value(), style.major(), below);
        }
        for (double value : y.minor()) {
            horizontal(area, value, style.minor(), below);
        }
        pen.stroke(area.frame(), Color.BLACK, Style.FRAME, Dash.SOLID);
        xLabels(area);
        yLabels(area);
    }

    private void vertical(PlotArea area, double value, double length, Backdrop below) {
        double at = area.px(value);
        Rectangle2D frame = area.frame();
        double low = frame.getMaxY();
        double high = frame.getY();
        pen.line(at, low, at, low - length, below.ink(at, low - length / 2), Style.FRAME);
        pen.line(at, high, at, high + length, below.ink(at, high + length / 2), Style.FRAME);
    }

    private void horizontal(PlotArea area, double value, double length, Backdrop below) {
        double at = area.py(value);
        Rectangle2D frame = area.frame();
        double left = frame.getX();
        double right = frame.getMaxX();
        pen.line(left, at, left + length, at, below.ink(left + length / 2, at), Style.FRAME);
        pen.line(right, at, right - length, at, below.ink(right - length / 2, at), Style.FRAME);
    }

    private void xLabels(PlotArea area) {
        Rectangle2D frame = area.frame();
        double ascent = ascent(x.major());
        double base = frame.getMaxY() + style.gap() + ascent;
        for (Tick tick : x.major()) {
            pen.baseline(pen.layout(tick.label(), style.tick()), area.px(tick.value()), base, 0.5, Color.BLACK);
        }
        double below = frame.getMaxY() + style.gap() + tickHeight() + style.labelGap();
        Glyphs label = pen.layout(plot.x().label(), style.label());
        pen.baseline(label, frame.getCenterX(), below + label.ascent(), 0.5, Color.BLACK);
        Glyphs factor = factor(x);
        pen.baseline(factor, frame.getMaxX(), below + factor.ascent(), 1, Color.BLACK);
    }

    private double ascent(List<Tick> ticks) {
        return ticks.stream()
                .mapToDouble(t -> pen.layout(t.label(), style.tick()).ascent())
                .max()
                .orElse(0);
    }

    private void yLabels(PlotArea area) {
        Rectangle2D frame = area.frame();
        double right = frame.getX() - style.gap();
        for (Tick tick : y.major()) {
            pen.text(pen.layout(tick.label(), style.tick()), right, area.py(tick.value()), Anchor.RIGHT, Color.BLACK);
        }
        Glyphs label = pen.layout(plot.y().label(), style.label());
        double left = right - tickWidth() - style.labelGap() - label.height();
        pen.upwards(label, left, frame.getCenterY(), Color.BLACK);
        pen.text(factor(y), frame.getX(), frame.getY() - style.gap(), Anchor.LOWER_LEFT, Color.BLACK);
    }
}
