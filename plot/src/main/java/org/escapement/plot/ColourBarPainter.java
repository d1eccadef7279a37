package org.escapement.plot;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The bar beside a heat map that says what its colours mean. */
final class ColourBarPainter {
    private static final int STEPS = 128;

    private final Pen pen;
    private final Style style;
    private final HeatMap map;
    private final Interval interval;
    private final Ticks ticks;

    ColourBarPainter(Pen pen, Style style, HeatMap map, double height) {
        this.pen = pen;
        this.style = style;
        this.map = map;
        this.interval = map.colours().interval(map.values());
        this.ticks = Ticks.of(interval, classTicks(), PlotPainter.labels(height, style, 2.6));
    }

    private List<Tick> classTicks() {
        List<Tick> names = new ArrayList<>();
        for (String name : map.colours().classes()) {
            names.add(new Tick(names.size(), name));
        }
        return names;
    }

    private double thickness() {
        return 0.95 * style.tick();
    }

    private double distance() {
        return 0.75 * style.tick();
    }

    /** Width needed to the right of the frame. */
    double width() {
        double label = pen.layout(map.label(), style.label()).height();
        return distance()
                + thickness()
                + style.gap()
                + tickWidth()
                + (label > 0 ? label + style.labelGap() : 0)
                + 0.2 * style.tick();
    }

    private double tickWidth() {
        return ticks.major().stream()
                .mapToDouble(t -> pen.layout(t.label(), style.tick()).width())
                .max()
                .orElse(0);
    }

    /** Height needed above the frame. */
    double top() {
        return ticks.exponent() == 0 ? 0 : factor().height() + style.gap();
    }

    private Glyphs factor() {
        return ticks.exponent() == 0
                ? Glyphs.NONE
                : pen.layout("$\\times 10^{" + ticks.exponent() + "}$", style.tick());
    }

    void paint(Rectangle2D frame) {
        double left = pen.snap(frame.getMaxX() + distance());
        Rectangle2D bar = new Rectangle2D.Double(left, frame.getY(), pen.snap(thickness()), frame.getHeight());
        colours(bar);
        ColourMap colours = ColourMap.named(map.colours().map());
        boolean classes = !map.colours().classes().isEmpty();
        double right = bar.getMaxX();
        for (Tick tick : ticks.major()) {
            double at = bar.getMaxY() - interval.fraction(tick.value()) * bar.getHeight();
            if (!classes) {
                int below = colours.rgb(map.colours().fraction(interval, tick.value()));
                Color ink = Palette.luminance(new Color(below)) < 0.22 ? Color.WHITE : Color.BLACK;
                pen.line(right, at, right - 0.8 * style.major(), at, ink, Style.FRAME);
            }
            pen.text(pen.layout(tick.label(), style.tick()), right + style.gap(), at, Anchor.LEFT, Color.BLACK);
        }
        pen.stroke(bar, Color.BLACK, Style.FRAME, Dash.SOLID);
        Glyphs label = pen.layout(map.label(), style.label());
        pen.upwards(label, right + style.gap() + tickWidth() + style.labelGap(), bar.getCenterY(), Color.BLACK);
        pen.text(factor(), bar.getX(), bar.getY() - style.gap(), Anchor.LOWER_LEFT, Color.BLACK);
    }

    /** Each step is filled up to the top, so that no seam shows between two of them. */
    private void colours(Rectangle2D bar) {
        ColourMap colours = ColourMap.named(map.colours().map());
        int classes = map.colours().classes().size();
        int steps = classes > 0 ? classes : STEPS;
        for (int k = 0; k < steps; k++) {
            double fraction = classes > 0 ? map.colours().fraction(interval, k) : (k + 0.5) / steps;
            double height = bar.getHeight() * (steps - k) / steps;
            pen.fill(new Rectangle2D.Double(bar.getX(), bar.getY(), bar.getWidth(), height), colours.colour(fraction));
        }
    }
}
