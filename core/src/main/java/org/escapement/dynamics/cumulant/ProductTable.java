package org.escapement.dynamics.cumulant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escapement.dynamics.cumulant.Polynomial.Product;

/**
 * Products of variables, each as a shorter product times a variable, so that common beginnings are multiplied once.
 * Immutable.
 */
final class ProductTable {

    private final Map<Product, Integer> numbers = new HashMap<>();
    private final int[] prefix;
    private final int[] last;
    private final int[][] factors;

    ProductTable(List<Product> wanted) {
        List<Product> all = new ArrayList<>();
        for (Product p : wanted) insert(p, all);
        prefix = new int[all.size()];
        last = new int[all.size()];
        factors = new int[all.size()][];
        for (int i = 0; i < all.size(); i++) {
            Product p = all.get(i);
            factors[i] = p.toArray();
            prefix[i] = p.degree() == 0 ? -1 : numbers.get(p.start());
            last[i] = p.degree() == 0 ? -1 : p.variable(p.degree() - 1);
        }
    }

    private void insert(Product p, List<Product> all) {
        if (numbers.containsKey(p)) return;
        if (p.degree() > 0) insert(p.start(), all);
        numbers.put(p, all.size());
        all.add(p);
    }

    int count() {
        return prefix.length;
    }

    int number(Product p) {
        return numbers.get(p);
    }

    /** Factors of a product, ascending; not to be changed. */
    int[] factors(int product) {
        return factors[product];
    }

    /** Writes all products at the values of the variables. */
    void evaluate(double[] x, double[] products) {
        for (int i = 0; i < prefix.length; i++) products[i] = prefix[i] < 0 ? 1 : products[prefix[i]] * x[last[i]];
    }
}
