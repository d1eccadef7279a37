package org.escapement.study.question.motion;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.question.motion.SynchronisationQuestion.Aspect;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** {@code synchronisation: {ask: mismatch, of: [mz1, mz2], angles: [phase1, phase2], window: [200, 2200]}}. */
public final class SynchronisationKind implements QuestionKind {

    private static final double HYSTERESIS = 0.1;
    private static final double SAMPLES = 8192;
    private static final double TOLERANCE = 1e-4;
    private static final double LARGEST = 20;

    @Override
    public String word() {
        return "synchronisation";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        Fields f = Fields.of(node, "a question about synchronisation");
        Aspect aspect = aspect(f.required("ask"));
        List<Followed> signals =
                f.list("of").stream().map(n -> Followed.read(n, model)).toList();
        List<Followed> angles =
                f.list("angles").stream().map(n -> angle(n, model)).toList();
        requireCounts(f, aspect, signals, angles);
        FrequencyMethod method = method(f.optional("by"), angles);
        double[] window = MeasureReader.window(f.required("window"));
        Question q = new SynchronisationQuestion(
                aspect,
                signals,
                angles,
                method,
                window[0],
                window[1],
                between(f.optional("hysteresis"), HYSTERESIS, 0, 0.49),
                (int) between(f.optional("samples"), SAMPLES, 16, 1 << 22),
                between(f.optional("tolerance"), TOLERANCE, 1e-12, 0.1),
                (int) between(f.optional("largest"), LARGEST, 1, 10_000));
        f.finish();
        return q;
    }

    private static Aspect aspect(Node node) {
        List<String> words = Arrays.stream(Aspect.values()).map(Aspect::word).toList();
        return Aspect.values()[words.indexOf(Fields.choice(node, "question about synchronisation", words))];
    }

    private static Followed angle(Node node, OpenSystem model) {
        Followed angle = Followed.read(node, model);
        if (angle.isAngle()) return angle;
        throw new SourceException(
                node.position(), "an angle is written angle(y, x), as the definition of a quantity or here");
    }

    private static void requireCounts(Fields f, Aspect aspect, List<Followed> signals, List<Followed> angles) {
        if (signals.size() < 2) {
            throw new SourceException(f.position(), "'of' lists two or more quantities that oscillate");
        }
        if (aspect.ofTwo() && signals.size() != 2) {
            throw new SourceException(
                    f.position(), "'" + aspect.word() + "' compares two quantities, not " + signals.size());
        }
        if (!angles.isEmpty() && angles.size() != signals.size()) {
            throw new SourceException(
                    f.position(),
                    "there are " + signals.size() + " quantities and " + angles.size() + " angles: one angle for each");
        }
    }

    private static FrequencyMethod method(Optional<Node> node, List<Followed> angles) {
        if (node.isEmpty()) return angles.isEmpty() ? FrequencyMethod.CROSSINGS : FrequencyMethod.WINDING;
        List<String> words = Arrays.stream(FrequencyMethod.values())
                .map(FrequencyMethod::word)
                .toList();
        FrequencyMethod method = FrequencyMethod.values()[words.indexOf(Fields.choice(node.get(), "method", words))];
        if (method == FrequencyMethod.WINDING && angles.isEmpty()) {
            throw new SourceException(
                    node.get().position(),
                    "winding is that of angles: list them under 'angles', one for each quantity");
        }
        return method;
    }

    private static double between(Optional<Node> node, double preset, double least, double most) {
        return node.map(n -> MeasureReader.between(n, least, most)).orElse(preset);
    }
}
