package org.escapement.dynamics.cumulant;

import java.util.Arrays;

/**
 * A polynomial map of real variables with numbers filled in: products, then features as sums of products, then outputs
 * as sparse sums of features. Keeps work arrays; one instance for each thread.
 */
final class MomentFunction {

    private final int variables;
    private final ProductTable table;
    private final int[][] featureProducts;
    private final double[][] featureFactors;
    private final int[][] columns;
    private final double[][] entries;
    private final double[] products;
    private final double[] features;

    MomentFunction(
            int variables,
            ProductTable table,
            int[][] featureProducts,
            double[][] featureFactors,
            int[][] columns,
            double[][] entries) {
        this.variables = variables;
        this.table = table;
        this.featureProducts = featureProducts;
        this.featureFactors = featureFactors;
        this.columns = columns;
        this.entries = entries;
        this.products = new double[table.count()];
        this.features = new double[featureProducts.length];
    }

    int outputs() {
        return columns.length;
    }

    /** Writes the outputs at the given variables. */
    void evaluate(double[] x, double[] outputs) {
        table.evaluate(x, products);
        for (int f = 0; f < features.length; f++) {
            double sum = 0;
            for (int k = 0; k < featureProducts[f].length; k++) {
                sum += featureFactors[f][k] * products[featureProducts[f][k]];
            }
            features[f] = sum;
        }
        for (int r = 0; r < columns.length; r++) {
            double sum = 0;
            for (int k = 0; k < columns[r].length; k++) sum += entries[r][k] * features[columns[r][k]];
            outputs[r] = sum;
        }
    }

    /** Derivatives of the outputs with respect to the variables, one row for each output. */
    double[][] jacobian(double[] x) {
        double[][] jacobian = new double[columns.length][variables];
        double[][] gradients = new double[features.length][];
        for (int r = 0; r < columns.length; r++) {
            for (int k = 0; k < columns[r].length; k++) {
                int f = columns[r][k];
                if (gradients[f] == null) gradients[f] = gradient(f, x);
                addScaled(jacobian[r], entries[r][k], f, gradients[f]);
            }
        }
        return jacobian;
    }

    /** The derivative of a feature with respect to each factor of each of its products, in their order. */
    private double[] gradient(int f, double[] x) {
        int count = 0;
        for (int p : featureProducts[f]) count += table.factors(p).length;
        double[] gradient = new double[count];
        int at = 0;
        for (int k = 0; k < featureProducts[f].length; k++) {
            int[] factors = table.factors(featureProducts[f][k]);
            for (int i = 0; i < factors.length; i++) {
                double others = featureFactors[f][k];
                for (int j = 0; j < factors.length; j++) if (j != i) others *= x[factors[j]];
                gradient[at++] = others;
            }
        }
        return gradient;
    }

    private void addScaled(double[] row, double factor, int f, double[] gradient) {
        int at = 0;
        for (int p : featureProducts[f]) {
            for (int v : table.factors(p)) row[v] += factor * gradient[at++];
        }
    }

    @Override
    public String toString() {
        return "MomentFunction[" + variables + " -> " + columns.length + ", "
                + Arrays.stream(columns).mapToInt(c -> c.length).sum() + " entries]";
    }
}
