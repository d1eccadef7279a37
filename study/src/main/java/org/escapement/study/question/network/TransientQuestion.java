package org.escapement.study.question.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.escapement.dynamics.response.Estimated;
import org.escapement.dynamics.response.OscillatorStart;
import org.escapement.dynamics.response.PhaseSpaceState;
import org.escapement.dynamics.response.Transients;
import org.escapement.model.ModelException;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.observables.information.Ergotropy;
import org.escapement.observables.information.GaussianState;
import org.escapement.study.question.OwnAxis;
import org.escapement.study.question.Point;
import org.escapement.study.question.PointNumber;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * A property of the oscillators' Gaussian state at given times, exact in all couplings.
 *
 * @param groups oscillators by index, or positions (2l) and momenta (2l + 1)
 * @param starts numbers given for each oscillator; none for the bare ground states
 * @param settled the periodic state instead of a start
 * @param times when
 * @param series whether the answer has an axis of times
 * @param tolerance of covariances in units of the vacuum's
 */
record TransientQuestion(
        TransientAspect aspect,
        List<List<Integer>> groups,
        List<Map<String, PointNumber>> starts,
        boolean settled,
        List<Double> times,
        boolean series,
        double tolerance)
        implements Question {

    /** Shortfall of the uncertainty relation that the error of an integral may explain. */
    private static final double VIOLATION = 100;

    @Override
    public Reply answer(Point point) {
        HarmonicNetwork network = point.network();
        List<PhaseSpaceState> states = point.shared(List.of(starts, settled, times, tolerance), () -> states(point));
        double[] values = new double[times.size()];
        double error = 0;
        for (int i = 0; i < values.length; i++) {
            Estimated e = value(network, states.get(i));
            values[i] = e.value();
            error = Math.max(error, e.error());
        }
        return new Reply(values, error);
    }

    private List<PhaseSpaceState> states(Point point) {
        HarmonicNetwork network = point.network();
        Transients transients = new Transients(network, tolerance);
        List<PhaseSpaceState> states = new ArrayList<>();
        if (settled) {
            for (double t : times) states.add(transients.settled(t));
            return states;
        }
        List<OscillatorStart> all = new ArrayList<>();
        for (int l = 0; l < network.size(); l++) {
            Map<String, PointNumber> given = starts.isEmpty() ? Map.of() : starts.get(l);
            all.add(new OscillatorStart(
                    number(point, given, "temperature"),
                    number(point, given, "squeezing"),
                    number(point, given, "angle"),
                    number(point, given, "position"),
                    number(point, given, "momentum")));
        }
        Transients.Evolution evolution = transients.from(all);
        for (double t : times) states.add(evolution.at(t));
        return states;
    }

    private static double number(Point point, Map<String, PointNumber> given, String key) {
        return given.containsKey(key) ? point.number(given.get(key)) : 0;
    }

    private Estimated value(HarmonicNetwork network, PhaseSpaceState state) {
        int[] first = indices(groups.getFirst());
        return switch (aspect) {
            case COVARIANCE -> state.covariance(first[0], groups.get(1).getFirst());
            case MEAN -> new Estimated(state.mean(first[0]), 0);
            case ENERGY -> energy(network, state, first);
            case ENTROPY -> estimated(gaussian(state, first).entropy(), state, first);
            case ERGOTROPY -> ergotropy(network, state, first);
            case MUTUAL_INFORMATION -> {
                int[] second = indices(groups.get(1));
                double between = gaussian(state, joined(first, second))
                        .mutualInformation(places(0, first.length), places(first.length, first.length + second.length));
                yield estimated(between, state, joined(first, second));
            }
            case NEGATIVITY -> {
                int[] second = indices(groups.get(1));
                double between = gaussian(state, joined(first, second))
                        .logarithmicNegativity(
                                places(0, first.length), places(first.length, first.length + second.length));
                yield estimated(between, state, joined(first, second));
            }
        };
    }

    private static int[] indices(List<Integer> group) {
        return group.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] joined(int[] a, int[] b) {
        return IntStream.concat(IntStream.of(a), IntStream.of(b)).toArray();
    }

    private static int[] places(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    private GaussianState gaussian(PhaseSpaceState state, int[] oscillators) {
        GaussianState gaussian = GaussianState.ofSecondMoments(state.canonical(oscillators));
        if (gaussian.smallest() < 1 - VIOLATION * tolerance) {
            throw new ModelException("the covariances violate the uncertainty relation (symplectic eigenvalue "
                    + gaussian.smallest() + "): ask for a smaller tolerance");
        }
        return gaussian;
    }

    /** Measures of information change by about as much as the covariances in units of the vacuum's. */
    private static Estimated estimated(double value, PhaseSpaceState state, int[] oscillators) {
        return new Estimated(value, 4 * oscillators.length * state.canonicalError(oscillators));
    }

    /** sum_l <p_l^2>/2m_l + m_l w_l^2 <x_l^2>/2, displacements included. */
    private static Estimated energy(HarmonicNetwork network, PhaseSpaceState state, int[] oscillators) {
        double sum = displacement(network, state, oscillators);
        double error = 0;
        double[][] v = state.canonical(oscillators);
        for (int k = 0; k < oscillators.length; k++) {
            double w = network.oscillators().get(oscillators[k]).frequency();
            sum += w / 2 * (v[2 * k][2 * k] + v[2 * k + 1][2 * k + 1]);
            error += w * state.canonicalError(oscillators[k]);
        }
        return new Estimated(sum, error);
    }

    private static double displacement(HarmonicNetwork network, PhaseSpaceState state, int[] oscillators) {
        double sum = 0;
        for (int l : oscillators) {
            double m = network.oscillators().get(l).mass();
            double w = network.oscillators().get(l).frequency();
            double x = state.mean(2 * l);
            double p = state.mean(2 * l + 1);
            sum += p * p / (2 * m) + m * w * w * x * x / 2;
        }
        return sum;
    }

    private Estimated ergotropy(HarmonicNetwork network, PhaseSpaceState state, int[] oscillators) {
        double[][] h = new double[2 * oscillators.length][2 * oscillators.length];
        double fastest = 0;
        for (int i = 0; i < h.length; i++) {
            h[i][i] = network.oscillators().get(oscillators[i / 2]).frequency();
            fastest = Math.max(fastest, h[i][i]);
        }
        double centred = Ergotropy.ofGaussian(gaussian(state, oscillators), h);
        return new Estimated(
                centred + displacement(network, state, oscillators),
                4 * oscillators.length * fastest * state.canonicalError(oscillators));
    }

    @Override
    public String level() {
        return "all orders in all couplings";
    }

    @Override
    public boolean isLaborious() {
        return true;
    }

    @Override
    public List<OwnAxis> axes() {
        return series ? List.of(new OwnAxis("t", times, "time", "$t$")) : List.of();
    }

    @Override
    public String meaning() {
        return aspect.meaning(aspect.ofTwoGroups() ? "two groups of oscillators" : "oscillators");
    }

    @Override
    public String unit() {
        return aspect == TransientAspect.ENTROPY || aspect.ofTwoGroups() ? "nats" : "";
    }
}
