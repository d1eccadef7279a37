package org.escapement.study.question.motion;

import java.util.List;
import java.util.stream.IntStream;
import org.escapement.model.ModelException;
import org.escapement.observables.nonlinear.Basins;
import org.escapement.study.question.OwnAxis;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * What becomes of random starts that have the constants of motion (lengths of spins) of the point's own start.
 *
 * @param aspect what is asked about their fates
 * @param draws which starts
 * @param largest number of basins whose shares are given
 */
record BasinsQuestion(Aspect aspect, Draws draws, int largest) implements Question {

    /** What can be asked. */
    enum Aspect {
        OSCILLATING("oscillating", "share of the decided starts whose motion goes on for ever"),
        ATTRACTORS("attractors", "number of attractors and families of them that the starts find"),
        SHARES("shares", "share of the starts in each basin, largest first"),
        UNDECIDED("undecided", "share of the starts without a decision");

        private final String word;
        private final String meaning;

        Aspect(String word, String meaning) {
            this.word = word;
            this.meaning = meaning;
        }

        String word() {
            return word;
        }
    }

    /**
     * Random starts, evenly on the spheres of the spins.
     *
     * @param starts how many
     * @param reach largest distance of a variable without constant of motion from its value in the point's start
     * @param seed of the random numbers
     * @param longest time after which a start without a decision is undecided, [time]
     */
    record Draws(int starts, double reach, long seed, double longest) {}

    @Override
    public Reply answer(Point point) {
        Basins basins = point.shared(draws, () -> find(point));
        int undecided = basins.unsettled().size();
        return switch (aspect) {
            case OSCILLATING -> oscillating(basins);
            case ATTRACTORS -> Reply.of(basins.basins().size(), 0);
            case SHARES -> shares(basins);
            case UNDECIDED -> share(undecided, draws.starts);
        };
    }

    private Basins find(Point point) {
        Motion motion = Motion.at(point);
        try {
            List<double[]> starts =
                    Basins.randomStarts(motion.flow(), motion.start(), draws.reach, draws.starts, draws.seed);
            return Basins.of(motion.flow(), starts, motion.policy(draws.longest));
        } catch (ArithmeticException e) {
            throw new ModelException(e.getMessage());
        }
    }

    private Reply oscillating(Basins basins) {
        int decided = draws.starts - basins.unsettled().size();
        if (decided == 0) {
            throw new ModelException("none of " + draws.starts + " starts has a decided fate; the first is "
                    + basins.unsettled().getFirst().why().describe());
        }
        return share((int) Math.round(basins.oscillating() * decided), decided);
    }

    private Reply shares(Basins basins) {
        double[] shares = IntStream.range(0, largest)
                .mapToDouble(
                        i -> i < basins.basins().size() ? basins.basins().get(i).share() : 0)
                .toArray();
        return new Reply(shares, error(shares[0], draws.starts));
    }

    private static Reply share(int count, int of) {
        double share = (double) count / of;
        return Reply.of(share, error(share, of));
    }

    /** Standard error of a share; of none or all it is that of half a count. */
    private static double error(double share, int of) {
        double inside = Math.min(Math.max(share, 0.5 / of), 1 - 0.5 / of);
        return Math.sqrt(inside * (1 - inside) / of);
    }

    @Override
    public List<OwnAxis> axes() {
        if (aspect != Aspect.SHARES) return List.of();
        List<Double> places =
                IntStream.rangeClosed(1, largest).asDoubleStream().boxed().toList();
        return List.of(new OwnAxis("basin", places, "place of the basin by its share", "basin"));
    }

    @Override
    public boolean isLaborious() {
        return true;
    }

    @Override
    public String level() {
        return Motion.LEVEL;
    }

    @Override
    public String meaning() {
        return aspect.meaning;
    }
}
