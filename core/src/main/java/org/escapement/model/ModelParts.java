package org.escapement.model;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.escapement.algebra.Operator;
import org.escapement.expression.Expression;

/** What has been said about a model; collected by {@link OpenSystemBuilder}, then kept unchanged by a model. */
final class ModelParts {

    final String name;
    final Vocabulary vocabulary;
    final Interpretation meaning;
    final Map<String, Parameter> parameters = new LinkedHashMap<>();
    final Map<String, Expression> definitions = new LinkedHashMap<>();
    final Map<String, SpinEnsemble> ensembles = new LinkedHashMap<>();
    final Map<String, Mode> modes = new LinkedHashMap<>();
    final Map<String, Oscillator> oscillators = new LinkedHashMap<>();
    final Map<String, HamiltonianTerm> terms = new LinkedHashMap<>();
    final Map<String, JumpOperator> jumps = new LinkedHashMap<>();
    final Map<String, Bath> baths = new LinkedHashMap<>();
    final Map<String, InitialState> states = new LinkedHashMap<>();
    final Map<String, NamedQuantity> quantities = new LinkedHashMap<>();
    final Map<String, ClosedForm> closedForms = new LinkedHashMap<>();
    final Map<String, Threshold> thresholds = new LinkedHashMap<>();
    final Set<String> oscillatorNames = new LinkedHashSet<>();
    Operator frame;
    String about = "";
    boolean bathsDeclared;

    ModelParts(String name, String size) {
        this.name = name;
        this.vocabulary = new Vocabulary(size);
        this.meaning = new Interpretation(vocabulary);
    }

    /** What has been said so far, independent of what may follow. */
    ModelParts(ModelParts other) {
        name = other.name;
        vocabulary = other.vocabulary.copy();
        meaning = new Interpretation(vocabulary);
        parameters.putAll(other.parameters);
        definitions.putAll(other.definitions);
        ensembles.putAll(other.ensembles);
        modes.putAll(other.modes);
        oscillators.putAll(other.oscillators);
        terms.putAll(other.terms);
        jumps.putAll(other.jumps);
        baths.putAll(other.baths);
        states.putAll(other.states);
        quantities.putAll(other.quantities);
        closedForms.putAll(other.closedForms);
        thresholds.putAll(other.thresholds);
        oscillatorNames.addAll(other.oscillatorNames);
        frame = other.frame;
        about = other.about;
        bathsDeclared = other.bathsDeclared;
    }
}
