package org.escapement.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import org.apache.batik.ext.awt.g2d.AbstractGraphics2D;
import org.apache.batik.ext.awt.g2d.GraphicContext;

/** Collects everything that is drawn on it as one outline, so that text looks the same in every file. */
final class ShapeRecorder extends AbstractGraphics2D {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private static final char SOFT_HYPHEN = 173;

    private final Path2D outline;

    ShapeRecorder() {
        this(new Path2D.Double(), new GraphicContext());
    }

    private ShapeRecorder(Path2D outline, GraphicContext context) {
        super(true);
        this.outline = outline;
        this.gc = context;
    }

    Path2D outline() {
        return outline;
    }

    @Override
    public Graphics create() {
        return new ShapeRecorder(outline, (GraphicContext) gc.clone());
    }

    @Override
    public void draw(Shape shape) {
        fill(getStroke().createStrokedShape(shape));
    }

    @Override
    public void fill(Shape shape) {
        outline.append(shape.getPathIterator(getTransform()), false);
    }

    @Override
    public void drawString(String text, float x, float y) {
        GlyphVector glyphs =
                text.length() == 1 ? glyph(text.charAt(0)) : getFont().createGlyphVector(CONTEXT, text);
        fill(glyphs.getOutline(x, y));
    }

    /**
     * The TeX fonts keep the capital Omega at 173, the code of the soft hyphen, which Java takes for invisible; it is
     * found by its neighbour instead.
     */
    private GlyphVector glyph(char character) {
        if (character != SOFT_HYPHEN) {
            return getFont().createGlyphVector(CONTEXT, new char[] {character});
        }
        int neighbour = getFont()
                .createGlyphVector(CONTEXT, new char[] {SOFT_HYPHEN + 3})
                .getGlyphCode(0);
        return getFont().createGlyphVector(CONTEXT, new int[] {neighbour - 3});
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return CONTEXT;
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        return image.createGraphics().getFontMetrics(font);
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        throw unsupported();
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform transform) {
        throw unsupported();
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform transform) {
        throw unsupported();
    }

    @Override
    public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        throw unsupported();
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, ImageObserver observer) {
        throw unsupported();
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        throw unsupported();
    }

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {
        throw unsupported();
    }

    @Override
    public void setXORMode(Color colour) {
        throw unsupported();
    }

    @Override
    public void setPaintMode() {
        // The only mode there is.
    }

    @Override
    public void dispose() {
        // Nothing is held.
    }

    private static FigureException unsupported() {
        return new FigureException("A label holds something that is not text: use letters and mathematics only.");
    }
}
