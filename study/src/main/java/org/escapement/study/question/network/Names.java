package org.escapement.study.question.network;

import java.util.ArrayList;
import java.util.List;
import org.escapement.expression.NearestWord;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.model.network.NetworkModel;
import org.escapement.model.network.NetworkModel.BathText;
import org.escapement.model.network.NetworkModel.OscillatorText;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** Reads names of a network's oscillators and baths where a question asks about them. */
record Names(NetworkModel model) {

    static final String TOTAL = "total";
    static final String STATIC = "static";

    /** @throws ModelException for a model of spins and modes */
    static Names of(Model model, String word) {
        if (model instanceof NetworkModel network) return new Names(network);
        throw new ModelException("'" + word + "' asks about oscillators in baths with memory, but '" + model.name()
                + "' is a system of spins and modes");
    }

    List<String> oscillators() {
        return model.oscillators().stream().map(OscillatorText::name).toList();
    }

    List<String> baths() {
        return model.baths().stream().map(BathText::name).toList();
    }

    String oscillator(Node node) {
        return choice(node, "oscillator", oscillators(), "");
    }

    /** An oscillator, or all of them together. */
    String oscillatorOrTotal(Node node) {
        return choice(node, "oscillator", oscillators(), TOTAL);
    }

    /** A bath, or all static baths together. */
    String bathOrStatic(Node node) {
        return choice(node, "bath", baths(), STATIC);
    }

    private static String choice(Node node, String what, List<String> names, String also) {
        String name = Fields.scalar(node, what).text();
        if (names.contains(name) || (!also.isEmpty() && name.equals(also))) return name;
        List<String> all = new ArrayList<>(names);
        if (!also.isEmpty()) all.add(also);
        throw new SourceException(
                node.position(), "there is no " + what + " '" + name + "'" + NearestWord.hint(name, all));
    }

    /** Two oscillators; the same one twice where that has a meaning. */
    List<String> pair(Node node, boolean different) {
        List<String> names = Fields.items(node).stream().map(this::oscillator).toList();
        if (names.size() != 2 || (different && names.get(0).equals(names.get(1)))) {
            throw new SourceException(
                    node.position(), "two" + (different ? " different" : "") + " oscillators are needed here, [A, B]");
        }
        return names;
    }
}
