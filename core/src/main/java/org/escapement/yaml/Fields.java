package org.escapement.yaml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escapement.expression.Expression;
import org.escapement.expression.ExpressionException;
import org.escapement.expression.ExpressionParser;
import org.escapement.expression.NearestWord;
import org.escapement.expression.Scope;
import org.escapement.yaml.Node.Entry;
import org.escapement.yaml.Node.Mapping;
import org.escapement.yaml.Node.Scalar;

/**
 * Strict reading of one mapping: every key is asked for by name, and {@link #finish} refuses what nobody asked for,
 * naming the nearest valid key.
 */
public final class Fields {

    private final Mapping mapping;
    private final String what;
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(Mapping mapping, String what) {
        this.mapping = mapping;
        this.what = what;
    }

    /**
     * Opens a mapping.
     *
     * @param what what the mapping describes, for messages
     */
    public static Fields of(Node node, String what) {
        if (node instanceof Mapping m) return new Fields(m, what);
        throw new SourceException(node.position(), what + " must be a mapping (key: value), not " + node.kind());
    }

    public Position position() {
        return mapping.position();
    }

    /** The value under a key, or empty. */
    public Optional<Node> optional(String key) {
        known.add(key);
        return Optional.ofNullable(mapping.entries().get(key)).map(Entry::value);
    }

    /** The value under a key; its absence is an error. */
    public Node required(String key) {
        return optional(key)
                .orElseThrow(() -> new SourceException(position(), what + " needs the key '" + key + "'" + typo(key)));
    }

    private String typo(String key) {
        return NearestWord.to(key, mapping.entries().keySet())
                .map(near -> "; is '" + near + "' meant for it?")
                .orElse("");
    }

    /** All keys with values, for mappings whose keys are names chosen by the user. */
    public Map<String, Entry> all() {
        known.addAll(mapping.entries().keySet());
        return mapping.entries();
    }

    public Optional<String> text(String key) {
        return optional(key).map(node -> scalar(node, key).text());
    }

    public String requiredText(String key) {
        return scalar(required(key), key).text();
    }

    /** A list under a key; a single value counts as a list of one. */
    public List<Node> list(String key) {
        return optional(key).map(Fields::items).orElse(List.of());
    }

    /** The items of a list, or the value itself as the only item. */
    public static List<Node> items(Node node) {
        return node instanceof Node.Listing l ? l.items() : List.of(node);
    }

    /** Refuses keys that were never asked for. */
    public void finish() {
        for (Entry entry : mapping.entries().values()) {
            if (known.contains(entry.key())) continue;
            throw new SourceException(
                    entry.keyPosition(),
                    "unknown key '" + entry.key() + "' in " + what + NearestWord.hint(entry.key(), known));
        }
    }

    /** The node as a single value. */
    public static Scalar scalar(Node node, String what) {
        if (node instanceof Scalar s) return s;
        throw new SourceException(node.position(), "'" + what + "' must be a single value, not " + node.kind());
    }

    /** Parses a value as an expression; errors point at the character. */
    public static Expression expression(Node node, String what, Scope scope) {
        Scalar s = scalar(node, what);
        if (s.text().isBlank()) throw new SourceException(s.position(), "'" + what + "' has no value");
        try {
            return ExpressionParser.parse(s.text(), scope);
        } catch (ExpressionException e) {
            throw new SourceException(s.at(e.offset()), e.getMessage());
        }
    }

    /** One of several words. */
    public static String choice(Node node, String what, List<String> words) {
        Scalar s = scalar(node, what);
        if (words.contains(s.text())) return s.text();
        throw new SourceException(
                s.position(), "'" + s.text() + "' is not a valid " + what + NearestWord.hint(s.text(), words));
    }

    /** Texts of a list of single values. */
    public static List<String> texts(List<Node> nodes, String what) {
        List<String> texts = new ArrayList<>();
        for (Node node : nodes) texts.add(scalar(node, what).text());
        return texts;
    }
}
