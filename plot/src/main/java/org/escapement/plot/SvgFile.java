package org.escapement.plot;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Writes a figure as scalable graphics in the size it has on paper. */
record SvgFile(Figure figure, FigureSpec spec) {
    private static final String SVG = "http://www.w3.org/2000/svg";

    byte[] bytes() {
        Document document = GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment("Escapement");
        context.setPrecision(3);
        SVGGraphics2D graphics = new SVGGraphics2D(context, true);
        figure.paint(graphics);
        Element root = graphics.getRoot();
        root.setAttribute("width", spec.width() + "mm");
        root.setAttribute("height", spec.height() + "mm");
        root.setAttribute("viewBox", "0 0 " + round(figure.widthPoints()) + " " + round(figure.heightPoints()));
        keepCells(root);
        StringWriter out = new StringWriter();
        try {
            graphics.stream(root, out, false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static double round(double points) {
        return Math.round(1000 * points) / 1000.0;
    }

    /** Viewers shall not blur the rectangles of a heat map. */
    private static void keepCells(Element root) {
        NodeList images = root.getElementsByTagNameNS(SVG, "image");
        for (int i = 0; i < images.getLength(); i++) {
            Element image = (Element) images.item(i);
            image.setAttribute("image-rendering", "optimizeSpeed");
            image.setAttribute("preserveAspectRatio", "none");
        }
    }
}
