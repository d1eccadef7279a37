package org.escapement.app.figure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.data.Dataset;
import org.escapement.plot.FigureSpec;
import org.escapement.plot.Plot;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Scalar;
import org.escapement.yaml.SourceException;

/**
 * Reads the {@code figure} section of a study file. A figure selects and draws what runs have recorded; it computes
 * nothing. All keys are in docs/how-to/figures.md.
 *
 * <pre>{@code
 * figure:
 *   layers:
 *     - heat map: {run: map, value: work, x: J, y: Jz}
 *     - line: {run: edges, x: threshold, y: Jz, colour: white, dash: dashed}
 *     - vertical: {at: {run: point, value: onset}, label: onset}
 *     - note: {at: [0.03, 0.96], frame: true, anchor: upper left, text: (a)}
 *   insets:
 *     - at: [0.5, 0.06, 0.46, 0.4]
 *       layers:
 *         - line: {run: traces, x: t, y: mz, where: {J: 3.4}}
 * }</pre>
 *
 * <p>{@code run} may be left out when there is only one. {@code where} fixes the axes that are not drawn, each at its
 * position nearest to a number or at a category. Labels left out are those of the data. Stateless, so usable by any
 * thread; errors are {@link SourceException}s that say where in the file.
 */
public final class FigureReader {
    private static final double FLAT = 0.5;

    private FigureReader() {}

    /**
     * Reads a figure.
     *
     * @param figure the section
     * @param data what there is to draw, by the names of the runs
     */
    public static FigureSpec read(Node figure, Map<String, Dataset> data) {
        Fields f = Fields.of(figure, "the figure");
        PlotSection section = PlotSection.of(f);
        Optional<Node> widthNode = f.optional("width");
        Optional<Node> heightNode = f.optional("height");
        Optional<Node> font = f.optional("font");
        Optional<Node> dpi = f.optional("dpi");
        List<PlotSection> besides =
                f.list("beside").stream().map(FigureReader::beside).toList();
        f.finish();
        Plot plot = section.read(data);
        List<Plot> beside = besides.stream().map(b -> b.read(data)).toList();
        FigureSpec preset = FigureSpec.of(plot);
        double width = widthNode.map(FigureReader::width).orElse(preset.width());
        double shape = widthNode.filter(FigureReader::isDouble).isPresent() ? FLAT : preset.height() / preset.width();
        double height = heightNode.map(Numbers::number).orElse(shape * width);
        double size = font.map(n -> Numbers.within(n, "font", 4, 40)).orElse(preset.fontSize());
        int dots = dpi.map(n -> (int) Numbers.within(n, "dpi", 50, 1200)).orElse(preset.dpi());
        return Words.at(
                widthNode.or(() -> heightNode).orElse(figure).position(),
                () -> new FigureSpec(plot, beside, width, height, size, dots));
    }

    private static PlotSection beside(Node node) {
        Fields f = Fields.of(node, "a plot beside the first");
        PlotSection section = PlotSection.of(f);
        f.finish();
        return section;
    }

    private static boolean isDouble(Node node) {
        return node instanceof Scalar s && s.text().equals("double");
    }

    private static double width(Node node) {
        if (isDouble(node)) {
            return FigureSpec.DOUBLE_COLUMN;
        }
        String text = Fields.scalar(node, "width").text();
        if (text.matches("\\p{Alpha}*") && !text.equals("single")) {
            throw new SourceException(node.position(), "'width' is single, double or a number of millimetres");
        }
        return text.equals("single") ? FigureSpec.SINGLE_COLUMN : Numbers.number(node);
    }
}
