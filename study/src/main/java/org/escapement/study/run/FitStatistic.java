package org.escapement.study.run;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.escapement.data.Axis;
import org.escapement.numerics.fit.Approach;
import org.escapement.study.file.Run;

/** What is read off a fit along an axis. */
final class FitStatistic {

    private FitStatistic() {}

    /** Positions of a fitted curve in the inverse of the axis, from the infinite end to the first point. */
    static double[] inverses(Run.Statistic s, Axis along) {
        double largest = 1 / Arrays.stream(along.values()).min().orElseThrow();
        int points = s.fit().orElseThrow().points();
        return IntStream.range(0, points)
                .mapToDouble(k -> largest * k / (points - 1))
                .toArray();
    }

    /** One number, or the values of the curve; NaN when no fit of the kind goes through the points. */
    static double[] of(Run.Statistic s, double[] line, Axis along) {
        int length = s.kind() == Run.Statistic.Kind.FITTED_CURVE
                ? s.fit().orElseThrow().points()
                : 1;
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        if (Arrays.stream(line).anyMatch(Double::isNaN)) return values;
        Integer[] order = IntStream.range(0, line.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(along::value));
        double[] x = Arrays.stream(order).mapToDouble(along::value).toArray();
        double[] y = Arrays.stream(order).mapToDouble(k -> line[k]).toArray();
        try {
            read(s, s.fit().orElseThrow().approach().through(x, y), along, values);
        } catch (ArithmeticException e) {
            return values;
        }
        return values;
    }

    private static void read(Run.Statistic s, Approach.Result fit, Axis along, double[] values) {
        switch (s.kind()) {
            case LIMIT -> values[0] = fit.limit();
            case ERROR_OF_LIMIT -> values[0] = fit.limitError();
            case EXPONENT -> values[0] = fit.exponent();
            case ERROR_OF_EXPONENT -> values[0] = fit.exponentError();
            case FITTED_CURVE -> {
                double[] inverses = inverses(s, along);
                for (int k = 0; k < values.length; k++) {
                    double y = fit.curve().applyAsDouble(1 / inverses[k]);
                    values[k] = Double.isFinite(y) ? y : Double.NaN;
                }
            }
            default -> throw new IllegalArgumentException(s.kind() + " is not read off a fit");
        }
    }
}
