package org.escapement.study.question.collision;

import java.util.List;
import java.util.Optional;
import org.escapement.model.Bath;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** {@code collisions: {ask: heat, time: 1, duration: 0.1, levels: 6}}: the collision model at finite N. */
public final class CollisionsKind implements QuestionKind {

    private static final int MOST_STEPS = 1_000_000;

    @Override
    public String word() {
        return "collisions";
    }

    @Override
    public Question read(Node node, Model model) {
        Fields f = Fields.of(node, "collisions");
        Ask ask = Ask.of(Fields.choice(f.required("ask"), "question", Ask.words()));
        Optional<String> bath = f.optional("bath").map(n -> bath(n, ask, OpenSystem.of(model)));
        double time = positive(f.required("time"), "the time");
        List<Double> durations = Fields.items(f.required("duration")).stream()
                .map(n -> duration(n, time))
                .toList();
        List<Integer> levels = Fields.items(f.required("levels")).stream()
                .map(CollisionsKind::levels)
                .toList();
        f.finish();
        return new CollisionsQuestion(ask, bath, time, durations, levels);
    }

    private static String bath(Node node, Ask ask, OpenSystem model) {
        if (ask != Ask.HEAT) throw new SourceException(node.position(), "only 'heat' is told for one bath");
        return Fields.choice(
                node, "bath", model.baths().values().stream().map(Bath::name).toList());
    }

    private static double positive(Node node, String what) {
        double value = MeasureReader.number(node);
        if (value > 0) return value;
        throw new SourceException(node.position(), what + " is positive, not " + value);
    }

    private static double duration(Node node, double time) {
        double duration = positive(node, "a duration");
        double steps = time / duration;
        if (Math.abs(steps - Math.rint(steps)) > 1e-6 || steps > MOST_STEPS) {
            throw new SourceException(
                    node.position(),
                    "the duration must divide the time " + time + " into at most " + MOST_STEPS + " whole collisions");
        }
        return duration;
    }

    private static int levels(Node node) {
        double levels = MeasureReader.number(node);
        if (levels == Math.rint(levels) && levels >= 2 && levels <= 1000) return (int) levels;
        throw new SourceException(node.position(), "a number of levels is whole and from 2 up, not " + levels);
    }
}
