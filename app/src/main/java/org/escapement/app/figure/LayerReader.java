package org.escapement.app.figure;

import java.util.List;
import java.util.Map;
import org.escapement.data.Dataset;
import org.escapement.expression.NearestWord;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** Reads one entry of {@code layers}: a mapping whose only key says what is drawn. */
final class LayerReader {
    private static final List<String> KINDS =
            List.of("heat map", "line", "lines", "points", "band", "curve", "horizontal", "vertical", "shade", "note");

    private final CurveLayers curves;
    private final MapLayer maps;
    private final MarkLayers marks;

    LayerReader(Map<String, Dataset> data) {
        this.curves = new CurveLayers(data);
        this.maps = new MapLayer(data);
        this.marks = new MarkLayers(data);
    }

    Drawing read(Node node) {
        if (!(node instanceof Node.Mapping mapping) || mapping.entries().size() != 1) {
            throw new SourceException(
                    node.position(), "a layer is one kind with its settings inside, such as 'line: {x: J, y: work}'");
        }
        Node.Entry entry = mapping.entries().values().iterator().next();
        Node settings = entry.value();
        return switch (entry.key()) {
            case "heat map" -> maps.read(settings);
            case "line" -> curves.line(settings);
            case "lines" -> curves.family(settings);
            case "points" -> curves.points(settings);
            case "band" -> curves.band(settings);
            case "curve" -> marks.curve(settings);
            case "horizontal" -> marks.horizontal(settings);
            case "vertical" -> marks.vertical(settings);
            case "shade" -> marks.shade(settings);
            case "note" -> marks.note(settings);
            default ->
                throw new SourceException(
                        entry.keyPosition(),
                        "unknown layer '" + entry.key() + "'" + NearestWord.hint(entry.key(), KINDS));
        };
    }
}
