package org.escapement.study.question;

import java.util.List;

/**
 * Something asked at one parameter point: the period of an orbit, the gap of a generator, a measure of entanglement.
 *
 * <p>Implementations are records whose components say everything that was asked, because their text is part of what
 * makes a run the same run when it is resumed. They are immutable and safe to share between threads; what is worth
 * keeping between points belongs into {@link Point#prepared}.
 */
public interface Question {

    /**
     * The answer at a point: one number, or one for each combination of {@link #axes} in row-major order.
     *
     * @throws org.escapement.model.ModelException when there is none here, with the reason in one sentence
     */
    Reply answer(Point point);

    /** The level of description that answers, in the words of the field, for instance {@code mean field}. */
    String level();

    /** Whether an answer can take so long that each is worth keeping by itself. */
    default boolean isLaborious() {
        return false;
    }

    /** Axes of the answer beside those of the sweep; none for a single number. */
    default List<OwnAxis> axes() {
        return List.of();
    }

    /** What the number is, for datasets and figures, when the study does not say. */
    default String meaning() {
        return "";
    }

    /** Unit of the answer, when the study does not say. */
    default String unit() {
        return "";
    }
}
