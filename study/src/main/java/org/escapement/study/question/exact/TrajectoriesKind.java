package org.escapement.study.question.exact;

import java.util.List;
import java.util.Optional;
import org.escapement.expression.Expression;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.observables.Measure;
import org.escapement.observables.means.ExactLevel;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.question.exact.TrajectoriesQuestion.Part;
import org.escapement.study.text.MeasureReader;
import org.escapement.study.text.QuantityText;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** {@code trajectories: {of: m_z, count: 100, at: 4}}: a quantity averaged over quantum trajectories from the start. */
public final class TrajectoriesKind implements QuestionKind {

    private static final int MOST = 1_000_000;

    @Override
    public String word() {
        return "trajectories";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        Fields f = Fields.of(node, "a question to trajectories");
        Node of = f.required("of");
        Expression quantity = QuantityText.read(model, of, "of");
        String text = Fields.scalar(of, "of").text();
        try {
            ExactLevel.requireStationary(model, StationaryQuestion.measurement(quantity));
        } catch (ModelException e) {
            throw new SourceException(of.position(), e.getMessage());
        }
        if (!ExactLevel.isOfStateVector(model, quantity)) {
            throw new SourceException(
                    of.position(), "'" + text + "' needs the density matrix: use the level \"exact\"");
        }
        Part part = f.optional("part")
                .map(n -> Part.of(Fields.choice(n, "part", Part.words())))
                .orElse(Part.MEAN);
        TrajectoriesQuestion.Sampling sampling = sampling(f);
        Measure when = MeasureReader.read(f);
        f.finish();
        boolean series = when instanceof Measure.Series;
        return new TrajectoriesQuestion(quantity, text, part, sampling, times(node, when), series);
    }

    private static TrajectoriesQuestion.Sampling sampling(Fields f) {
        Optional<Node> count = f.optional("count");
        Optional<Node> error = f.optional("error");
        if (count.isPresent() == error.isPresent()) {
            throw new SourceException(
                    f.position(), "say how many trajectories: 'count', or the standard 'error' at which to stop");
        }
        int seed = f.optional("seed").map(n -> whole(n, "a seed", 0)).orElse(1);
        int most = f.optional("at most")
                .map(n -> whole(n, "a number of trajectories", 2))
                .orElse(10_000);
        double wanted = error.map(TrajectoriesKind::positive).orElse(0.0);
        return new TrajectoriesQuestion.Sampling(
                count.map(n -> whole(n, "a number of trajectories", 2)).orElse(most), wanted, seed);
    }

    private static List<Double> times(Node node, Measure when) {
        return switch (when) {
            case Measure.AtTime t -> List.of(t.time());
            case Measure.Series s -> s.times();
            default -> throw new SourceException(node.position(), "trajectories are read off by: at, series");
        };
    }

    private static double positive(Node node) {
        double value = MeasureReader.number(node);
        if (value > 0) return value;
        throw new SourceException(node.position(), "a standard error is positive, not " + value);
    }

    private static int whole(Node node, String what, int least) {
        double value = MeasureReader.number(node);
        if (value == Math.rint(value) && value >= least && value <= MOST) return (int) value;
        throw new SourceException(
                node.position(), what + " is a whole number from " + least + " to " + MOST + ", not " + value);
    }
}
