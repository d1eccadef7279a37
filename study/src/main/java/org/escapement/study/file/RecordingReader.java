package org.escapement.study.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.escapement.expression.Expression;
import org.escapement.expression.Scope;
import org.escapement.model.Model;
import org.escapement.model.NamedQuantity;
import org.escapement.observables.Measure;
import org.escapement.study.question.CrossingQuestion;
import org.escapement.study.question.Question;
import org.escapement.study.question.catalogue.Questions;
import org.escapement.study.text.MeasureReader;
import org.escapement.study.text.NumberText;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Entry;
import org.escapement.yaml.SourceException;

/** Reads what a sweep records at each point. */
final class RecordingReader {

    private final Model model;
    private final QuantityCheck quantities;

    RecordingReader(Model model, Level level) {
        this.model = model;
        this.quantities = new QuantityCheck(model, level);
    }

    List<Recording> read(Node record) {
        List<Recording> recordings = new ArrayList<>();
        for (Entry e : Fields.of(record, "the recordings").all().values()) recordings.add(recording(e, recordings));
        if (recordings.isEmpty()) throw new SourceException(record.position(), "nothing is recorded");
        return recordings;
    }

    private Recording recording(Entry e, List<Recording> before) {
        Fields f = Fields.of(e.value(), "recording '" + e.key() + "'");
        Optional<Node> value = f.optional("value");
        if (value.isPresent()) {
            Recording combined = combined(e.key(), value.get(), f, before);
            f.finish();
            return combined;
        }
        Optional<Question> question = Questions.read(f, model)
                .map(q -> f.optional("crosses")
                        .<Question>map(n -> CrossingQuestion.read(n, q, model))
                        .orElse(q));
        Optional<Node> number = f.optional("number");
        Optional<Node> quantity = f.optional("quantity");
        if (number.isPresent() && quantity.isPresent()) {
            throw new SourceException(
                    f.position(),
                    "recording '" + e.key() + "' is either a 'number' of the parameters or a 'quantity' of the state");
        }
        if (question.isPresent() && (number.isPresent() || quantity.isPresent())) {
            throw new SourceException(
                    f.position(), "recording '" + e.key() + "' asks one thing; give the other a name of its own");
        }
        Recording r = question.isPresent()
                ? asked(e.key(), question.get(), f)
                : number.isPresent() ? computed(e.key(), number.get(), f) : measured(e.key(), f);
        f.finish();
        return r;
    }

    private static Recording asked(String name, Question question, Fields f) {
        String meaning = question.meaning().isEmpty() ? name : question.meaning();
        return new Recording.Asked(
                name,
                question,
                f.text("unit").orElse(question.unit()),
                f.text("label").orElse(""),
                f.text("meaning").orElse(meaning));
    }

    private Recording measured(String name, Fields f) {
        Node node = f.required("quantity");
        Measure measure = MeasureReader.read(f);
        Expression quantity = quantities.read(node, measure);
        Optional<NamedQuantity> known = Optional.ofNullable(
                model.quantities().get(Fields.scalar(node, "quantity").text()));
        return new Recording.Measured(
                name,
                quantity,
                measure,
                f.text("unit").or(() -> known.flatMap(NamedQuantity::unit)).orElse(""),
                f.text("label").or(() -> known.flatMap(NamedQuantity::label)).orElse(""),
                f.text("meaning")
                        .or(() -> known.flatMap(NamedQuantity::meaning))
                        .orElse(name));
    }

    private Recording combined(String name, Node node, Fields f, List<Recording> before) {
        TreeSet<String> words = new TreeSet<>(model.numberScope().symbols());
        before.stream().filter(Recording::isSingle).map(Recording::name).forEach(words::add);
        return new Recording.Combined(
                name,
                Fields.expression(node, "value", Scope.numbers(words)),
                f.text("unit").orElse(""),
                f.text("label").orElse(""),
                f.text("meaning").orElse(name));
    }

    private Recording computed(String name, Node node, Fields f) {
        String text = Fields.scalar(node, "number").text();
        boolean list = model.closedForms().containsKey(text)
                && model.closedForms().get(text).values().size() != 1;
        if (list) {
            throw new SourceException(
                    node.position(),
                    "'" + text + "' is a list of "
                            + model.closedForms().get(text).values().size() + " numbers; a recording holds one");
        }
        boolean form =
                model.closedForms().containsKey(text) || model.thresholds().containsKey(text);
        Expression e = form ? Expression.ZERO : NumberText.read(model, node);
        return new Recording.Computed(
                name,
                form ? text : "",
                e,
                f.text("unit").orElse(""),
                f.text("label").orElse(""),
                f.text("meaning").orElse(name));
    }
}
