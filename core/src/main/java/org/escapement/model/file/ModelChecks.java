package org.escapement.model.file;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Symbol;
import org.escapement.expression.Expression;
import org.escapement.expression.NearestWord;
import org.escapement.model.HamiltonianTerm;
import org.escapement.model.InitialState;
import org.escapement.model.JumpOperator;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.SpinEnsemble;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** What can be known from the presets before anything is run: rates are not negative, sizes not below 1. */
final class ModelChecks {

    /** A large size, so that a small fraction of N is still some atoms. */
    private static final double SAMPLE_SIZE = 1e6;

    private static final double ROUNDING = 1e-9;

    private final OpenSystem model;
    private final ParameterValues point;

    ModelChecks(OpenSystem model) {
        this.model = model;
        this.point = ParameterValues.of(model, Map.of(model.size(), SAMPLE_SIZE));
    }

    void run(Fields file) {
        terms(ModelReader.nodes(file, "hamiltonian"));
        rates(ModelReader.nodes(file, "jumps"));
        atoms(ModelReader.nodes(file, "spins"));
        directions(ModelReader.nodes(file, "states"));
        Map<String, Node> quantities = ModelReader.nodes(file, "quantities");
        model.quantities().forEach((name, quantity) -> references(quantity.definition(), quantities.get(name)));
    }

    private void terms(Map<String, Node> terms) {
        for (HamiltonianTerm term : model.hamiltonian()) {
            Node node = terms.get(term.name());
            Node text = node instanceof Node.Mapping ? Fields.of(node, "term").required("term") : node;
            for (Coefficient c : term.operator().terms().values()) {
                OptionalDouble value = value(c, text);
                if (value.isEmpty() || Double.isFinite(value.getAsDouble())) continue;
                throw new SourceException(
                        text.position(),
                        "a coefficient of Hamiltonian term '" + term.name() + "' is not a finite number "
                                + atPresets(value.getAsDouble()));
            }
        }
    }

    private String atPresets(double value) {
        return "(" + value + " at the presets and " + model.size() + "=" + (long) SAMPLE_SIZE + ")";
    }

    private void rates(Map<String, Node> jumps) {
        for (JumpOperator jump : model.jumps()) {
            Node node = Fields.of(jumps.get(jump.name()), "jump").required("rate");
            OptionalDouble rate = value(jump.rate(), node);
            if (rate.isEmpty() || rate.getAsDouble() >= 0 && Double.isFinite(rate.getAsDouble())) continue;
            String what = rate.getAsDouble() < 0 ? "negative" : "not a finite number";
            throw new SourceException(
                    node.position(),
                    "the rate of jump '" + jump.name() + "' is " + what + " " + atPresets(rate.getAsDouble())
                            + "; rates are numbers from 0 up");
        }
    }

    private void atoms(Map<String, Node> spins) {
        for (SpinEnsemble e : model.ensembles()) {
            Node node = Fields.of(spins.get(e.name()), "spin").required("atoms");
            OptionalDouble atoms = value(e.atoms(), node);
            if (atoms.isPresent() && !(atoms.getAsDouble() >= 1)) {
                throw new SourceException(
                        node.position(),
                        "the ensemble '" + e.name() + "' has less than one atom " + atPresets(atoms.getAsDouble()));
            }
        }
    }

    private void directions(Map<String, Node> states) {
        for (Map.Entry<String, InitialState> state : model.states().entrySet()) {
            for (SpinEnsemble e : model.ensembles()) {
                Node node = Fields.of(states.get(state.getKey()), "state")
                        .all()
                        .get(e.name())
                        .value();
                double length = length(state.getValue().sites().get(e.name()));
                if (length > 1 + ROUNDING) {
                    throw new SourceException(
                            node.position(),
                            "the direction of '" + e.name() + "' is longer than 1 (" + length
                                    + " at the presets); give x, y, z in units of the largest spin");
                }
            }
        }
    }

    /** The length of a vector, or 0 where a parameter is still to be given. */
    private double length(List<Expression> vector) {
        double square = 0;
        for (Expression e : vector) {
            if (e.symbols().stream().anyMatch(this::isOpen)) return 0;
            square += Math.pow(point.evaluate(e), 2);
        }
        return Math.sqrt(square);
    }

    /** Texts in {@code heat("bath")} and {@code quantity("name")} must name something. */
    private void references(Expression e, Node node) {
        if (e instanceof Expression.Call c && c.arguments().stream().anyMatch(Expression.Text.class::isInstance)) {
            String name = c.arguments().stream()
                    .filter(Expression.Text.class::isInstance)
                    .map(t -> ((Expression.Text) t).value())
                    .findFirst()
                    .orElseThrow();
            switch (c.function()) {
                case "heat", "entropy_flux" -> known("bath", name, model.baths(), node);
                case "quantity" -> known("quantity", name, model.quantities(), node);
                default -> {}
            }
        }
        e.children().forEach(child -> references(child, node));
    }

    private static void known(String what, String name, Map<String, ?> names, Node node) {
        if (names.containsKey(name)) return;
        throw new SourceException(
                node.position(), "there is no " + what + " '" + name + "'" + NearestWord.hint(name, names.keySet()));
    }

    /** The value at the presets, or empty where it depends on a parameter that must be given or on a moving letter. */
    private OptionalDouble value(Coefficient c, Node node) {
        for (Symbol s : c.symbols()) {
            if (s.kind() == Symbol.Kind.CLASSICAL || isOpen(s.name())) return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(c.evaluate(s -> point.value(s.name()), SAMPLE_SIZE));
        } catch (ModelException e) {
            throw new SourceException(node.position(), e.getMessage().replaceFirst(" at \\{.*", " at the presets"));
        }
    }

    /** Whether a number leads to a parameter without preset. */
    private boolean isOpen(String name) {
        return model.leadsTo(name).stream()
                .anyMatch(n -> model.parameters().containsKey(n)
                        && model.parameters().get(n).preset().isEmpty());
    }
}
