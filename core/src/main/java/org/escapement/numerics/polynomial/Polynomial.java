package org.escapement.numerics.polynomial;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A polynomial with real coefficients in a fixed number of variables. Immutable.
 *
 * @param variables how many there are
 * @param terms coefficient of each monomial, given by the exponents of all variables; no coefficient is zero
 */
public record Polynomial(int variables, Map<List<Integer>, Double> terms) {

    public Polynomial {
        Map<List<Integer>, Double> kept = new LinkedHashMap<>();
        terms.forEach((exponents, c) -> {
            if (c != 0) kept.put(List.copyOf(exponents), c);
        });
        terms = Collections.unmodifiableMap(kept);
    }

    public static Polynomial constant(int variables, double value) {
        return new Polynomial(variables, Map.of(zeros(variables), value));
    }

    public static Polynomial variable(int variables, int index) {
        Integer[] exponents = new Integer[variables];
        Arrays.fill(exponents, 0);
        exponents[index] = 1;
        return new Polynomial(variables, Map.of(List.of(exponents), 1.0));
    }

    private static List<Integer> zeros(int variables) {
        return Collections.nCopies(variables, 0);
    }

    public boolean isZero() {
        return terms.isEmpty();
    }

    /** Largest total degree; 0 for constants. */
    public int degree() {
        return terms.keySet().stream()
                .mapToInt(e -> e.stream().mapToInt(Integer::intValue).sum())
                .max()
                .orElse(0);
    }

    /** Largest exponent of one variable. */
    public int degreeIn(int variable) {
        return terms.keySet().stream().mapToInt(e -> e.get(variable)).max().orElse(0);
    }

    /** Largest modulus of a coefficient. */
    public double largest() {
        return terms.values().stream().mapToDouble(Math::abs).max().orElse(0);
    }

    /** Coefficient of a variable's first power alone. */
    public double linear(int variable) {
        Integer[] exponents = new Integer[variables];
        Arrays.fill(exponents, 0);
        exponents[variable] = 1;
        return terms.getOrDefault(List.of(exponents), 0.0);
    }

    public Polynomial plus(Polynomial other) {
        Map<List<Integer>, Double> sum = new LinkedHashMap<>(terms);
        other.terms.forEach((e, c) -> sum.merge(e, c, Double::sum));
        return new Polynomial(variables, sum);
    }

    public Polynomial times(double factor) {
        Map<List<Integer>, Double> product = new LinkedHashMap<>();
        terms.forEach((e, c) -> product.put(e, factor * c));
        return new Polynomial(variables, product);
    }

    public Polynomial times(Polynomial other) {
        Map<List<Integer>, Double> product = new LinkedHashMap<>();
        terms.forEach((a, x) -> other.terms.forEach((b, y) -> {
            Integer[] sum = new Integer[variables];
            for (int i = 0; i < variables; i++) sum[i] = a.get(i) + b.get(i);
            product.merge(List.of(sum), x * y, Double::sum);
        }));
        return new Polynomial(variables, product);
    }

    public Polynomial power(int exponent) {
        Polynomial result = constant(variables, 1);
        for (int i = 0; i < exponent; i++) result = result.times(this);
        return result;
    }

    /** The same with a variable replaced by a polynomial. */
    public Polynomial substitute(int variable, Polynomial value) {
        Polynomial result = new Polynomial(variables, Map.of());
        for (Map.Entry<List<Integer>, Double> term : terms.entrySet()) {
            Integer[] rest = term.getKey().toArray(Integer[]::new);
            int exponent = rest[variable];
            rest[variable] = 0;
            Polynomial factor = new Polynomial(variables, Map.of(List.of(rest), term.getValue()));
            result = result.plus(exponent == 0 ? factor : factor.times(value.power(exponent)));
        }
        return result;
    }

    /** Without terms that are only rounding of larger ones that cancelled. */
    public Polynomial withoutRounding(double scale) {
        Map<List<Integer>, Double> kept = new LinkedHashMap<>();
        terms.forEach((e, c) -> {
            if (Math.abs(c) > 1e-14 * scale) kept.put(e, c);
        });
        return new Polynomial(variables, kept);
    }

    /** Real and imaginary part of the value at a complex point. */
    public double[] at(double[] re, double[] im) {
        double sumRe = 0;
        double sumIm = 0;
        for (Map.Entry<List<Integer>, Double> term : terms.entrySet()) {
            double x = term.getValue();
            double y = 0;
            for (int i = 0; i < variables; i++) {
                for (int k = 0; k < term.getKey().get(i); k++) {
                    double next = x * re[i] - y * im[i];
                    y = x * im[i] + y * re[i];
                    x = next;
                }
            }
            sumRe += x;
            sumIm += y;
        }
        return new double[] {sumRe, sumIm};
    }

    /** The same polynomial in some of the variables, which are all that occur. */
    Polynomial in(List<Integer> kept) {
        Map<List<Integer>, Double> renamed = new LinkedHashMap<>();
        terms.forEach((e, c) -> renamed.put(kept.stream().map(e::get).toList(), c));
        return new Polynomial(kept.size(), renamed);
    }
}
