package org.escapement.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.AnchorNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML 1.2 (and so JSON) into a positioned tree; duplicate keys, aliases and several documents are refused. */
public final class YamlReader {

    private static final int MAX_CHARACTERS = 2_000_000;
    private static final int MAX_DEPTH = 40;

    private final String file;
    private int depth;

    private YamlReader(String file) {
        this.file = file;
    }

    /**
     * Reads one document.
     *
     * @param text the file's content
     * @param file its name, for messages
     * @throws SourceException with the place of the first problem
     */
    public static Node read(String text, String file) {
        YamlReader reader = new YamlReader(file);
        Position start = new Position(file, 1, 1);
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(MAX_CHARACTERS)
                .setUseMarks(true)
                .build();
        try {
            Optional<org.snakeyaml.engine.v2.nodes.Node> root = new Compose(settings).composeString(text);
            return reader.convert(root.orElseThrow(() -> new SourceException(start, "the file is empty")));
        } catch (MarkedYamlEngineException e) {
            Position at = e.getProblemMark()
                    .or(e::getContextMark)
                    .map(reader::position)
                    .orElse(start);
            throw new SourceException(at, "not valid YAML: " + oneLine(e.getProblem()) + quotes(e.getProblem()));
        } catch (YamlEngineException e) {
            throw new SourceException(start, "not valid YAML: " + oneLine(e.getMessage()));
        }
    }

    private static String oneLine(String problem) {
        return problem == null ? "unreadable" : problem.lines().findFirst().orElse("unreadable");
    }

    /** Braces inside a label are the usual reason. */
    private static String quotes(String problem) {
        boolean brackets = problem != null && (problem.contains("',' or '}'") || problem.contains("',' or ']'"));
        return brackets ? "; inside brackets, quote texts that contain any of { } [ ] , : #" : "";
    }

    private Position position(Mark mark) {
        return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Position position(org.snakeyaml.engine.v2.nodes.Node node) {
        return node.getStartMark().map(this::position).orElseGet(() -> new Position(file, 1, 1));
    }

    private Node convert(org.snakeyaml.engine.v2.nodes.Node node) {
        if (++depth > MAX_DEPTH)
            throw new SourceException(position(node), "nested deeper than " + MAX_DEPTH + " levels");
        Node converted = switch (node) {
            case ScalarNode s -> new Node.Scalar(position(s), s.getValue(), s.getScalarStyle() != ScalarStyle.PLAIN);
            case SequenceNode s -> listing(s);
            case MappingNode m -> mapping(m);
            case AnchorNode a -> throw new SourceException(position(a), "aliases (*name) are not used here");
            default -> throw new SourceException(position(node), "unexpected content");
        };
        depth--;
        return converted;
    }

    private Node listing(SequenceNode s) {
        List<Node> items = new ArrayList<>();
        for (org.snakeyaml.engine.v2.nodes.Node item : s.getValue()) items.add(convert(item));
        return new Node.Listing(position(s), items);
    }

    private Node mapping(MappingNode m) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : m.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new SourceException(position(tuple.getKeyNode()), "a key must be a single word or phrase");
            }
            Node.Entry entry = new Node.Entry(key.getValue(), position(key), convert(tuple.getValueNode()));
            if (entries.put(key.getValue(), entry) != null) {
                throw new SourceException(position(key), "the key '" + key.getValue() + "' appears twice");
            }
        }
        return new Node.Mapping(position(m), entries);
    }
}
