package org.escapement.papers.verify;

import java.util.ArrayList;
import java.util.List;
import org.escapement.study.Estimate;

/**
 * What was computed for an entry: numbers with error estimates in the shape of the reference value.
 *
 * @param shape empty for a single number, else the lengths of the nested lists
 */
public record Answer(List<Integer> shape, List<Estimate> numbers) {
    public Answer {
        shape = List.copyOf(shape);
        numbers = List.copyOf(numbers);
    }

    public static Answer of(Estimate number) {
        return new Answer(List.of(), List.of(number));
    }

    /** A number without error, such as a closed form. */
    public static Answer exact(double number) {
        return of(new Estimate(number, 0));
    }

    public static Answer list(List<Estimate> numbers) {
        return new Answer(List.of(numbers.size()), numbers);
    }

    /** Numbers without error. */
    public static Answer exact(double[] numbers) {
        List<Estimate> list = new ArrayList<>();
        for (double n : numbers) list.add(new Estimate(n, 0));
        return list(list);
    }

    /** Columns given as lists of equal length, transposed into rows. */
    public static Answer rows(List<List<Estimate>> columns) {
        List<Estimate> all = new ArrayList<>();
        int rows = columns.getFirst().size();
        for (int r = 0; r < rows; r++) for (List<Estimate> column : columns) all.add(column.get(r));
        return new Answer(List.of(rows, columns.size()), all);
    }
}
