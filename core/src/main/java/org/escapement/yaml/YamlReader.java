package org.escapement.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML 1.2 (and so JSON) into a positioned tree; duplicate keys, aliases and several documents are refused. */
public final class YamlReader {

    private static final int MAX_CHARACTERS = 2_000_000;
    private static final int MAX_DEPTH = 40;

    private final String file;
    private final String text;
    private final List<String> lines;

    private YamlReader(String text, String file) {
        this.text = text;
        this.file = file;
        this.lines = text.lines().toList();
    }

    /**
     * Reads one document.
     *
     * @param text the file's content
     * @param file its name, for messages
     * @throws SourceException with the place of the first problem
     */
    public static Node read(String text, String file) {
        if (text.length() > MAX_CHARACTERS) {
            throw new SourceException(
                    new Position(file, 1, 1), "the file is longer than " + MAX_CHARACTERS + " characters");
        }
        return new YamlReader(text, file).read();
    }

    private Node read() {
        Position start = new Position(file, 1, 1);
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(false)
                .setCodePointLimit(MAX_CHARACTERS)
                .setUseMarks(true)
                .build();
        try {
            new Parse(settings).parseString(text).forEach(this::check);
            Optional<org.snakeyaml.engine.v2.nodes.Node> root = new Compose(settings).composeString(text);
            return convert(root.orElseThrow(() -> new SourceException(start, "the file is empty")));
        } catch (MarkedYamlEngineException e) {
            Position at =
                    e.getProblemMark().or(e::getContextMark).map(this::position).orElse(start);
            throw new SourceException(at, "not valid YAML: " + explained(oneLine(e.getProblem())));
        } catch (YamlEngineException e) {
            throw new SourceException(start, "not valid YAML: " + oneLine(e.getMessage()));
        }
    }

    private int depth;
    private int documents;

    /** Looks at the stream before it becomes a tree, since building the tree needs a stack as deep as the nesting. */
    private void check(Event event) {
        Position at = event.getStartMark().map(this::position).orElseGet(() -> new Position(file, 1, 1));
        switch (event) {
            case DocumentStartEvent d -> {
                if (++documents > 1) {
                    throw new SourceException(at, "a second document begins here; a file holds one");
                }
            }
            case AliasEvent a ->
                throw new SourceException(
                        at, "a value cannot begin with '*' (an alias of YAML, not used here); put quotes around it");
            case CollectionStartEvent c -> {
                refuseAnchor(c, at);
                if (++depth > MAX_DEPTH) {
                    throw new SourceException(at, "nested deeper than " + MAX_DEPTH + " levels");
                }
            }
            case CollectionEndEvent c -> depth--;
            case NodeEvent n -> refuseAnchor(n, at);
            default -> {}
        }
    }

    private static void refuseAnchor(NodeEvent event, Position at) {
        if (event.getAnchor().isPresent()) {
            throw new SourceException(
                    at, "a value cannot begin with '&' (an anchor of YAML, not used here); put quotes around it");
        }
    }

    /** What a physicist would call the problem, where YAML's own words are no help. */
    private static String explained(String problem) {
        if (problem.startsWith("mapping values are not allowed here")) {
            return "a ':' is not allowed here; is the indentation right, or does a text with ': ' need quotes?";
        }
        if (problem.contains("TAB")) return "a tab cannot indent; use spaces";
        if (problem.contains("<stream end>")) return problem + "; is a bracket or quotation mark never closed?";
        if (problem.contains("but found '<block mapping start>'") || problem.contains("<block end>")) {
            return problem + "; is the indentation right?";
        }
        if (problem.contains("',' or '}'") || problem.contains("',' or ']'")) {
            return problem + "; inside brackets, quote texts that contain any of { } [ ] , : #";
        }
        return problem;
    }

    private static String oneLine(String problem) {
        return problem == null ? "unreadable" : problem.lines().findFirst().orElse("unreadable");
    }

    private Position position(Mark mark) {
        return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Position position(org.snakeyaml.engine.v2.nodes.Node node) {
        return node.getStartMark().map(this::position).orElseGet(() -> new Position(file, 1, 1));
    }

    private Node convert(org.snakeyaml.engine.v2.nodes.Node node) {
        return switch (node) {
            case ScalarNode s -> scalar(s);
            case SequenceNode s -> listing(s);
            case MappingNode m -> mapping(m);
            default -> throw new SourceException(position(node), "unexpected content");
        };
    }

    private Node scalar(ScalarNode s) {
        boolean quoted = s.getScalarStyle() != ScalarStyle.PLAIN;
        Mark start = s.getStartMark().orElseThrow();
        boolean oneLine = s.getEndMark().orElseThrow().getLine() == start.getLine();
        if (oneLine) return new Node.Scalar(position(s), s.getValue(), quoted);
        boolean block = s.getScalarStyle() == ScalarStyle.FOLDED || s.getScalarStyle() == ScalarStyle.LITERAL;
        int column = start.getColumn() + (quoted && !block ? 1 : 0);
        List<Position> places = new ScalarPlaces(file, lines, start.getLine(), column).of(s.getValue(), block);
        return new Node.Scalar(position(s), s.getValue(), quoted, places);
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
