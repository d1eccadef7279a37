package org.escapement.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Draws in points, y downwards, on whatever device lies below. */
final class Pen {
    private final Graphics2D graphics;
    private final double dots;
    private final MathText text = new MathText();

    /** @param dots device pixels for one point */
    Pen(Graphics2D graphics, double dots) {
        this.graphics = graphics;
        this.dots = dots;
    }

    double dots() {
        return dots;
    }

    /** The nearest edge between two device pixels. */
    double snap(double length) {
        return Math.round(length * dots) / dots;
    }

    Glyphs layout(String label, double size) {
        return text.layout(label, size);
    }

    void fill(Shape shape, Color colour) {
        graphics.setColor(colour);
        graphics.fill(shape);
    }

    void stroke(Shape shape, Color colour, double width, Dash dash) {
        if (dash == Dash.NONE) {
            return;
        }
        float[] pattern = dash.pattern(width);
        graphics.setColor(colour);
        graphics.setStroke(
                pattern.length == 0
                        ? new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                        : new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0));
        graphics.draw(shape);
    }

    void line(double x1, double y1, double x2, double y2, Color colour, double width) {
        stroke(new Line2D.Double(x1, y1, x2, y2), colour, width, Dash.SOLID);
    }

    /** Puts the ink box of a text with its anchor at a place. */
    void text(Glyphs glyphs, double x, double y, Anchor anchor, Color colour) {
        double left = x - anchor.across() * glyphs.width();
        double base = y - anchor.down() * glyphs.height() + glyphs.ascent();
        fill(AffineTransform.getTranslateInstance(left, base).createTransformedShape(glyphs.outline()), colour);
    }

    /** Puts a text on a base line, centred or at one end. */
    void baseline(Glyphs glyphs, double x, double base, double across, Color colour) {
        AffineTransform place = AffineTransform.getTranslateInstance(x - across * glyphs.width(), base);
        fill(place.createTransformedShape(glyphs.outline()), colour);
    }

    /** A text that reads upwards, centred at {@code y}, with its ink box beginning at {@code left}. */
    void upwards(Glyphs glyphs, double left, double y, Color colour) {
        AffineTransform place = AffineTransform.getTranslateInstance(left + glyphs.ascent(), y + glyphs.width() / 2);
        place.rotate(-Math.PI / 2);
        fill(place.createTransformedShape(glyphs.outline()), colour);
    }

    void image(BufferedImage image, Rectangle2D place) {
        AffineTransform fit = AffineTransform.getTranslateInstance(place.getX(), place.getY());
        fit.scale(place.getWidth() / image.getWidth(), place.getHeight() / image.getHeight());
        graphics.drawImage(image, fit, null);
    }

    /** Runs some drawing that does not leave a rectangle. */
    void within(Rectangle2D area, Runnable drawing) {
        Shape before = graphics.getClip();
        graphics.clip(area);
        drawing.run();
        graphics.setClip(before);
    }
}
