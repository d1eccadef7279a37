package org.escapement.model.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escapement.expression.Evaluation;
import org.escapement.expression.ExpressionException;
import org.escapement.expression.ExpressionParser;
import org.escapement.expression.NearestWord;
import org.escapement.expression.Scope;
import org.escapement.model.ModelException;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Entry;
import org.escapement.yaml.Node.Mapping;
import org.escapement.yaml.Node.Scalar;
import org.escapement.yaml.Position;
import org.escapement.yaml.SourceException;

/**
 * Model files for any number of equal parts: {@code structure: {n: 2}} names whole numbers, a key {@code for a in 1..n}
 * repeats the entries under it, {@code $a} in keys and texts is the running number, and {@code sum(a in 1..n | S$a.x)}
 * writes a sum out, {@code max} and {@code min} likewise. The result is an ordinary model; places in the file are kept.
 */
final class Template {

    private static final int MAX_COUNT = 64;
    private static final int MAX_CHARACTERS = 200_000;
    private static final Pattern LOOP = Pattern.compile("for\\s+([a-z])\\s+in\\s+(.+?)\\.\\.(.+)");
    private static final Pattern INDEX = Pattern.compile("\\$([a-z])");
    private static final Pattern SUM = Pattern.compile("(sum|max|min)\\(\\s*([a-z])\\s+in\\s+(.+?)\\.\\.([^|]+)\\|");

    private final Map<String, Integer> structure;

    private Template(Map<String, Integer> structure) {
        this.structure = structure;
    }

    /** The whole numbers a file declares under {@code structure}, with their presets. */
    static Map<String, Integer> structure(Fields file) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        ModelReader.entries(file, "structure", "the structure").values().forEach(e -> {
            String text = Fields.scalar(e.value(), e.key()).text();
            if (!text.matches("\\d{1,3}")) {
                throw new SourceException(e.value().position(), "'" + e.key() + "' must be a small whole number");
            }
            numbers.put(e.key(), Integer.parseInt(text));
        });
        return numbers;
    }

    /**
     * Writes repeated entries and sums out.
     *
     * @param given numbers that replace presets of the structure
     */
    static Node expand(Node root, Map<String, Integer> given) {
        Fields file = Fields.of(root, "a model file");
        Map<String, Integer> structure = structure(file);
        for (Map.Entry<String, Integer> e : given.entrySet()) {
            if (!structure.containsKey(e.getKey())) {
                throw new ModelException("the model's structure has no number '" + e.getKey() + "'"
                        + NearestWord.hint(e.getKey(), structure.keySet()));
            }
            structure.put(e.getKey(), e.getValue());
        }
        return structure.isEmpty() ? root : new Template(structure).expand(root);
    }

    private Node expand(Node node) {
        return switch (node) {
            case Scalar s -> scalar(s);
            case Node.Listing l ->
                new Node.Listing(
                        l.position(), l.items().stream().map(this::expand).toList());
            case Mapping m -> mapping(m);
        };
    }

    private Mapping mapping(Mapping m) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Entry e : m.entries().values()) {
            Matcher loop = LOOP.matcher(e.key());
            if (loop.matches()) loop(e, loop, entries);
            else add(entries, new Entry(indexed(e.key(), e.keyPosition()), e.keyPosition(), expand(e.value())));
        }
        return new Mapping(m.position(), entries);
    }

    private static void add(Map<String, Entry> entries, Entry e) {
        if (entries.put(e.key(), e) != null) {
            throw new SourceException(e.keyPosition(), "the key '" + e.key() + "' appears twice; use the index, $a");
        }
    }

    private void loop(Entry e, Matcher loop, Map<String, Entry> entries) {
        if (!(e.value() instanceof Mapping body)) {
            throw new SourceException(e.value().position(), "'" + e.key() + "' repeats a mapping of entries");
        }
        for (int value : range(loop.group(2), loop.group(3), e.keyPosition())) {
            for (Entry inner :
                    with(loop.group(1), value).mapping(body).entries().values()) add(entries, inner);
        }
    }

    private Template with(String index, int value) {
        Map<String, Integer> inner = new LinkedHashMap<>(structure);
        inner.put(index, value);
        return new Template(inner);
    }

    private List<Integer> range(String from, String to, Position at) {
        int first = whole(from, at);
        int last = whole(to, at);
        if (last - first >= MAX_COUNT) throw new SourceException(at, "more than " + MAX_COUNT + " repetitions");
        List<Integer> values = new ArrayList<>();
        for (int value = first; value <= last; value++) values.add(value);
        return values;
    }

    private int whole(String text, Position at) {
        Set<String> names = new TreeSet<>(structure.keySet());
        try {
            double value = Evaluation.of(
                    ExpressionParser.parse(text, Scope.numbers(names)),
                    name -> structure.get(name).doubleValue());
            if (value == Math.rint(value) && Math.abs(value) < 1000) return (int) value;
        } catch (ExpressionException e) {
            throw new SourceException(at, "in '" + text.strip() + "': " + e.getMessage());
        }
        throw new SourceException(at, "'" + text.strip() + "' is not a small whole number");
    }

    private String indexed(String text, Position at) {
        return INDEX.matcher(text).replaceAll(m -> String.valueOf(index(m.group(1), at)));
    }

    private int index(String name, Position at) {
        Integer value = structure.get(name);
        if (value == null) throw new SourceException(at, "'$" + name + "' is outside the loop that defines it");
        return value;
    }

    private Node scalar(Scalar s) {
        String text = sums(s.text(), s.position());
        String written = indexed(text, s.position());
        return written.equals(s.text()) ? s : new Scalar(s.position(), written, s.quoted());
    }

    /** Writes the sums of a text out, innermost last. */
    private String sums(String text, Position at) {
        Matcher m = SUM.matcher(text);
        if (!m.find()) return text;
        int end = closing(text, m.start() + 3, at);
        String body = text.substring(m.end(), end);
        List<String> terms = new ArrayList<>();
        for (int value : range(m.group(3), m.group(4), at)) {
            Template inner = with(m.group(2), value);
            terms.add(inner.replaceOne(inner.sums(body, at), m.group(2), value));
        }
        String result = text.substring(0, m.start()) + joined(m.group(1), terms, at) + text.substring(end + 1);
        if (result.length() > MAX_CHARACTERS) throw new SourceException(at, "the sum is too long when written out");
        return sums(result, at);
    }

    private static String joined(String function, List<String> terms, Position at) {
        if (function.equals("sum")) return terms.isEmpty() ? "(0)" : "(" + String.join(" + ", terms) + ")";
        if (terms.isEmpty()) throw new SourceException(at, "the " + function + " of nothing");
        return terms.stream()
                .reduce((a, b) -> function + "(" + a + ", " + b + ")")
                .orElseThrow();
    }

    private String replaceOne(String text, String index, int value) {
        return text.replaceAll("\\$" + index + "(?![a-z])", String.valueOf(value));
    }

    private static int closing(String text, int open, Position at) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            if (text.charAt(i) == '(') depth++;
            if (text.charAt(i) == ')' && --depth == 0) return i;
        }
        throw new SourceException(at.shifted(open), "the bracket of this sum is never closed");
    }
}
