package org.escapement.numerics.quadrature;

/** One panel of an adaptive integral with its rule values and errors. */
final class Panel {

    final double from;
    final double to;
    final double[] values;
    final double[] sizes;
    final double[] errors;
    double priority;

    private Panel(double from, double to, int components) {
        this.from = from;
        this.to = to;
        this.values = new double[components];
        this.sizes = new double[components];
        this.errors = new double[components];
    }

    /** Whether no representable number lies well inside. */
    boolean exhausted() {
        double middle = from + (to - from) / 2;
        return Math.abs(to - from) <= 1e-14 * Math.max(Math.abs(from), Math.abs(to)) || middle == from || middle == to;
    }

    static Panel of(VectorFunction f, double from, double to, int components) {
        Panel panel = new Panel(from, to, components);
        double centre = from + (to - from) / 2;
        double half = (to - from) / 2;
        double[][] all = new double[21][components];
        int last = 10;
        for (int i = 0; i <= last; i++) {
            double shift = half * GaussKronrod.node(i);
            f.at(centre - shift, all[i]);
            if (i < last) f.at(centre + shift, all[20 - i]);
        }
        for (int c = 0; c < components; c++) panel.apply(c, all, half);
        return panel;
    }

    /** QUADPACK's estimate: the raw difference of the rules, sharpened where the integrand is smooth. */
    private void apply(int c, double[][] all, double half) {
        double kronrod = 0;
        double gauss = 0;
        double size = 0;
        for (int i = 0; i < 21; i++) {
            int node = Math.min(i, 20 - i);
            double weight = GaussKronrod.kronrod(node);
            kronrod += weight * all[i][c];
            size += weight * Math.abs(all[i][c]);
            gauss += GaussKronrod.gauss(node) * all[i][c];
        }
        double mean = kronrod / 2;
        double spread = 0;
        for (int i = 0; i < 21; i++) {
            spread += GaussKronrod.kronrod(Math.min(i, 20 - i)) * Math.abs(all[i][c] - mean);
        }
        double width = Math.abs(half);
        double raw = Math.abs(kronrod - gauss) * width;
        double scale = spread * width;
        values[c] = kronrod * half;
        sizes[c] = size * width;
        double sharp = scale > 0 && raw > 0 ? scale * Math.min(1, Math.pow(200 * raw / scale, 1.5)) : raw;
        errors[c] = Double.isFinite(kronrod) ? Math.max(sharp, 2e-16 * sizes[c]) : Double.POSITIVE_INFINITY;
    }
}
