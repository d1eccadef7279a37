package org.escapement.dynamics.cumulant;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A complex polynomial of real variables, as real and imaginary part.
 */
record Polynomial(Map<Product, Double> re, Map<Product, Double> im) {

    static final Polynomial ZERO = new Polynomial(Map.of(), Map.of());

    /** A product of variables by their numbers, ascending. */
    static final class Product implements Comparable<Product> {
        static final Product EMPTY = new Product();

        private final int[] variables;
        private final int hash;

        Product(int... ascending) {
            variables = ascending;
            hash = Arrays.hashCode(ascending);
        }

        /** Number of factors. */
        int degree() {
            return variables.length;
        }

        int variable(int factor) {
            return variables[factor];
        }

        /** The product without its last factor. */
        Product start() {
            return new Product(Arrays.copyOf(variables, variables.length - 1));
        }

        int[] toArray() {
            return variables.clone();
        }

        Product times(Product other) {
            if (variables.length == 0) return other;
            if (other.variables.length == 0) return this;
            int[] all = Arrays.copyOf(variables, variables.length + other.variables.length);
            System.arraycopy(other.variables, 0, all, variables.length, other.variables.length);
            Arrays.sort(all);
            return new Product(all);
        }

        @Override
        public int compareTo(Product other) {
            return Arrays.compare(variables, other.variables);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Product p && hash == p.hash && Arrays.equals(variables, p.variables);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public String toString() {
            return Arrays.toString(variables);
        }
    }

    static Polynomial constant(double value) {
        return new Polynomial(Map.of(Product.EMPTY, value), Map.of());
    }

    /** x + i y for variables x and y; -1 stands for zero. */
    static Polynomial variable(int x, int y, double sign) {
        return new Polynomial(single(x, 1), single(y, sign));
    }

    private static Map<Product, Double> single(int variable, double factor) {
        return variable < 0 ? Map.of() : Map.of(new Product(variable), factor);
    }

    Polynomial times(Polynomial other) {
        Map<Product, Double> real = new HashMap<>();
        Map<Product, Double> imaginary = new HashMap<>();
        addProduct(real, re, other.re, 1);
        addProduct(real, im, other.im, -1);
        addProduct(imaginary, re, other.im, 1);
        addProduct(imaginary, im, other.re, 1);
        return new Polynomial(real, imaginary);
    }

    private static void addProduct(
            Map<Product, Double> sum, Map<Product, Double> a, Map<Product, Double> b, double factor) {
        a.forEach((p, x) -> b.forEach((q, y) -> sum.merge(p.times(q), factor * x * y, Double::sum)));
    }

    Polynomial plus(Polynomial other) {
        return new Polynomial(sum(re, other.re), sum(im, other.im));
    }

    private static Map<Product, Double> sum(Map<Product, Double> a, Map<Product, Double> b) {
        Map<Product, Double> sum = new HashMap<>(a);
        b.forEach((p, x) -> sum.merge(p, x, (u, v) -> u + v == 0 ? null : Double.valueOf(u + v)));
        sum.values().removeIf(x -> x == 0);
        return sum;
    }
}
