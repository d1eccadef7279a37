package org.escapement.model.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.escapement.expression.Expression;
import org.escapement.expression.Scope;
import org.escapement.model.ClosedForm;
import org.escapement.model.NamedQuantity;
import org.escapement.model.OpenSystemBuilder;
import org.escapement.model.Threshold;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Entry;
import org.escapement.yaml.SourceException;

/** Reads named quantities, closed forms and thresholds of a model file. */
final class QuantityReader {

    private final OpenSystemBuilder builder;
    private final Set<String> names = new HashSet<>();

    QuantityReader(OpenSystemBuilder builder) {
        this.builder = builder;
    }

    void read(Fields file) {
        for (Entry e : ModelReader.entries(file, "quantities", "the quantities").values()) quantity(unique(e));
        for (Entry e : ModelReader.entries(file, "thresholds", "the thresholds").values()) threshold(unique(e));
        for (Entry e :
                ModelReader.entries(file, "closed forms", "the closed forms").values()) closedForm(unique(e));
    }

    private Entry unique(Entry e) {
        if (!names.add(e.key())) {
            throw new SourceException(e.keyPosition(), "the name '" + e.key() + "' is used for two quantities");
        }
        return e;
    }

    private void quantity(Entry entry) {
        if (!(entry.value() instanceof Node.Mapping)) {
            Expression e = Fields.expression(entry.value(), entry.key(), builder.quantityScope());
            builder.quantity(NamedQuantity.of(entry.key(), e));
            return;
        }
        Fields f = Fields.of(entry.value(), "quantity '" + entry.key() + "'");
        Expression e = Fields.expression(f.required("is"), "is", builder.quantityScope());
        builder.quantity(new NamedQuantity(entry.key(), e, f.text("unit"), f.text("label"), f.text("meaning")));
        f.finish();
    }

    private void closedForm(Entry entry) {
        Node value = entry.value();
        if (!(value instanceof Node.Mapping)) {
            builder.closedForm(ClosedForm.of(entry.key(), numbers(value, closedFormScope())));
            return;
        }
        Fields f = Fields.of(value, "closed form '" + entry.key() + "'");
        builder.closedForm(new ClosedForm(
                entry.key(),
                numbers(f.required("is"), closedFormScope()),
                conditions(f, closedFormScope()),
                f.text("unit"),
                f.text("label"),
                f.text("meaning")));
        f.finish();
    }

    private void threshold(Entry entry) {
        Fields f = Fields.of(entry.value(), "threshold '" + entry.key() + "'");
        String unknown = f.requiredText("unknown");
        Set<String> words = new HashSet<>(builder.numberScope().symbols());
        if (!words.add(unknown)) {
            throw new SourceException(
                    f.required("unknown").position(), "the unknown '" + unknown + "' is already a number of the model");
        }
        Node equationNode = f.required("equation");
        Expression equation = Fields.expression(equationNode, "equation", Scope.numbers(words));
        if (!equation.symbols().contains(unknown)) {
            throw new SourceException(
                    equationNode.position(), "the equation does not contain the unknown '" + unknown + "'");
        }
        Expression from = Fields.expression(f.required("from"), "from", builder.numberScope());
        Expression to = Fields.expression(f.required("to"), "to", builder.numberScope());
        builder.threshold(new Threshold(
                entry.key(),
                unknown,
                equation,
                from,
                to,
                conditions(f, builder.numberScope()),
                f.text("unit"),
                f.text("label"),
                f.text("meaning")));
        f.finish();
    }

    /** Closed forms may use thresholds and the closed forms before them. */
    private Scope closedFormScope() {
        Set<String> words = new HashSet<>(builder.numberScope().symbols());
        words.addAll(builder.numberNames());
        return Scope.numbers(words);
    }

    private static List<Expression> conditions(Fields f, Scope scope) {
        return f.optional("requires").map(n -> numbers(n, scope)).orElse(List.of());
    }

    private static List<Expression> numbers(Node node, Scope scope) {
        List<Expression> numbers = new ArrayList<>();
        for (Node item : Fields.items(node)) numbers.add(Fields.expression(item, "is", scope));
        return numbers;
    }
}
