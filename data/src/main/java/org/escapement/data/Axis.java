package org.escapement.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One named direction of a grid: a parameter that was walked, a time, or a list of categories.
 *
 * @param name column and dimension name, for example {@code J_z}
 * @param values one number per position; for categories simply 0, 1, 2 ...
 * @param categories names of the positions, empty for a numeric axis
 * @param unit unit as text, {@code "1"} or empty when it has none
 * @param longName a phrase for humans
 * @param label text with LaTeX-like mathematics for figures, for example {@code $J_z/\kappa$}
 */
public record Axis(String name, double[] values, List<String> categories, String unit, String longName, String label) {

    public Axis {
        Names.check("axis", name);
        values = values.clone();
        categories = List.copyOf(categories);
        if (!categories.isEmpty() && categories.size() != values.length) {
            throw new IllegalArgumentException("Axis \"" + name + "\" has " + values.length + " positions but "
                    + categories.size() + " categories: give one category for each position.");
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "Axis \"" + name + "\" holds " + value + ": every position must be a finite number.");
            }
        }
    }

    /** A numeric axis without unit, labelled by its own name. */
    public static Axis of(String name, double... values) {
        return of(name, values, "", name, name);
    }

    /** A numeric axis. */
    public static Axis of(String name, double[] values, String unit, String longName, String label) {
        return new Axis(name, values, List.of(), unit, longName, label);
    }

    /** An axis whose positions have names instead of numbers. */
    public static Axis of(String name, List<String> categories, String longName, String label) {
        double[] positions =
                IntStream.range(0, categories.size()).asDoubleStream().toArray();
        return new Axis(name, positions, categories, "", longName, label);
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    /** Number of positions. */
    public int size() {
        return values.length;
    }

    public double value(int index) {
        return values[index];
    }

    public boolean categorical() {
        return !categories.isEmpty();
    }

    /** The position as text: the category, or the number in full precision. */
    public String text(int index) {
        return categorical() ? categories.get(index) : Double.toString(values[index]);
    }

    /** Index of the position closest to a value; the lower index when two are equally close. */
    public int nearest(double value) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (Math.abs(values[i] - value) < Math.abs(values[best] - value)) {
                best = i;
            }
        }
        return best;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Axis that
                && name.equals(that.name)
                && Arrays.equals(values, that.values)
                && categories.equals(that.categories)
                && unit.equals(that.unit)
                && longName.equals(that.longName)
                && label.equals(that.label);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Axis[" + name + ", " + values.length + " positions]";
    }
}
