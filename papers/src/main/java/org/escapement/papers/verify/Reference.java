package org.escapement.papers.verify;

import java.util.List;

/**
 * The reference value of an acceptance entry.
 *
 * @param shape empty for a single number, else the lengths of the nested lists
 * @param numbers row by row; NaN where the file has something that is no number
 */
public record Reference(List<Integer> shape, List<Double> numbers) {
    public Reference {
        shape = List.copyOf(shape);
        numbers = List.copyOf(numbers);
    }

    /**
     * The largest deviation in units of what is allowed, by the rule of the acceptance files: |x - ref| &lt;= atol + rtol
     * |ref| for every number.
     *
     * @return NaN when the shapes differ or a number is missing
     */
    double worst(Answer answer, double atol, double rtol) {
        if (!shape.equals(answer.shape()) || numbers.size() != answer.numbers().size()) return Double.NaN;
        double worst = 0;
        for (int i = 0; i < numbers.size(); i++) {
            double value = answer.numbers().get(i).value();
            double reference = numbers.get(i);
            double ratio = value == reference ? 0 : Math.abs(value - reference) / (atol + rtol * Math.abs(reference));
            if (Double.isNaN(ratio)) return Double.NaN;
            worst = Math.max(worst, ratio);
        }
        return worst;
    }
}
