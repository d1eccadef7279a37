package org.escapement.study.question.catalogue;

import org.escapement.model.ModelException;
import org.escapement.study.question.Point;
import org.escapement.study.question.PointNumber;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * The smallest number of atoms at which the answer to a question is beyond a level. Every size is asked from the smallest
 * on, so that the answer need not be monotone in it.
 *
 * @param size the symbol of the number of atoms
 * @param beyond what has to be true of the answer
 * @param from first size asked
 * @param to last size asked
 */
record FirstSizeQuestion(Question of, String size, Beyond beyond, int from, int to) implements Question {

    /** A level and on which side of it; its numbers may depend on the point and on the size. */
    sealed interface Beyond {
        boolean holds(double answer, Point point);

        String text();
    }

    record Above(PointNumber limit) implements Beyond {
        @Override
        public boolean holds(double answer, Point point) {
            return answer > point.number(limit);
        }

        @Override
        public String text() {
            return "above " + limit;
        }
    }

    record Below(PointNumber limit) implements Beyond {
        @Override
        public boolean holds(double answer, Point point) {
            return answer < point.number(limit);
        }

        @Override
        public String text() {
            return "below " + limit;
        }
    }

    /** Away from a value by more than a distance, on either side. */
    record Away(PointNumber value, PointNumber distance) implements Beyond {
        @Override
        public boolean holds(double answer, Point point) {
            return Math.abs(answer - point.number(value)) > point.number(distance);
        }

        @Override
        public String text() {
            return "away from " + value + " by more than " + distance;
        }
    }

    @Override
    public Reply answer(Point point) {
        for (int n = from; n <= to; n++) {
            Point here = point.with(size, n);
            if (beyond.holds(of.answer(here).values()[0], here)) return Reply.of(n, 0);
        }
        throw new ModelException(
                "no size from " + from + " to " + to + " at which this is " + beyond.text() + ": raise 'to'");
    }

    @Override
    public String level() {
        return of.level();
    }

    @Override
    public boolean isLaborious() {
        return true;
    }

    @Override
    public String meaning() {
        return "smallest " + size + " at which this is " + beyond.text() + ": " + of.meaning();
    }
}
