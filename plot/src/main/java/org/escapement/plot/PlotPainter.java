package org.escapement.plot;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/** Arranges one plot in a rectangle of the page and draws it, then its insets. */
final class PlotPainter {
    private final Pen pen;
    private final Style style;
    private final Plot plot;

    PlotPainter(Pen pen, Style style, Plot plot) {
        this.pen = pen;
        this.style = style;
        this.plot = plot;
    }

    /** How many labels fit into a length, each taking so many font sizes. */
    static int labels(double length, Style style, double sizes) {
        return Math.clamp((int) (length / (sizes * style.tick())), 2, 8);
    }

    /** Draws the plot and tells where its frame is. */
    PlotArea paint(Rectangle2D outer) {
        Interval x = Extent.x(plot);
        Interval y = Extent.y(plot);
        Ticks xTicks = Ticks.of(x, plot.x().ticks(), labels(0.75 * outer.getWidth(), style, 4.2));
        Ticks yTicks = Ticks.of(y, plot.y().ticks(), labels(0.75 * outer.getHeight(), style, 2.6));
        AxesPainter axes = new AxesPainter(pen, style, plot, xTicks, yTicks);
        Optional<HeatMap> map = plot.layers().stream()
                .filter(HeatMap.class::isInstance)
                .map(HeatMap.class::cast)
                .findFirst();
        Optional<ColourBarPainter> bar =
                map.filter(HeatMap::bar).map(m -> new ColourBarPainter(pen, style, m, 0.75 * outer.getHeight()));
        PlotArea area = new PlotArea(frame(outer, axes, bar, x), x, y);

        pen.fill(area.frame(), Color.WHITE);
        List<Drawn> layers = Drawn.all(plot);
        Backdrop below = new Backdrop(plot, area);
        new LayerPainter(pen, style, area, below).paint(layers);
        axes.paint(area, below);
        bar.ifPresent(b -> b.paint(area.frame()));
        List<Rectangle2D> insets =
                plot.insets().stream().map(i -> place(i, area.frame())).toList();
        new LegendPainter(pen, style, area, layers).paint(plot.legend(), insets);
        for (int i = 0; i < insets.size(); i++) {
            inset(plot.insets().get(i).plot(), insets.get(i));
        }
        return area;
    }

    private Rectangle2D frame(Rectangle2D outer, AxesPainter axes, Optional<ColourBarPainter> bar, Interval x) {
        double left = pen.snap(outer.getX() + axes.left());
        double top = pen.snap(outer.getY()
                + Math.max(axes.top(), bar.map(ColourBarPainter::top).orElse(0.0)));
        double bottom = pen.snap(outer.getMaxY() - axes.bottom());
        double beside = bar.map(ColourBarPainter::width).orElse(0.5 * Style.FRAME);
        double overhang = axes.right(outer.getMaxX() - left - beside, x);
        double right = pen.snap(outer.getMaxX() - Math.max(beside, overhang));
        if (right - left < 10 || bottom - top < 10) {
            throw new FigureException("The labels of a plot leave no room for its frame in "
                    + Math.round(outer.getWidth()) + " by " + Math.round(outer.getHeight())
                    + " points: make the figure or inset larger, or the font smaller.");
        }
        return new Rectangle2D.Double(left, top, right - left, bottom - top);
    }

    private static Rectangle2D place(Inset inset, Rectangle2D frame) {
        return new Rectangle2D.Double(
                frame.getX() + inset.left() * frame.getWidth(),
                frame.getMaxY() - (inset.bottom() + inset.height()) * frame.getHeight(),
                inset.width() * frame.getWidth(),
                inset.height() * frame.getHeight());
    }

    private void inset(Plot small, Rectangle2D place) {
        boolean overMap = plot.layers().stream().anyMatch(HeatMap.class::isInstance);
        pen.fill(place, Color.WHITE);
        double padding = overMap ? 0.35 * style.tick() : 0;
        Rectangle2D inner = new Rectangle2D.Double(
                place.getX() + padding,
                place.getY() + padding,
                place.getWidth() - 2 * padding,
                place.getHeight() - 2 * padding);
        new PlotPainter(pen, style.smaller(), small).paint(inner);
    }
}
