package org.escapement.numerics.ode;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the weights of a Runge-Kutta method from text, so that they stand in the source as published.
 * <p>A row starts with {@code stage <node>}, {@code extra <node>} (a stage needed only between the grid times),
 * {@code error} or {@code dense}; the lines below it hold {@code <index> <weight>} for the weights that are not zero.
 * A number is a decimal or a fraction {@code a/b} of exact integers.
 */
final class TableauText {
    private record Row(String kind, double node, double[] weights) {}

    private static final int WIDEST = 32;

    private final List<Row> rows = new ArrayList<>();

    private TableauText(String text) {
        for (String line : text.lines().map(String::strip).toList()) {
            String[] words = line.split(" +");
            if (Character.isDigit(words[0].charAt(0))) {
                rows.getLast().weights()[Integer.parseInt(words[0])] = number(words[1]);
            } else {
                rows.add(new Row(words[0], words.length > 1 ? number(words[1]) : 0, new double[WIDEST]));
            }
        }
    }

    static Tableau parse(String name, int order, int errorOrder, String text) {
        TableauText read = new TableauText(text);
        return new Tableau(
                name,
                order,
                errorOrder,
                read.nodes("stage"),
                read.weights("stage"),
                read.weights("error"),
                read.nodes("extra"),
                read.weights("extra"),
                read.weights("dense"));
    }

    private double[] nodes(String kind) {
        return rows.stream()
                .filter(row -> row.kind().equals(kind))
                .mapToDouble(Row::node)
                .toArray();
    }

    private double[][] weights(String kind) {
        return rows.stream()
                .filter(row -> row.kind().equals(kind))
                .map(Row::weights)
                .toArray(double[][]::new);
    }

    private static double number(String word) {
        int bar = word.indexOf('/');
        return bar < 0
                ? Double.parseDouble(word)
                : Double.parseDouble(word.substring(0, bar)) / Double.parseDouble(word.substring(bar + 1));
    }
}
