package org.escapement.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class FigureTest {
    @TempDir
    Path temp;

    private static Rectangle2D frame(Figure figure) {
        BufferedImage image = figure.image();
        Graphics2D graphics = image.createGraphics();
        graphics.scale(figure.dots(), figure.dots());
        return figure.paint(graphics).frame();
    }

    private static int pixel(Figure figure, double x, double y) {
        return figure.image().getRGB((int) (x * figure.dots()), (int) (y * figure.dots())) & 0xffffff;
    }

    @Test
    void everyKindOfFigureIsDrawnInsideTheCanvas() throws IOException {
        Path gallery = Files.createDirectories(Path.of("target", "figures"));
        for (Map.Entry<String, FigureSpec> entry : Gallery.all().entrySet()) {
            Figure figure = Figure.of(entry.getValue());
            figure.write(gallery.resolve(entry.getKey() + ".png"));
            BufferedImage image =
                    ImageIO.read(gallery.resolve(entry.getKey() + ".png").toFile());
            assertEquals(Math.round(entry.getValue().width() / 25.4 * 400), image.getWidth(), 1);
            for (int i = 0; i < image.getWidth(); i++) {
                assertEquals(0xffffff, image.getRGB(i, 0) & 0xffffff, entry.getKey() + " is cut above");
                assertEquals(
                        0xffffff, image.getRGB(i, image.getHeight() - 1) & 0xffffff, entry.getKey() + " is cut below");
            }
            for (int j = 0; j < image.getHeight(); j++) {
                assertEquals(0xffffff, image.getRGB(0, j) & 0xffffff, entry.getKey() + " is cut at the left");
                assertEquals(
                        0xffffff,
                        image.getRGB(image.getWidth() - 1, j) & 0xffffff,
                        entry.getKey() + " is cut at the right");
            }
            Rectangle2D frame = frame(figure);
            assertTrue(inked(image, frame, figure.dots()) > 0.002, entry.getKey() + " has an empty frame");
        }
    }

    private static double inked(BufferedImage image, Rectangle2D frame, double dots) {
        int ink = 0;
        int all = 0;
        for (int i = (int) ((frame.getX() + 6) * dots); i < (frame.getMaxX() - 6) * dots; i++) {
            for (int j = (int) ((frame.getY() + 6) * dots); j < (frame.getMaxY() - 6) * dots; j++) {
                ink += (image.getRGB(i, j) & 0xffffff) != 0xffffff ? 1 : 0;
                all++;
            }
        }
        return (double) ink / all;
    }

    @Test
    void theFirstRowOfAHeatMapIsAtTheBottom() {
        HeatMap map = HeatMap.of(new double[] {0, 1}, new double[] {0, 1}, new double[] {0, 1, 2, 3}, "");
        Figure figure = Figure.of(Plot.builder().add(map).build());
        Rectangle2D frame = frame(figure);
        double w = frame.getWidth();
        double h = frame.getHeight();
        ColourMap viridis = ColourMap.named("viridis");
        assertEquals(viridis.rgb(0), pixel(figure, frame.getX() + 0.25 * w, frame.getY() + 0.75 * h));
        assertEquals(viridis.rgb(1.0 / 3), pixel(figure, frame.getX() + 0.75 * w, frame.getY() + 0.75 * h));
        assertEquals(viridis.rgb(2.0 / 3), pixel(figure, frame.getX() + 0.25 * w, frame.getY() + 0.25 * h));
        assertEquals(viridis.rgb(1), pixel(figure, frame.getX() + 0.75 * w, frame.getY() + 0.25 * h));
    }

    @Test
    void descendingAxesAreTurnedAndMissingValuesAreGrey() {
        double[] values = {0, Double.NaN, 2, 3};
        HeatMap map = HeatMap.of(new double[] {0, 1}, new double[] {1, 0}, values, "");
        Figure figure = Figure.of(Plot.builder().add(map).build());
        Rectangle2D frame = frame(figure);
        double left = frame.getX() + 0.25 * frame.getWidth();
        assertEquals(ColourMap.named("viridis").rgb(0), pixel(figure, left, frame.getY() + 0.25 * frame.getHeight()));
        int masked = pixel(figure, left + frame.getWidth() / 2, frame.getY() + 0.25 * frame.getHeight());
        assertEquals(masked & 0xff, masked >> 16, "neutral");
        assertTrue((masked & 0xff) > 0x90 && (masked & 0xff) < 0xf0, "light but not white");
    }

    @Test
    void svgIsWellFormedSmallAndHoldsOnePictureAndNoText() throws Exception {
        for (Map.Entry<String, FigureSpec> entry : Gallery.all().entrySet()) {
            byte[] svg = Figure.of(entry.getValue()).svg();
            Files.write(Files.createDirectories(Path.of("target", "figures")).resolve(entry.getKey() + ".svg"), svg);
            Document document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(withoutDoctype(svg)));
            boolean map = entry.getValue().plot().layers().stream().anyMatch(HeatMap.class::isInstance);
            assertEquals(map ? 1 : 0, document.getElementsByTagName("image").getLength(), entry.getKey());
            assertEquals(0, document.getElementsByTagName("text").getLength(), entry.getKey());
            assertTrue(svg.length < 400_000, entry.getKey() + " has " + svg.length + " bytes");
            assertEquals(
                    entry.getValue().width() + "mm",
                    document.getDocumentElement().getAttribute("width"));
        }
    }

    /** The document type would be fetched from the network. */
    private static byte[] withoutDoctype(byte[] svg) {
        String text = new String(svg, java.nio.charset.StandardCharsets.UTF_8);
        return text.replaceFirst("(?s)<!DOCTYPE[^>]*>", "").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void theSameFigureIsTheSameBytes() {
        FigureSpec spec = FigureSpec.of(Gallery.phaseDiagram()).resolution(100);
        assertArrayEquals(Figure.of(spec).png(), Figure.of(spec).png());
        assertArrayEquals(Figure.of(spec).svg(), Figure.of(spec).svg());
    }

    @Test
    void whatCannotBeDrawnIsRefusedWithAReason() {
        assertThrows(FigureException.class, () -> AxisSpec.of("x").range(2, 1));
        assertThrows(FigureException.class, () -> AxisSpec.of("x").range(-1, 1).log());
        assertThrows(FigureException.class, () -> Line.of(new double[2], new double[3]));
        assertThrows(FigureException.class, () -> LineStyle.of("greenish", Dash.SOLID));
        assertThrows(FigureException.class, () -> ColourScale.of("jet"));
        Figure figure = Figure.of(Gallery.orbit());
        assertThrows(FigureException.class, () -> figure.write(temp.resolve("figure.pdf")));
        assertFalse(Files.exists(temp.resolve("figure.pdf")));
        Plot odd = Plot.builder().x(AxisSpec.of("$J")).build();
        assertThrows(FigureException.class, () -> Figure.of(odd).image());
    }

    @Test
    void emptyAndConstantDataStillGiveAFrame() {
        double[] nan = {Double.NaN, Double.NaN};
        Figure.of(Plot.builder().build()).image();
        Figure.of(Plot.builder().add(Line.of(nan, nan)).build()).image();
        Figure.of(Plot.builder()
                        .add(Line.of(new double[] {1, 2}, new double[] {3, 3}))
                        .build())
                .image();
        HeatMap masked = HeatMap.of(new double[] {0, 1}, new double[] {5}, nan, "");
        Figure.of(Plot.builder().add(masked).build()).image();
    }
}
