package org.escapement.model.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escapement.expression.Expression;
import org.escapement.expression.NearestWord;
import org.escapement.model.InitialState;
import org.escapement.model.OpenSystemBuilder;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Entry;
import org.escapement.yaml.SourceException;

/** Reads the named initial states of a model file. */
final class StateReader {

    private final OpenSystemBuilder builder;

    StateReader(OpenSystemBuilder builder) {
        this.builder = builder;
    }

    void read(Fields file) {
        for (Entry entry :
                ModelReader.entries(file, "states", "the initial states").values()) {
            builder.state(entry.key(), state(entry));
        }
    }

    private InitialState state(Entry entry) {
        Map<String, List<Expression>> sites = new LinkedHashMap<>();
        Map<String, Integer> lengths = builder.siteLengths();
        for (Entry site :
                Fields.of(entry.value(), "state '" + entry.key() + "'").all().values()) {
            Integer length = lengths.get(site.key());
            if (length == null) {
                throw new SourceException(
                        site.keyPosition(),
                        "'" + site.key() + "' is no spin, mode or oscillator of the model"
                                + NearestWord.hint(site.key(), lengths.keySet()));
            }
            sites.put(site.key(), numbers(site, length));
        }
        for (Map.Entry<String, Integer> needed : lengths.entrySet()) {
            if (needed.getValue() == 3 && !sites.containsKey(needed.getKey())) {
                throw new SourceException(
                        entry.value().position(),
                        "state '" + entry.key() + "' does not say where the spin '" + needed.getKey() + "' points");
            }
        }
        return new InitialState(sites);
    }

    private List<Expression> numbers(Entry site, int length) {
        if (site.value() instanceof Node.Scalar s && length == 3) {
            String word = Fields.choice(
                    s,
                    "direction",
                    InitialState.DIRECTIONS.keySet().stream().sorted().toList());
            return InitialState.DIRECTIONS.get(word);
        }
        List<Node> items = Fields.items(site.value());
        if (items.size() != length) {
            throw new SourceException(
                    site.value().position(), "'" + site.key() + "' needs " + length + " numbers, not " + items.size());
        }
        List<Expression> numbers = new ArrayList<>();
        for (Node item : items) numbers.add(Fields.expression(item, site.key(), builder.numberScope()));
        return numbers;
    }
}
