package org.escapement.study.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.escapement.data.Axis;
import org.escapement.data.Dataset;
import org.escapement.data.Grid;
import org.escapement.data.Variable;
import org.escapement.model.ModelException;

/** Reads one number from a dataset: a value, or a statistic of the points inside given ranges. */
final class DataReading {

    /** A point inside the ranges: its index along every axis of the variable, and its value. */
    private record Reading(int[] index, double value) {}

    private DataReading() {}

    static double read(Dataset data, ClaimMeasure.Data question) {
        Variable variable = variable(data, question.variable());
        List<Reading> inside = inside(data, variable, question);
        if (inside.isEmpty())
            throw new ModelException("no computed point of '" + variable.name() + "' is in the ranges");
        return switch (question.statistic()) {
            case VALUE -> inside.getFirst().value();
            case MEAN -> inside.stream().mapToDouble(Reading::value).average().orElseThrow();
            case MINIMUM -> inside.stream().mapToDouble(Reading::value).min().orElseThrow();
            case MAXIMUM -> inside.stream().mapToDouble(Reading::value).max().orElseThrow();
            case VARIANCE -> variance(inside);
            case FRACTION_BELOW -> {
                double level = question.level().orElseThrow();
                yield (double) inside.stream().filter(r -> r.value() < level).count() / inside.size();
            }
            case POSITION_OF_MAXIMUM -> {
                Reading largest = inside.stream()
                        .max(Comparator.comparingDouble(Reading::value))
                        .orElseThrow();
                yield position(data, variable, question, largest);
            }
            case POSITION_OF_JUMP -> jump(data, variable, question, inside);
        };
    }

    private static Variable variable(Dataset data, String name) {
        try {
            return data.schema().variable(name);
        } catch (IllegalArgumentException e) {
            throw new ModelException(e.getMessage());
        }
    }

    /** Points whose coordinates lie in the ranges; a single number means the nearest grid value. */
    private static List<Reading> inside(Dataset data, Variable variable, ClaimMeasure.Data question) {
        int[] shape = data.schema().shape(variable);
        double[] values = data.values(variable.name());
        List<Reading> readings = new ArrayList<>();
        for (int offset = 0; offset < values.length; offset++) {
            int[] index = Grid.index(shape, offset);
            boolean kept = !Double.isNaN(values[offset]);
            for (int k = 0; k < index.length && kept; k++) {
                kept = accepts(data.axis(variable.axes().get(k)), index[k], question);
            }
            if (kept) readings.add(new Reading(index, values[offset]));
        }
        return readings;
    }

    private static boolean accepts(Axis axis, int index, ClaimMeasure.Data question) {
        List<Double> range = question.ranges().get(axis.name());
        if (range == null) return true;
        if (range.size() == 1) return axis.nearest(range.getFirst()) == index;
        return axis.value(index) >= range.get(0) && axis.value(index) <= range.get(1);
    }

    private static double variance(List<Reading> inside) {
        double mean = inside.stream().mapToDouble(Reading::value).average().orElseThrow();
        return inside.stream()
                .mapToDouble(r -> (r.value() - mean) * (r.value() - mean))
                .average()
                .orElseThrow();
    }

    private static double position(Dataset data, Variable variable, ClaimMeasure.Data question, Reading reading) {
        return data.axis(question.axis()).value(reading.index()[place(variable, question)]);
    }

    private static int place(Variable variable, ClaimMeasure.Data question) {
        int place = variable.axes().indexOf(question.axis());
        if (place < 0) {
            throw new ModelException(
                    "'along' must name an axis of '" + variable.name() + "': " + String.join(", ", variable.axes()));
        }
        return place;
    }

    private static double jump(Dataset data, Variable variable, ClaimMeasure.Data question, List<Reading> inside) {
        double best = -1;
        double where = Double.NaN;
        for (int i = 1; i < inside.size(); i++) {
            double change = Math.abs(inside.get(i).value() - inside.get(i - 1).value());
            if (change > best) {
                best = change;
                double left = position(data, variable, question, inside.get(i - 1));
                where = (left + position(data, variable, question, inside.get(i))) / 2;
            }
        }
        return where;
    }
}
