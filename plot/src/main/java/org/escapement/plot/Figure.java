package org.escapement.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A figure that can be drawn: the same specification gives the same bytes every time. Needs no display.
 */
public final class Figure {
    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final double MARGIN = 1.5;

    private final FigureSpec spec;

    private Figure(FigureSpec spec) {
        this.spec = spec;
    }

    public static Figure of(FigureSpec spec) {
        return new Figure(spec);
    }

    public static Figure of(Plot plot) {
        return of(FigureSpec.of(plot));
    }

    double widthPoints() {
        return spec.width() * POINTS_PER_MM;
    }

    double heightPoints() {
        return spec.height() * POINTS_PER_MM;
    }

    double dots() {
        return spec.dpi() / 72.0;
    }

    /** The figure as pixels. */
    public BufferedImage image() {
        BufferedImage image = new BufferedImage(
                (int) Math.round(widthPoints() * dots()),
                (int) Math.round(heightPoints() * dots()),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.scale(dots(), dots());
        paint(graphics);
        graphics.dispose();
        return image;
    }

    /** Draws all plots from left to right and tells where the frame of the first is. */
    PlotArea paint(Graphics2D graphics) {
        Pen pen = new Pen(graphics, dots());
        PlotArea first = new PlotPainter(pen, Style.of(spec.fontSize()), spec.plot()).paint(page(0));
        for (int k = 0; k < spec.beside().size(); k++) {
            new PlotPainter(pen, Style.of(spec.fontSize()), spec.beside().get(k)).paint(page(k + 1));
        }
        return first;
    }

    private Rectangle2D page(int k) {
        double width = widthPoints() / (1 + spec.beside().size());
        return new Rectangle2D.Double(k * width + MARGIN, MARGIN, width - 2 * MARGIN, heightPoints() - 2 * MARGIN);
    }

    /** The figure as a PNG file that knows its resolution. */
    public byte[] png() {
        return new PngFile(spec.dpi()).bytes(image());
    }

    /** The figure as an SVG file in which text is outlines and a heat map one picture. */
    public byte[] svg() {
        return new SvgFile(this, spec).bytes();
    }

    /** Writes a file whose name ends in {@code .png} or {@code .svg}; an older file is replaced in one step. */
    public void write(Path file) {
        String name = file.getFileName().toString();
        byte[] bytes;
        if (name.endsWith(".png")) {
            bytes = png();
        } else if (name.endsWith(".svg")) {
            bytes = svg();
        } else {
            throw new FigureException(
                    "The figure file " + file + " has an unknown ending: let its name end in .png or .svg.");
        }
        Path temporary = file.resolveSibling("." + name + ".tmp");
        try {
            Files.write(temporary, bytes);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new FigureException(
                    "Could not write " + file + ": " + e + ". Check the directory, free space and permissions.", e);
        }
    }
}
