package org.escapement.study.question.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.escapement.expression.Expression;
import org.escapement.observables.means.ExactLevel;
import org.escapement.observables.means.TrajectoryAverages;
import org.escapement.observables.means.TrajectoryEnsemble.Statistic;
import org.escapement.study.question.OwnAxis;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;
import org.escapement.study.text.QuantityText;

/**
 * A quantity averaged over quantum trajectories from the start: an estimate of what the density matrix would give, with
 * its standard error.
 *
 * @param name of the quantity in the model, or its text
 * @param series whether the times are an axis
 */
record TrajectoriesQuestion(
        Expression quantity, String name, Part part, Sampling sampling, List<Double> times, boolean series)
        implements Question {

    /** What is told. */
    enum Part {
        MEAN("average over trajectories"),
        STANDARD_ERROR("standard error of the average over trajectories"),
        LOWER("average over trajectories less its standard error"),
        UPPER("average over trajectories and its standard error"),
        COUNT("number of trajectories");

        private final String meaning;

        Part(String meaning) {
            this.meaning = meaning;
        }

        static List<String> words() {
            return Arrays.stream(values())
                    .map(p -> p.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .toList();
        }

        static Part of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
        }
    }

    /**
     * How many trajectories.
     *
     * @param most the number, or with an error asked for the largest one
     * @param error standard error at which to stop, 0 for none
     * @param seed equal seeds give equal trajectories
     */
    record Sampling(int most, double error, int seed) {}

    TrajectoriesQuestion {
        times = List.copyOf(times);
    }

    /** Runs that several quantities share, and the quantities in their order. */
    private record Runs(TrajectoryAverages averages, List<String> names) {}

    @Override
    public Reply answer(Point point) {
        Runs runs = runs(point);
        int index = runs.names.indexOf(name);
        if (sampling.error > 0) runs.averages.reach(sampling.error, index, sampling.most);
        else runs.averages.reach(sampling.most);
        List<Statistic> found = runs.averages.values(index);
        double worst =
                found.stream().mapToDouble(Statistic::standardError).max().orElse(0);
        double[] values =
                found.stream().mapToDouble(s -> told(s, runs.averages)).toArray();
        return new Reply(values, part == Part.STANDARD_ERROR || part == Part.COUNT ? 0 : worst);
    }

    private double told(Statistic s, TrajectoryAverages averages) {
        return switch (part) {
            case MEAN -> s.value();
            case STANDARD_ERROR -> s.standardError();
            case LOWER -> s.value() - s.standardError();
            case UPPER -> s.value() + s.standardError();
            case COUNT -> averages.count();
        };
    }

    /** The same trajectories serve all quantities that the model names: to read off costs less than to evolve. */
    private Runs runs(Point point) {
        record Key(Sampling sampling, List<Double> times, String alone) {}
        boolean named = sampling.error == 0 && point.model().quantities().containsKey(name);
        Key key = new Key(sampling, times, named ? "" : name);
        return point.shared(key, () -> {
            List<String> names = named ? readable(point) : List.of(name);
            List<Expression> quantities = new ArrayList<>();
            for (String n : names) quantities.add(n.equals(name) ? quantity : QuantityText.parse(point.model(), n));
            double[] at = times.stream().mapToDouble(Double::doubleValue).toArray();
            return new Runs(
                    new TrajectoryAverages(ExactPoint.system(point), point.start(), quantities, at, sampling.seed),
                    names);
        });
    }

    /** Quantities of the model that a state vector at one time has. */
    private static List<String> readable(Point point) {
        return point.model().quantities().keySet().stream()
                .filter(n -> ExactLevel.isOfStateVector(point.model(), QuantityText.parse(point.model(), n)))
                .toList();
    }

    @Override
    public List<OwnAxis> axes() {
        return series ? List.of(new OwnAxis("t", times, "time", "t")) : List.of();
    }

    @Override
    public String level() {
        return "trajectories";
    }

    @Override
    public boolean isLaborious() {
        return true;
    }

    @Override
    public String meaning() {
        return name + ", " + part.meaning;
    }
}
