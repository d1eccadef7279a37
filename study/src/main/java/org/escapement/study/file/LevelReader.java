package org.escapement.study.file;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.escapement.expression.Expression;
import org.escapement.expression.NearestWord;
import org.escapement.expression.Scope;
import org.escapement.model.Mode;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.study.question.Question;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Entry;
import org.escapement.yaml.SourceException;

/** Reads the level of a run or claim, and how many Fock states each mode has at finite N. */
public final class LevelReader {

    private static final List<String> LEVELS = List.of("mean field", "exact");

    private final Model model;

    public LevelReader(Model model) {
        this.model = model;
    }

    /**
     * The level named by a node, or the mean field.
     *
     * @param given names that have a value besides presets
     * @throws SourceException when the level needs a size or cut-off that is not given
     */
    public Level read(Optional<Node> node, Collection<String> given, Map<String, Expression> cutOffs) {
        String word = node.map(n -> Fields.choice(n, "level", LEVELS)).orElse("mean field");
        if (word.equals("mean field")) return new Level.MeanField();
        requireFinite(node.orElseThrow(), given, cutOffs);
        return new Level.Exact();
    }

    /** Refuses a question about finite N when the size or a cut-off is not given. */
    public void requireFor(Question question, Node node, Collection<String> given, Map<String, Expression> cutOffs) {
        if (question.level().equals(new Level.Exact().name())) requireFinite(node, given, cutOffs);
    }

    /** Refuses what is to be computed at finite N without saying how large. */
    private void requireFinite(Node node, Collection<String> given, Map<String, Expression> cutOffs) {
        if (!given.contains(model.size())) {
            throw new SourceException(
                    node.position(),
                    "the exact level needs a size: give " + model.size() + " under 'set' or as an axis, for example "
                            + model.size() + ": 10");
        }
        for (Mode mode : modes()) {
            if (cutOffs.containsKey(mode.name())) continue;
            throw new SourceException(
                    node.position(),
                    "the exact level needs a number of Fock states for the mode '" + mode.name()
                            + "': give 'cut-offs', for example cut-offs: {" + mode.name() + ": 20}");
        }
    }

    /**
     * Numbers of Fock states, which may depend on axes, parameters and the size.
     *
     * @param words names the expressions may use
     */
    public Map<String, Expression> cutOffs(Optional<Node> node, Collection<String> words) {
        Map<String, Expression> all = new LinkedHashMap<>();
        if (node.isEmpty()) return all;
        List<String> modes = modes().stream().map(Mode::name).toList();
        Scope scope = Scope.numbers(new TreeSet<>(words));
        for (Entry e : Fields.of(node.get(), "the cut-offs").all().values()) {
            if (!modes.contains(e.key())) {
                throw new SourceException(
                        e.keyPosition(),
                        "the model '" + model.name() + "' has no mode '" + e.key() + "'"
                                + NearestWord.hint(e.key(), modes));
            }
            all.put(e.key(), Fields.expression(e.value(), e.key(), scope));
        }
        return all;
    }

    private List<Mode> modes() {
        return model instanceof OpenSystem system ? system.modes() : List.of();
    }
}
