package org.escapement.study.question.catalogue;

import java.util.List;
import java.util.Optional;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.question.collision.CollisionsKind;
import org.escapement.study.question.exact.CountingKind;
import org.escapement.study.question.exact.EigenvalueKind;
import org.escapement.study.question.exact.EigenvaluesKind;
import org.escapement.study.question.exact.GapKind;
import org.escapement.study.question.exact.InformationKind;
import org.escapement.study.question.exact.NoiseKind;
import org.escapement.study.question.exact.StationaryKind;
import org.escapement.study.question.exact.TrajectoriesKind;
import org.escapement.study.question.gaussian.GaussianCountingKind;
import org.escapement.study.question.gaussian.GaussianCycleKind;
import org.escapement.study.question.gaussian.GaussianKind;
import org.escapement.study.question.gaussian.MesoscopicKind;
import org.escapement.study.question.moments.CumulantsKind;
import org.escapement.study.question.moments.SamplesKind;
import org.escapement.study.question.moments.TensorsKind;
import org.escapement.study.question.motion.BasinsKind;
import org.escapement.study.question.motion.BoundaryKind;
import org.escapement.study.question.motion.DriftKind;
import org.escapement.study.question.motion.FixedPointsKind;
import org.escapement.study.question.motion.HysteresisKind;
import org.escapement.study.question.motion.LongTimeKind;
import org.escapement.study.question.motion.PassageKind;
import org.escapement.study.question.motion.ResponseKind;
import org.escapement.study.question.motion.SynchronisationKind;
import org.escapement.study.question.network.AllOrdersKind;
import org.escapement.study.question.network.SecondOrderKind;
import org.escapement.study.question.network.StaticKind;
import org.escapement.study.question.network.TransientKind;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** The catalogue of everything that can be asked; a new kind adds its line here. */
public final class Questions {

    private static final List<QuestionKind> KINDS = List.of(
            new LongTimeKind(),
            new BoundaryKind(),
            new PassageKind(),
            new ResponseKind(),
            new DriftKind(),
            new SynchronisationKind(),
            new FixedPointsKind(),
            new BasinsKind(),
            new HysteresisKind(),
            new StationaryKind(),
            new EigenvalueKind(),
            new EigenvaluesKind(),
            new GapKind(),
            new TrajectoriesKind(),
            new NoiseKind(),
            new CountingKind(),
            new InformationKind(),
            new GaussianKind(),
            new GaussianCountingKind(),
            new GaussianCycleKind(),
            new MesoscopicKind(),
            new CollisionsKind(),
            new CumulantsKind(),
            new TensorsKind(),
            new SamplesKind(),
            new SecondOrderKind(),
            new AllOrdersKind(),
            new StaticKind(),
            new TransientKind(),
            new FirstSizeKind(),
            new CrossingKind());

    private Questions() {}

    /** The words that ask. */
    public static List<String> words() {
        return KINDS.stream().map(QuestionKind::word).toList();
    }

    /** The question among the keys of a recording or a claim's measure, if there is one. */
    public static Optional<Question> read(Fields f, Model model) {
        Optional<Question> found = Optional.empty();
        String first = "";
        for (QuestionKind kind : KINDS) {
            Optional<Node> node = f.optional(kind.word());
            if (node.isEmpty()) continue;
            if (found.isPresent()) {
                throw new SourceException(
                        node.get().position(),
                        "one thing is asked at a time, not '" + first + "' and '" + kind.word()
                                + "': record them under two names");
            }
            first = kind.word();
            found = Optional.of(read(kind, node.get(), model));
        }
        return found;
    }

    private static Question read(QuestionKind kind, Node node, Model model) {
        try {
            return kind.read(node, model);
        } catch (ModelException e) {
            throw new SourceException(node.position(), e.getMessage());
        }
    }
}
