package org.escapement.model.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.expression.Expression;
import org.escapement.model.Bath;
import org.escapement.model.HamiltonianTerm;
import org.escapement.model.JumpOperator;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.OpenSystemBuilder;
import org.escapement.model.Parameter;
import org.escapement.model.SpinConvention;
import org.escapement.model.SpinEnsemble;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Entry;
import org.escapement.yaml.Position;
import org.escapement.yaml.SourceException;
import org.escapement.yaml.YamlReader;

/**
 * Reads a model file. Strict: an unknown key, an undeclared word, a term that is not Hermitian or a negative rate is
 * refused with file, line and column.
 */
public final class ModelReader {

    private final Fields file;
    private final OpenSystemBuilder builder;

    private ModelReader(Fields file, OpenSystemBuilder builder) {
        this.file = file;
        this.builder = builder;
    }

    /** Reads a model from a file. */
    public static OpenSystem read(Path path) {
        return read(contentOf(path), path.toString());
    }

    /** The text of a file a user named, with one clear sentence when it cannot be read. */
    public static String contentOf(Path path) {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new ModelException("there is no file '" + path + "'");
        } catch (CharacterCodingException e) {
            throw new ModelException("the file '" + path + "' is not a text in UTF-8");
        } catch (IOException e) {
            throw new ModelException("the file '" + path + "' cannot be read: " + e.getMessage());
        }
    }

    /**
     * Reads a model from text.
     *
     * @param fileName the name messages begin with
     */
    public static OpenSystem read(String text, String fileName) {
        return read(text, fileName, Map.of());
    }

    /**
     * Reads a model from text with numbers of its structure changed, such as the number of ensembles.
     *
     * @param structure whole numbers that replace those under {@code structure} in the file
     */
    public static OpenSystem read(String text, String fileName, Map<String, Integer> structure) {
        Node root = Template.expand(YamlReader.read(text, fileName), structure);
        Fields fields = Fields.of(root, "a model file");
        String name = fields.requiredText("model");
        String size = fields.text("size").orElse("N");
        if (!size.matches("[A-Za-z_]\\w*")) {
            throw new SourceException(
                    fields.required("size").position(), "the size is a symbol such as N, not '" + size + "'");
        }
        return new ModelReader(fields, OpenSystemBuilder.sized(name, size)).read();
    }

    private OpenSystem read() {
        file.text("about").ifPresent(builder::about);
        file.optional("source");
        file.optional("unit");
        file.optional("structure");
        parameters();
        definitions();
        spins();
        modes();
        oscillators();
        baths();
        hamiltonian();
        jumps();
        frame();
        new StateReader(builder).read(file);
        new QuantityReader(builder).read(file);
        file.finish();
        OpenSystem model = at(file.position(), builder::build);
        new ModelChecks(model).run(file);
        return model;
    }

    /** Runs a step of the builder; what it refuses is reported at the place in the file. */
    static <T> T at(Position position, java.util.function.Supplier<T> step) {
        try {
            return step.get();
        } catch (ModelException e) {
            throw new SourceException(position, e.getMessage());
        }
    }

    static Map<String, Entry> entries(Fields file, String key, String what) {
        return file.optional(key).map(n -> Fields.of(n, what).all()).orElse(Map.of());
    }

    private void parameters() {
        for (Entry entry : entries(file, "parameters", "the parameters").values()) {
            Parameter p = ParameterReader.read(entry);
            at(entry.keyPosition(), () -> builder.parameter(p));
        }
    }

    private void definitions() {
        Map<String, Entry> lets = entries(file, "let", "the definitions");
        lets.values()
                .forEach(e -> at(e.keyPosition(), () -> {
                    builder.declareDefinition(e.key());
                    return null;
                }));
        for (Entry e : lets.values()) {
            Expression value = number(e.value(), e.key());
            at(e.keyPosition(), () -> {
                builder.define(e.key(), value);
                return null;
            });
        }
    }

    private Expression number(Node node, String what) {
        return Fields.expression(node, what, builder.numberScope());
    }

    private Coefficient coefficient(Node node, String what) {
        Expression e = Fields.expression(node, what, builder.rateScope());
        return at(node.position(), () -> builder.coefficientOf(e));
    }

    private Operator operator(Node node, String what) {
        Expression e = Fields.expression(node, what, builder.operatorScope());
        return at(node.position(), () -> builder.operatorOf(e));
    }

    private void spins() {
        for (Entry entry : entries(file, "spins", "the spins").values()) {
            Fields f = Fields.of(entry.value(), "spin '" + entry.key() + "'");
            Coefficient atoms = coefficient(f.required("atoms"), "atoms");
            Node as = f.required("as");
            String word = Fields.choice(as, "spin convention", SpinConvention.words());
            SpinEnsemble e = SpinEnsemble.of(
                    entry.key(), atoms, SpinConvention.named(word).orElseThrow());
            SpinEnsemble scaled = f.optional("scale")
                    .map(n -> e.scaledBy(coefficient(n, "scale")))
                    .orElse(e);
            f.finish();
            at(entry.keyPosition(), () -> builder.ensemble(scaled));
        }
    }

    private void modes() {
        file.optional("modes").ifPresent(node -> {
            for (Node item : Fields.items(node)) {
                at(
                        item.position(),
                        () -> builder.mode(Fields.scalar(item, "modes").text()));
            }
        });
    }

    private void oscillators() {
        Map<String, Entry> all = entries(file, "oscillators", "the oscillators");
        all.values().forEach(e -> at(e.keyPosition(), () -> builder.oscillator(e.key())));
        for (Entry entry : all.values()) {
            Fields f = Fields.of(entry.value(), "oscillator '" + entry.key() + "'");
            Node law = f.required("acceleration");
            f.finish();
            Operator acceleration = operator(law, "acceleration");
            at(law.position(), () -> builder.force(entry.key(), acceleration));
        }
    }

    private void baths() {
        for (Entry entry : entries(file, "baths", "the baths").values()) {
            Fields f = Fields.of(entry.value(), "bath '" + entry.key() + "'");
            Optional<Expression> beta = f.optional("inverse temperature").map(n -> number(n, "inverse temperature"));
            Optional<Expression> temperature =
                    f.optional("temperature").map(n -> Expression.ONE.over(number(n, "temperature")));
            f.finish();
            if (beta.isPresent() && temperature.isPresent()) {
                throw new SourceException(
                        entry.keyPosition(),
                        "bath '" + entry.key() + "' has both 'temperature' and 'inverse temperature'; give one");
            }
            builder.bath(new Bath(entry.key(), beta.or(() -> temperature)));
        }
    }

    private void hamiltonian() {
        for (Entry entry : entries(file, "hamiltonian", "the Hamiltonian").values()) {
            HamiltonianTerm term = entry.value() instanceof Node.Mapping ? labelled(entry) : plain(entry);
            at(entry.keyPosition(), () -> builder.term(term));
        }
    }

    private HamiltonianTerm plain(Entry entry) {
        Operator operator = operator(entry.value(), entry.key());
        return new HamiltonianTerm(entry.key(), operator, HamiltonianTerm.Role.SYSTEM);
    }

    private HamiltonianTerm labelled(Entry entry) {
        Fields f = Fields.of(entry.value(), "Hamiltonian term '" + entry.key() + "'");
        Operator operator = operator(f.required("term"), "term");
        boolean drive = f.optional("role")
                .map(n -> Fields.choice(n, "role", List.of("system", "drive")).equals("drive"))
                .orElse(false);
        f.finish();
        return new HamiltonianTerm(
                entry.key(), operator, drive ? HamiltonianTerm.Role.DRIVE : HamiltonianTerm.Role.SYSTEM);
    }

    private void jumps() {
        for (Entry entry : entries(file, "jumps", "the jumps").values()) {
            Fields f = Fields.of(entry.value(), "jump '" + entry.key() + "'");
            Node operatorNode = f.required("operator");
            Operator operator = operator(operatorNode, "operator");
            Coefficient rate = coefficient(f.required("rate"), "rate");
            Node bathNode = f.required("bath");
            String bath = Fields.scalar(bathNode, "bath").text();
            Coefficient quantum =
                    f.optional("quantum").map(n -> coefficient(n, "quantum")).orElse(Coefficient.ZERO);
            boolean individual = f.optional("scope")
                    .map(n -> Fields.choice(n, "scope", List.of("collective", "individual"))
                            .equals("individual"))
                    .orElse(false);
            f.finish();
            JumpOperator.Scope scope = individual ? JumpOperator.Scope.INDIVIDUAL : JumpOperator.Scope.COLLECTIVE;
            JumpOperator jump = new JumpOperator(entry.key(), operator, rate, bath, quantum, scope);
            at(bathNode.position(), () -> {
                builder.declareBathOf(jump);
                return null;
            });
            at(operatorNode.position(), () -> builder.jump(jump));
        }
    }

    private void frame() {
        file.optional("frame").ifPresent(node -> {
            Operator k = operator(node, "frame");
            at(node.position(), () -> builder.frame(k));
        });
    }

    /** Entries of the file under a key, for checks after the model is complete. */
    static Map<String, Node> nodes(Fields file, String key) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        entries(file, key, key).values().forEach(e -> nodes.put(e.key(), e.value()));
        return nodes;
    }
}
