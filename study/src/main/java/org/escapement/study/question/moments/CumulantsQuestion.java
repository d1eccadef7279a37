package org.escapement.study.question.moments;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.escapement.dynamics.cumulant.CumulantOptions;
import org.escapement.dynamics.equations.SystemSize;
import org.escapement.model.ModelException;
import org.escapement.study.question.OwnAxis;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * Something asked of closed moment equations.
 *
 * @param options order, size, use of the Casimir
 * @param from where the search for the stationary state begins
 * @param minus the level whose answer is subtracted
 * @param unphysical whether moments that belong to no state are accepted
 */
record CumulantsQuestion(Aspect aspect, CumulantOptions options, From from, Reference minus, boolean unphysical)
        implements Question {

    /** Where the search for the stationary state begins: unpolarised spins and empty modes, or the run's start. */
    enum From {
        MIXED,
        START;

        static List<String> words() {
            return Arrays.stream(values())
                    .map(f -> f.name().toLowerCase(Locale.ROOT))
                    .toList();
        }

        static From of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    @Override
    public Reply answer(Point point) {
        try {
            Reply own = own(point);
            if (minus == Reference.NOTHING) return own;
            Reply other = reference().answer(point);
            double[] difference = own.values().clone();
            for (int i = 0; i < difference.length; i++) difference[i] -= other.values()[i];
            return new Reply(difference, () -> own.error() + other.error());
        } catch (ArithmeticException e) {
            throw new ModelException("the closed moment equations have no answer here: " + e.getMessage());
        }
    }

    private Question reference() {
        Aspect asked = aspect instanceof Aspect.FactorisedNoise n ? new Aspect.Noise(n.of()) : aspect;
        return minus == Reference.DIFFUSION
                ? new TensorsQuestion(asked, SystemSize.INFINITE)
                : new ExactReference(asked);
    }

    private Reply own(Point point) {
        if (aspect instanceof Aspect.Evolving e) return ClosedEvolution.of(point, options, e);
        ClosedState state = ClosedState.at(point, new ClosedState.Asked(options, from, charged(point)));
        if (!unphysical && !(aspect instanceof Aspect.Positivity)) state.requirePhysical();
        Function<ClosedState, double[]> reading = s -> s.read(point, aspect);
        double[] values = reading.apply(state);
        return new Reply(values, () -> difference(values, reading.apply(state.displaced())));
    }

    /** Whether moments that carry a charge matter although the stationary state has none. */
    private boolean charged(Point point) {
        return switch (aspect) {
            case Aspect.Gap g -> true;
            case Aspect.Noise n -> ClosedState.isCharged(point, options, n.of());
            case Aspect.Correlation c ->
                ClosedState.isCharged(point, options, c.later()) || ClosedState.isCharged(point, options, c.earlier());
            default -> false;
        };
    }

    private static double difference(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
        return largest;
    }

    @Override
    public String level() {
        String size = options.size() == SystemSize.FINITE ? "finite N" : "infinite N";
        return "cumulants of order " + options.order() + ", " + size + ", Casimir "
                + options.casimir().text();
    }

    @Override
    public List<OwnAxis> axes() {
        return aspect.axes();
    }

    @Override
    public String meaning() {
        String difference = switch (minus) {
            case NOTHING -> "";
            case EXACT -> ", less that of the master equation";
            case DIFFUSION -> ", less that of the diffusion";
        };
        return aspect.meaning() + difference;
    }

    @Override
    public String unit() {
        return aspect.unit();
    }
}
