package org.escapement.study.question.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.response.Estimated;
import org.escapement.dynamics.response.NormalModes;
import org.escapement.dynamics.response.Resonances;
import org.escapement.dynamics.response.StaticState;
import org.escapement.model.ModelException;
import org.escapement.study.question.OwnAxis;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * A property of the oscillators with their static baths alone.
 *
 * @param of oscillators, or the number of a mode
 * @param grid times or frequencies of the answer, or the range that is searched
 */
record StaticQuestion(StaticAspect aspect, List<String> of, List<Double> grid) implements Question {

    @Override
    public Reply answer(Point point) {
        StaticState state = NetworkPoint.state(point);
        return switch (aspect) {
            case COVARIANCE -> reply(state.covariance(oscillator(point, 0), oscillator(point, 1)));
            case PEARSON -> reply(state.pearson(oscillator(point, 0), oscillator(point, 1)));
            case REGRESSION -> reply(state.regression(oscillator(point, 0), oscillator(point, 1)));
            case CORRELATION -> series(t -> state.correlation(oscillator(point, 0), oscillator(point, 1), t));
            case RESPONSE -> {
                Resonances r = resonances(state);
                yield series(t -> new Estimated(r.inTime(oscillator(point, 0), oscillator(point, 1), t), 0));
            }
            case ABSORPTION -> series(w -> new Estimated(NormalModes.absorption(state.response(), w), 0));
            case PEAK_FREQUENCY -> reply(peak(state).frequency());
            case PEAK_HEIGHT -> reply(peak(state).height());
            case MODE_FREQUENCY -> Reply.of(mode(state).frequency(), 0);
            case LINEWIDTH -> Reply.of(mode(state).linewidth(), 0);
        };
    }

    private static Reply reply(Estimated e) {
        return Reply.of(e.value(), e.error());
    }

    private Reply series(DoubleFunction<Estimated> f) {
        List<Estimated> all = new ArrayList<>();
        for (double x : grid) all.add(f.apply(x));
        return new Reply(
                all.stream().mapToDouble(Estimated::value).toArray(),
                all.stream().mapToDouble(Estimated::error).max().orElse(0));
    }

    private int oscillator(Point point, int place) {
        return point.network().oscillator(of.get(place));
    }

    private NormalModes.Peak peak(StaticState state) {
        return NormalModes.peak(state.response(), grid.get(0), grid.get(1));
    }

    private static Resonances resonances(StaticState state) {
        return state.resonances()
                .orElseThrow(
                        () -> new NotApplicableException(
                                "a static bath has a power-law or tabulated density, so the network has no finite set of modes"));
    }

    private NormalModes.Mode mode(StaticState state) {
        List<NormalModes.Mode> modes = NormalModes.of(resonances(state));
        int wanted = Integer.parseInt(of.getFirst());
        if (wanted <= modes.size()) return modes.get(wanted - 1);
        throw new ModelException("there is no normal mode " + wanted + ": the network has " + modes.size());
    }

    @Override
    public List<OwnAxis> axes() {
        return switch (aspect) {
            case CORRELATION, RESPONSE -> List.of(new OwnAxis("t", grid, "time", "$t$"));
            case ABSORPTION -> List.of(new OwnAxis("w", grid, "angular frequency", "$\\omega$"));
            default -> List.of();
        };
    }

    @Override
    public String level() {
        return "static response";
    }

    @Override
    public String meaning() {
        return aspect.meaning(of);
    }
}
