package org.escapement.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A positioned tree of texts, lists and mappings. */
public sealed interface Node {

    Position position();

    /** What this is, for messages. */
    default String kind() {
        return switch (this) {
            case Scalar s -> "a single value";
            case Listing l -> "a list";
            case Mapping m -> "a mapping";
        };
    }

    /**
     * A single value.
     *
     * @param text the value without quotes
     * @param quoted whether it was quoted, so that {@code "1"} stays a text
     * @param characters where each character of a text on several lines stands; empty for one line
     */
    record Scalar(Position position, String text, boolean quoted, List<Position> characters) implements Node {
        public Scalar {
            characters = List.copyOf(characters);
        }

        /** A value on one line. */
        public Scalar(Position position, String text, boolean quoted) {
            this(position, text, quoted, List.of());
        }

        /** Position of the character at this offset of the text. */
        public Position at(int offset) {
            if (characters.isEmpty()) return position.shifted(offset + (quoted ? 1 : 0));
            int last = characters.size() - 1;
            return offset > last ? characters.get(last).shifted(1) : characters.get(offset);
        }
    }

    /** A list of values. */
    record Listing(Position position, List<Node> items) implements Node {
        public Listing {
            items = List.copyOf(items);
        }
    }

    /** A key with its own position, and its value. */
    record Entry(String key, Position keyPosition, Node value) {}

    /** Keys with values, in the order of the file. */
    record Mapping(Position position, Map<String, Entry> entries) implements Node {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }
}
