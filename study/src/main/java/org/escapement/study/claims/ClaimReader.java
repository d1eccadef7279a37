package org.escapement.study.claims;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.expression.NearestWord;
import org.escapement.expression.Scope;
import org.escapement.model.Model;
import org.escapement.observables.Measure;
import org.escapement.study.file.Level;
import org.escapement.study.file.LevelReader;
import org.escapement.study.file.QuantityCheck;
import org.escapement.study.file.Study;
import org.escapement.study.question.Question;
import org.escapement.study.question.catalogue.Questions;
import org.escapement.study.text.MeasureReader;
import org.escapement.study.text.NumberText;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Entry;
import org.escapement.yaml.SourceException;

/** Reads the claims section of a study. */
public final class ClaimReader {

    private final Study study;
    private final Model model;
    private final LevelReader levels;
    private final Map<Level, QuantityCheck> checks = new HashMap<>();

    public ClaimReader(Study study) {
        this.study = study;
        this.model = study.model();
        this.levels = new LevelReader(model);
    }

    /** All claims in the order of the file. */
    public List<Claim> read() {
        return study.claims().stream().map(this::claim).toList();
    }

    private Claim claim(Node node) {
        Fields f = Fields.of(node, "a claim");
        Map<String, ClaimMeasure> measures = new LinkedHashMap<>();
        f.optional("measure").ifPresent(n -> measures.put("x", measure(n)));
        f.optional("measures")
                .ifPresent(n -> Fields.of(n, "the measures")
                        .all()
                        .values()
                        .forEach(e -> measures.put(e.key(), measure(e.value()))));
        if (f.optional("measure").isPresent() && f.optional("measures").isPresent()) {
            throw new SourceException(f.position(), "a claim has one 'measure' or several 'measures', not both");
        }
        if (measures.isEmpty()) f.required("measure");
        Scope names = Scope.numbers(measures.keySet());
        Expression first = Expression.symbol(measures.keySet().iterator().next());
        Claim claim = new Claim(
                f.requiredText("says"),
                f.text("source").orElse(""),
                number(f.optional("claimed")),
                number(f.optional("corrected")),
                number(f.optional("within")).orElse(0),
                measures,
                f.optional("value")
                        .map(n -> Fields.expression(n, "value", names))
                        .orElse(first),
                conditions(f, "holds", names),
                conditions(f, "corrected holds", names),
                f.text("note").orElse(""),
                f.position());
        f.finish();
        return claim;
    }

    /** One condition, or a list of conditions that all have to be true. */
    private static List<Expression> conditions(Fields f, String key, Scope names) {
        return f.list(key).stream().map(n -> Fields.expression(n, key, names)).toList();
    }

    private static OptionalDouble number(Optional<Node> node) {
        return node.map(n -> OptionalDouble.of(value(n))).orElse(OptionalDouble.empty());
    }

    static double value(Node n) {
        double value = Evaluation.of(Fields.expression(n, "number", Scope.numbers(List.of())), s -> Double.NaN);
        if (Double.isNaN(value)) throw new SourceException(n.position(), "a number is needed here");
        return value;
    }

    private ClaimMeasure measure(Node node) {
        Fields f = Fields.of(node, "a measure");
        ClaimMeasure m;
        Optional<Question> question = Questions.read(f, model);
        if (question.isPresent()) m = crossing(asked(node, question.get(), f), f);
        else if (f.optional("data").isPresent()) m = data(f);
        else if (f.optional("number").isPresent()) m = new ClaimMeasure.Number(number(f.required("number")), set(f));
        else m = point(f);
        f.finish();
        return m;
    }

    private String number(Node node) {
        String text = Fields.scalar(node, "number").text();
        boolean form =
                model.closedForms().containsKey(text) || model.thresholds().containsKey(text);
        if (!form) NumberText.read(model, node);
        return text;
    }

    private ClaimMeasure point(Fields f) {
        Node quantity = f.required("quantity");
        Measure measure = MeasureReader.read(f);
        ClaimMeasure.Place place = place(f);
        Level level = levels.read(f.optional("level"), place.set().keySet(), place.cutOffs());
        checks.computeIfAbsent(level, l -> new QuantityCheck(model, l)).read(quantity, measure);
        return crossing(new ClaimMeasure.Point(f.requiredText("quantity"), place, level, measure), f);
    }

    private ClaimMeasure.AtPoint asked(Node node, Question question, Fields f) {
        ClaimMeasure.Place place = place(f);
        levels.requireFor(question, node, place.set().keySet(), place.cutOffs());
        return new ClaimMeasure.Asked(question, place);
    }

    private ClaimMeasure.Place place(Fields f) {
        Map<String, Double> set = set(f);
        Set<String> words = new TreeSet<>(model.parameters().keySet());
        words.addAll(set.keySet());
        return new ClaimMeasure.Place(set, start(f), levels.cutOffs(f.optional("cut-offs"), words));
    }

    private ClaimMeasure crossing(ClaimMeasure.AtPoint point, Fields f) {
        Optional<Node> crossing = f.optional("crosses");
        if (crossing.isEmpty()) return point;
        Fields c = Fields.of(crossing.get(), "a crossing");
        List<Node> ends = c.list("between");
        if (ends.size() != 2) throw new SourceException(c.position(), "'between' needs [lower, upper]");
        ClaimMeasure result = new ClaimMeasure.Crossing(
                point,
                unknown(c.required("unknown")),
                value(ends.get(0)),
                value(ends.get(1)),
                value(c.required("level")),
                value(c.required("width")));
        c.finish();
        return result;
    }

    private Optional<String> start(Fields f) {
        return f.optional("start")
                .map(n -> Fields.choice(n, "state", List.copyOf(model.states().keySet())));
    }

    private String unknown(Node node) {
        return Fields.choice(node, "parameter", List.copyOf(model.parameters().keySet()));
    }

    private Map<String, Double> set(Fields f) {
        Map<String, Double> set = new LinkedHashMap<>();
        f.optional("set").ifPresent(n -> {
            for (Entry e : Fields.of(n, "the values set").all().values()) {
                if (!model.parameters().containsKey(e.key()) && !e.key().equals(model.size())) {
                    throw new SourceException(
                            e.keyPosition(),
                            "the model has no parameter '" + e.key() + "'"
                                    + NearestWord.hint(
                                            e.key(), model.parameters().keySet()));
                }
                set.put(e.key(), value(e.value()));
            }
        });
        return set;
    }

    private ClaimMeasure data(Fields f) {
        return new DataQuestionReader(study).read(f);
    }
}
