package org.escapement.study.question.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.escapement.expression.Expression;
import org.escapement.model.ModelException;
import org.escapement.observables.Accuracy;
import org.escapement.observables.nonlinear.Angle;
import org.escapement.observables.nonlinear.Flow;
import org.escapement.observables.nonlinear.ObservedFrequency;
import org.escapement.observables.nonlinear.Synchronisation;
import org.escapement.study.question.OwnAxis;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * Who oscillates how fast, and who is locked to whom, in a window of time.
 *
 * @param aspect what is asked
 * @param signals quantities that oscillate, one for each part of the system
 * @param angles angles that may turn, one for each signal, or none
 * @param method how frequencies are observed
 * @param from start of the window, [time]
 * @param to end of the window, [time]
 * @param hysteresis of crossings, as a share of the range of the signal
 * @param samples of a spectrum
 * @param tolerance within which two frequencies have a locking ratio
 * @param largest number in a locking ratio
 */
record SynchronisationQuestion(
        Aspect aspect,
        List<Followed> signals,
        List<Followed> angles,
        FrequencyMethod method,
        double from,
        double to,
        double hysteresis,
        int samples,
        double tolerance,
        int largest)
        implements Question {

    SynchronisationQuestion {
        signals = List.copyOf(signals);
        angles = List.copyOf(angles);
    }

    /** What can be asked. */
    enum Aspect {
        FREQUENCIES("frequencies", "observed angular frequency, 0 at rest"),
        KINDS("kinds", "0 unbroken, 1 swinging, 2 turning"),
        MISMATCH("mismatch", "largest minus smallest observed frequency"),
        VARIANCE("variance", "population variance of the observed frequencies"),
        P("p", "p of the locking ratio p:q, 0 without one"),
        Q("q", "q of the locking ratio p:q, 0 without one"),
        CORRELATION("correlation", "Pearson's correlation coefficient of two signals");

        private final String word;
        private final String meaning;

        Aspect(String word, String meaning) {
            this.word = word;
            this.meaning = meaning;
        }

        String word() {
            return word;
        }

        /** Whether it compares exactly two signals. */
        boolean ofTwo() {
            return this == P || this == Q || this == CORRELATION;
        }

        /** Whether there is one number for each signal. */
        boolean ofEach() {
            return this == FREQUENCIES || this == KINDS;
        }
    }

    @Override
    public Reply answer(Point point) {
        Motion motion = Motion.at(point);
        try {
            double[] fine = numbers(motion, point.accuracy());
            double[] coarse = numbers(motion, Motion.coarser(point.accuracy()));
            double error = IntStream.range(0, fine.length)
                    .mapToDouble(i -> Math.abs(fine[i] - coarse[i]))
                    .max()
                    .orElse(0);
            return new Reply(fine, error);
        } catch (ArithmeticException e) {
            throw new ModelException(e.getMessage());
        }
    }

    private double[] numbers(Motion motion, Accuracy accuracy) {
        if (aspect == Aspect.CORRELATION) return new double[] {correlation(motion, accuracy)};
        List<ObservedFrequency> all = observed(motion, accuracy);
        return switch (aspect) {
            case FREQUENCIES ->
                all.stream().mapToDouble(ObservedFrequency::value).toArray();
            case KINDS -> all.stream().mapToDouble(f -> kind(f.kind())).toArray();
            case MISMATCH -> new double[] {mismatch(all)};
            case VARIANCE -> new double[] {Synchronisation.variance(all)};
            case P -> new double[] {ratio(all).p()};
            case Q -> new double[] {ratio(all).q()};
            case CORRELATION -> throw new IllegalStateException("a correlation needs no frequency");
        };
    }

    private double correlation(Motion motion, Accuracy accuracy) {
        List<Expression> two = signals(motion);
        return Synchronisation.pearson(motion.flow(), two.get(0), two.get(1), motion.start(), from, to, accuracy);
    }

    private List<Expression> signals(Motion motion) {
        return signals.stream().map(s -> s.principal(motion)).toList();
    }

    private List<ObservedFrequency> observed(Motion motion, Accuracy accuracy) {
        Flow flow = motion.flow();
        double[] start = motion.start();
        return switch (method) {
            case WINDING -> winding(motion, accuracy);
            case CROSSINGS ->
                Synchronisation.crossingFrequencies(flow, signals(motion), start, from, to, hysteresis, accuracy);
            case SPECTRUM ->
                Synchronisation.spectralFrequencies(flow, signals(motion), start, from, to, samples, accuracy);
        };
    }

    /** An angle that does not turn says nothing about the frequency with which it swings: the signal's crossings do. */
    private List<ObservedFrequency> winding(Motion motion, Accuracy accuracy) {
        double[] start = motion.start();
        List<Angle> all = angles.stream()
                .map(a -> new Angle(a.quantity().text(), a.principal(motion)))
                .toList();
        List<ObservedFrequency> found =
                new ArrayList<>(Synchronisation.windingRates(motion.flow(), all, start, from, to, accuracy));
        List<Integer> swinging = IntStream.range(0, found.size())
                .filter(i -> found.get(i).kind() == ObservedFrequency.Kind.OSCILLATING)
                .boxed()
                .toList();
        if (swinging.isEmpty()) return found;
        List<Expression> those = swinging.stream().map(signals(motion)::get).toList();
        List<ObservedFrequency> crossings =
                Synchronisation.crossingFrequencies(motion.flow(), those, start, from, to, hysteresis, accuracy);
        for (int k = 0; k < swinging.size(); k++) found.set(swinging.get(k), crossings.get(k));
        return found;
    }

    private static int kind(ObservedFrequency.Kind kind) {
        return switch (kind) {
            case UNBROKEN -> 0;
            case OSCILLATING -> 1;
            case TURNING -> 2;
        };
    }

    private static double mismatch(List<ObservedFrequency> all) {
        double most = all.stream().mapToDouble(ObservedFrequency::value).max().orElse(0);
        double least = all.stream().mapToDouble(ObservedFrequency::value).min().orElse(0);
        return most - least;
    }

    private Synchronisation.LockingRatio ratio(List<ObservedFrequency> two) {
        return Synchronisation.lockingRatio(two.get(0).value(), two.get(1).value(), tolerance, largest)
                .orElse(new Synchronisation.LockingRatio(0, 0, 0));
    }

    @Override
    public List<OwnAxis> axes() {
        if (!aspect.ofEach()) return List.of();
        List<Double> numbers = IntStream.rangeClosed(1, signals.size())
                .asDoubleStream()
                .boxed()
                .toList();
        return List.of(new OwnAxis("signal", numbers, "place of the signal in the list", "signal"));
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
