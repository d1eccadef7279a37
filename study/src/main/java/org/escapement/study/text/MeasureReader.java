package org.escapement.study.text;

import java.util.List;
import java.util.Optional;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Scope;
import org.escapement.observables.Measure;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** Reads how a quantity is read off: {@code average: [250, 500]}, {@code at: 3}, {@code series: {...}} and so on. */
public final class MeasureReader {

    private static final List<String> WORDS = List.of(
            "at",
            "average",
            "rate",
            "rotation rate",
            "maximum",
            "minimum",
            "time of maximum",
            "time of minimum",
            "range",
            "series",
            "spectrum",
            "spectral peak",
            "crossing frequency");

    private MeasureReader() {}

    /** The measure named by one of the keys of a mapping. */
    public static Measure read(Fields f) {
        Measure found = null;
        String first = "";
        for (String word : WORDS) {
            Optional<Node> node = f.optional(word);
            if (node.isEmpty()) continue;
            if (found != null) {
                throw new SourceException(
                        node.get().position(),
                        "a quantity is read off in one way, not by '" + first + "' and '" + word
                                + "': record it twice under two names");
            }
            first = word;
            found = measure(word, node.get());
        }
        if (found == null) {
            throw new SourceException(
                    f.position(), "say how the quantity is read off, one of: " + String.join(", ", WORDS));
        }
        return found;
    }

    private static Measure measure(String word, Node node) {
        return switch (word) {
            case "at" -> new Measure.AtTime(time(node));
            case "series" -> series(node);
            case "spectrum" -> spectrum(node);
            case "spectral peak" -> {
                Fields f = Fields.of(node, "a spectral peak");
                double[] w = sampled(f);
                f.finish();
                yield new Measure.SpectralPeak(w[0], w[1], w[2]);
            }
            case "crossing frequency" -> crossings(node);
            case "rotation rate" -> {
                Fields f = Fields.of(node, "a rotation rate");
                double[] w = sampled(f);
                f.finish();
                yield new Measure.RotationRate(w[0], w[1], w[2]);
            }
            default -> window(word, node);
        };
    }

    private static Measure crossings(Node node) {
        Fields f = Fields.of(node, "a crossing frequency");
        double[] w = window(f.required("window"));
        double hysteresis = f.optional("hysteresis").map(MeasureReader::number).orElse(0.1);
        f.finish();
        if (!(hysteresis >= 0 && hysteresis < 0.5)) {
            throw new SourceException(node.position(), "the hysteresis is a fraction of the range below 0.5");
        }
        return new Measure.CrossingFrequency(w[0], w[1], hysteresis);
    }

    private static Measure window(String word, Node node) {
        double[] w = window(node);
        return switch (word) {
            case "average" -> new Measure.Average(w[0], w[1]);
            case "rate" -> new Measure.Rate(w[0], w[1]);
            case "maximum" -> new Measure.Extremum(w[0], w[1], true, false);
            case "minimum" -> new Measure.Extremum(w[0], w[1], false, false);
            case "time of maximum" -> new Measure.Extremum(w[0], w[1], true, true);
            case "time of minimum" -> new Measure.Extremum(w[0], w[1], false, true);
            default -> new Measure.Range(w[0], w[1]);
        };
    }

    /** A window of time, {@code [begin, end]}. */
    public static double[] window(Node node) {
        List<Node> ends = Fields.items(node);
        if (ends.size() != 2) throw new SourceException(node.position(), "a window is [begin, end]");
        double from = time(ends.get(0));
        double to = time(ends.get(1));
        if (!(to > from)) {
            throw new SourceException(
                    node.position(), "a window ends after it begins; this one goes from " + from + " to " + to);
        }
        return new double[] {from, to};
    }

    private static double[] sampled(Fields f) {
        double[] w = window(f.required("window"));
        double step = number(f.required("step"));
        if (!(step > 0 && step < w[1] - w[0])) {
            throw new SourceException(f.position(), "the sampling step must be positive and shorter than the window");
        }
        return new double[] {w[0], w[1], step};
    }

    private static Measure spectrum(Node node) {
        Fields f = Fields.of(node, "a spectrum");
        double[] w = sampled(f);
        boolean angular = f.optional("angular").map(MeasureReader::yes).orElse(false);
        Measure.Lines whole = new Measure.Lines(0, Double.POSITIVE_INFINITY, 0, false, 0, angular);
        Measure.Spectrum all = new Measure.Spectrum(w[0], w[1], w[2], whole);
        double[] range = f.optional("frequencies")
                .map(n -> frequencies(n, (angular ? Math.PI : 0.5) / w[2]))
                .orElse(new double[] {0, all.frequencies().getLast()});
        int bins = f.optional("bins").map(n -> bins(n, range, all)).orElse(0);
        boolean normalised = f.optional("normalised").map(MeasureReader::yes).orElse(false);
        double floor = f.optional("floor").map(MeasureReader::number).orElse(0.0);
        f.finish();
        return new Measure.Spectrum(
                w[0], w[1], w[2], new Measure.Lines(range[0], range[1], bins, normalised, floor, angular));
    }

    private static boolean yes(Node node) {
        return Fields.choice(node, "answer", List.of("true", "false")).equals("true");
    }

    private static double[] frequencies(Node node, double highest) {
        double[] range =
                Fields.items(node).stream().mapToDouble(MeasureReader::number).toArray();
        if (range.length != 2 || !(range[0] >= 0 && range[1] > range[0] && range[1] <= highest)) {
            throw new SourceException(
                    node.position(),
                    "the frequencies kept are [lowest, highest] between 0 and " + highest
                            + ", half the rate of sampling");
        }
        return range;
    }

    /** A bin narrower than the spacing of the lines would stay empty. */
    private static int bins(Node node, double[] range, Measure.Spectrum all) {
        double bins = number(node);
        double most = Math.floor((range[1] - range[0]) / all.spacing() * (1 + 1e-12));
        if (bins == Math.rint(bins) && bins >= 1 && bins <= most) return (int) bins;
        throw new SourceException(
                node.position(), "'bins' is a whole number from 1 to " + (long) most + ", the lines in the range");
    }

    private static Measure series(Node node) {
        List<Double> times = GridText.read(node, "a series", "times");
        if (times.getFirst() < 0) {
            throw new SourceException(
                    node.position(), "times count from the start at 0; " + times.getFirst() + " is before it");
        }
        return new Measure.Series(times);
    }

    private static double time(Node node) {
        double t = number(node);
        if (t < 0)
            throw new SourceException(node.position(), "times count from the start at 0; " + t + " is before it");
        return t;
    }

    /** A finite number that may be written as an expression such as {@code 2*pi}. */
    public static double number(Node node) {
        double value = Evaluation.of(Fields.expression(node, "number", Scope.numbers(List.of())), name -> Double.NaN);
        if (!Double.isFinite(value)) throw new SourceException(node.position(), "a finite number is needed here");
        return value;
    }

    /** A finite number within limits. */
    public static double between(Node node, double least, double most) {
        double value = number(node);
        if (value >= least && value <= most) return value;
        throw new SourceException(node.position(), "a number from " + least + " to " + most + ", not " + value);
    }

    /** A whole number within limits. */
    public static int whole(Node node, int least, int most) {
        double value = number(node);
        if (value == Math.rint(value) && value >= least && value <= most) return (int) value;
        throw new SourceException(node.position(), "a whole number from " + least + " to " + most + ", not " + value);
    }
}
