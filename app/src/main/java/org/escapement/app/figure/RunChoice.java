package org.escapement.app.figure;

import java.util.Map;
import java.util.Optional;
import org.escapement.data.Dataset;
import org.escapement.expression.NearestWord;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Entry;
import org.escapement.yaml.Position;
import org.escapement.yaml.SourceException;

/**
 * The keys {@code run} and {@code where} of a layer. They are looked up in the data only after all keys of the layer
 * are known to be valid, so that a misspelt key is reported as such.
 */
record RunChoice(Position position, String what, Optional<Node> run, Optional<Node> where) {

    static RunChoice of(Fields f, String what) {
        return new RunChoice(f.position(), what, f.optional("run"), f.optional("where"));
    }

    Selection in(Map<String, Dataset> data) {
        String name = run.map(n -> Fields.scalar(n, "run").text()).orElseGet(() -> only(data));
        if (!data.containsKey(name)) {
            throw new SourceException(
                    run.map(Node::position).orElse(position),
                    "there are no data of a run '" + name + "'" + NearestWord.hint(name, data.keySet()));
        }
        Map<String, Entry> fixed = where.map(n -> Fields.of(n, "'where'").all()).orElse(Map.of());
        return new Selection(name, data.get(name), fixed);
    }

    private String only(Map<String, Dataset> data) {
        if (data.size() == 1) {
            return data.keySet().iterator().next();
        }
        throw new SourceException(
                position,
                data.isEmpty()
                        ? "there are no data to draw: run the study first"
                        : what + " needs the key 'run', one of " + String.join(", ", data.keySet())
                                + ", as the study has several runs");
    }
}
