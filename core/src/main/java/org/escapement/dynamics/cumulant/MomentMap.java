package org.escapement.dynamics.cumulant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Symbol;
import org.escapement.algebra.Word;
import org.escapement.dynamics.cumulant.Polynomial.Product;

/**
 * Linear combinations of moments as functions of the variables, with coefficients that are numbers at a parameter point.
 * What needs no numbers is done once: each closed moment is one polynomial shared by all rows, and products of variables
 * are shared by all polynomials. Immutable.
 */
final class MomentMap {

    /**
     * One real output.
     *
     * @param combination coefficients by word
     * @param imaginary whether the imaginary part of the combination is meant, not the real one
     */
    record Row(Map<Word, Coefficient> combination, boolean imaginary) {}

    /** An entry of the sparse matrix from features to outputs: sign times a part of a coefficient. */
    private record Entry(int feature, int coefficient, boolean imaginaryPart, double sign) {}

    private final VariableIndex index;
    private final List<Coefficient> coefficients = new ArrayList<>();
    private final Map<Coefficient, Integer> coefficientNumbers = new HashMap<>();
    private final List<List<Entry>> rows = new ArrayList<>();
    /** Features are the polynomials that outputs are linear combinations of. */
    private final List<Map<Product, Double>> features = new ArrayList<>();

    private final Map<Word, int[]> featuresOfWords = new HashMap<>();
    private final ProductTable products;
    private final double[][] featureFactors;
    private final int[][] featureProducts;

    MomentMap(VariableIndex index, List<Row> wanted) {
        this.index = index;
        for (Row row : wanted) rows.add(entries(row));
        Set<Product> all = new HashSet<>();
        features.forEach(f -> all.addAll(f.keySet()));
        products = new ProductTable(all.stream().sorted().toList());
        featureFactors = new double[features.size()][];
        featureProducts = new int[features.size()][];
        for (int f = 0; f < features.size(); f++) {
            Map<Product, Double> sorted = new TreeMap<>(features.get(f));
            featureFactors[f] =
                    sorted.values().stream().mapToDouble(Double::doubleValue).toArray();
            featureProducts[f] =
                    sorted.keySet().stream().mapToInt(products::number).toArray();
        }
    }

    private List<Entry> entries(Row row) {
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<Word, Coefficient> term : row.combination().entrySet()) {
            Word name = MomentVariable.representative(term.getKey());
            double conjugate = name.equals(term.getKey()) ? 1 : -1;
            int[] parts = featuresOfWords.computeIfAbsent(name, this::addFeatures);
            int c = coefficient(term.getValue());
            // (a + i b)(u + i v): a u - b v and a v + b u.
            if (row.imaginary()) {
                if (parts[1] >= 0) entries.add(new Entry(parts[1], c, false, conjugate));
                if (parts[0] >= 0) entries.add(new Entry(parts[0], c, true, 1));
            } else {
                if (parts[0] >= 0) entries.add(new Entry(parts[0], c, false, 1));
                if (parts[1] >= 0) entries.add(new Entry(parts[1], c, true, -conjugate));
            }
        }
        entries.removeIf(e -> vanishes(coefficients.get(e.coefficient()), e.imaginaryPart()));
        return entries;
    }

    private static boolean vanishes(Coefficient c, boolean imaginaryPart) {
        return c.terms().values().stream().allMatch(x -> imaginaryPart ? x.im().isZero() : x.re().isZero());
    }

    private int[] addFeatures(Word word) {
        Polynomial moment = index.moment(word);
        return new int[] {addFeature(moment.re()), addFeature(moment.im())};
    }

    private int addFeature(Map<Product, Double> polynomial) {
        if (polynomial.isEmpty()) return -1;
        features.add(polynomial);
        return features.size() - 1;
    }

    private int coefficient(Coefficient c) {
        return coefficientNumbers.computeIfAbsent(c, k -> {
            coefficients.add(k);
            return coefficients.size() - 1;
        });
    }

    int outputs() {
        return rows.size();
    }

    int variables() {
        return index.variables().size();
    }

    /** Number of products in the largest closed expression's table, for reports. */
    int products() {
        return products.count();
    }

    /** Which variables each output depends on, as the products of its features; empty products are constants. */
    List<List<Product>> structure() {
        List<List<Product>> all = new ArrayList<>();
        for (List<Entry> row : rows) {
            List<Product> seen = new ArrayList<>();
            row.forEach(e -> seen.addAll(features.get(e.feature()).keySet()));
            all.add(seen);
        }
        return all;
    }

    /** The map at a parameter point. */
    MomentFunction at(ToDoubleFunction<Symbol> values, double size) {
        double[][] numbers = new double[2][coefficients.size()];
        for (int i = 0; i < coefficients.size(); i++) {
            numbers[0][i] = coefficients.get(i).evaluate(values, size);
            numbers[1][i] =
                    coefficients.get(i).isReal() ? 0 : coefficients.get(i).evaluateImaginary(values, size);
        }
        int[][] columns = new int[rows.size()][];
        double[][] entries = new double[rows.size()][];
        for (int r = 0; r < rows.size(); r++) {
            Map<Integer, Double> row = new LinkedHashMap<>();
            for (Entry e : rows.get(r)) {
                row.merge(e.feature(), e.sign() * numbers[e.imaginaryPart() ? 1 : 0][e.coefficient()], Double::sum);
            }
            columns[r] = row.keySet().stream().mapToInt(Integer::intValue).toArray();
            entries[r] = row.values().stream().mapToDouble(Double::doubleValue).toArray();
        }
        return new MomentFunction(variables(), products, featureProducts, featureFactors, columns, entries);
    }
}
