package org.escapement.study.file;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.numerics.fit.Approach;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** Reads a fit along an axis: {@code fit: {polynomial: 5}} or {@code fit: {power law: free}}. */
final class FitReader {

    private static final int HIGHEST_ORDER = 20;
    private static final int MOST_POINTS = 10_000;

    private final SweepAxis axis;

    FitReader(SweepAxis axis) {
        this.axis = axis;
    }

    /** @param kind what is read off the fit */
    Run.Statistic.Fit read(Fields statistic, String kind) {
        Node node = statistic.required("fit");
        Approach approach = approach(node, kind);
        int points = 101;
        if (kind.equals("fitted curve")) {
            points = statistic
                    .optional("points")
                    .map(n -> whole(n, "'points'", 2, MOST_POINTS))
                    .orElse(points);
        }
        return new Run.Statistic.Fit(approach, points);
    }

    private Approach approach(Node node, String kind) {
        Fields f = Fields.of(node, "a fit");
        Optional<Node> polynomial = f.optional("polynomial");
        Optional<Node> power = f.optional("power law");
        if (polynomial.isPresent() == power.isPresent()) {
            throw new SourceException(
                    node.position(), "a fit is one of {polynomial: ORDER}, {power law: free} and {power law: LIMIT}");
        }
        Approach approach = polynomial.isPresent() ? polynomial(polynomial.get(), f) : powerLaw(power.orElseThrow());
        f.finish();
        if (polynomial.isPresent() && kind.endsWith("exponent")) {
            throw new SourceException(node.position(), "a polynomial has no free exponent; fit a 'power law'");
        }
        requirePoints(node, approach);
        return approach;
    }

    private static Approach polynomial(Node order, Fields f) {
        double step = f.optional("step").map(MeasureReader::number).orElse(1.0);
        if (!(step > 0)) throw new SourceException(f.position(), "'step' is a positive power, not " + step);
        return new Approach.Polynomial(whole(order, "the order", 1, HIGHEST_ORDER), step);
    }

    private static Approach powerLaw(Node limit) {
        boolean free = Fields.scalar(limit, "power law").text().equals("free");
        return new Approach.PowerLaw(free ? OptionalDouble.empty() : OptionalDouble.of(MeasureReader.number(limit)));
    }

    private void requirePoints(Node node, Approach approach) {
        boolean positive =
                axis instanceof SweepAxis.Values v && Arrays.stream(v.values()).allMatch(x -> x > 0);
        if (!positive) {
            throw new SourceException(
                    node.position(), "the axis '" + axis.name() + "' has no infinite end: a fit needs positive values");
        }
        if (axis.size() < approach.leastPoints()) {
            throw new SourceException(
                    node.position(),
                    "this fit needs " + approach.leastPoints() + " points at least; the axis '" + axis.name() + "' has "
                            + axis.size());
        }
    }

    private static int whole(Node node, String what, int least, int most) {
        double value = MeasureReader.number(node);
        if (value == Math.rint(value) && value >= least && value <= most) return (int) value;
        throw new SourceException(
                node.position(), what + " is a whole number from " + least + " to " + most + ", not " + value);
    }
}
