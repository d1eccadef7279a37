package org.escapement.study.question.exact;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.escapement.dynamics.exact.Liouvillian.Eigenvalue;
import org.escapement.model.ModelException;
import org.escapement.study.question.OwnAxis;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * A part of one or several eigenvalues of the generator at finite N, [rate].
 *
 * @param first rank of the first one, from 1
 * @param count how many
 * @param list whether they have an axis of their own
 */
record EigenvaluesQuestion(Selection selection, Part part, int first, int count, boolean list) implements Question {

    /** What is told of an eigenvalue. */
    enum Part {
        REAL("real part"),
        IMAGINARY("imaginary part"),
        /** Minus the real part. */
        DECAY("decay rate"),
        /** |L x - λ x| / |x|. */
        RESIDUAL("residual");

        private final String text;

        Part(String text) {
            this.text = text;
        }

        static List<String> words() {
            return List.of("real", "imaginary", "decay", "residual");
        }

        static Part of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        double of(Eigenvalue v) {
            return switch (this) {
                case REAL -> v.re();
                case IMAGINARY -> v.im();
                case DECAY -> -v.re();
                case RESIDUAL -> v.residual();
            };
        }
    }

    @Override
    public Reply answer(Point point) {
        int last = first + count - 1;
        List<Eigenvalue> found = Spectrum.first(point, selection, last);
        if (found.size() < last) {
            throw new ModelException("there are " + found.size() + " eigenvalues of this kind here, not " + last);
        }
        List<Eigenvalue> asked = found.subList(first - 1, last);
        double worst = asked.stream().mapToDouble(Eigenvalue::residual).max().orElse(0);
        return new Reply(asked.stream().mapToDouble(part::of).toArray(), worst);
    }

    @Override
    public List<OwnAxis> axes() {
        if (!list) return List.of();
        List<Double> ranks =
                IntStream.range(first, first + count).mapToObj(k -> (double) k).toList();
        return List.of(new OwnAxis("rank", ranks, "place of the eigenvalue in its order", "rank"));
    }

    @Override
    public String level() {
        return ExactPoint.LEVEL;
    }

    @Override
    public boolean isLaborious() {
        return true;
    }

    @Override
    public String meaning() {
        return part.text + (list ? " of eigenvalues" : " of an eigenvalue") + " of the generator";
    }
}
