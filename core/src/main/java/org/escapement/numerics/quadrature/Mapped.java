package org.escapement.numerics.quadrature;

/** One interval between neighbouring points, an infinite end mapped to 1 by x = end +- scale t/(1-t). */
record Mapped(VectorFunction f, int components, double from, double to) {

    static Mapped between(VectorFunction f, int components, double[] points, int i) {
        double a = points[i];
        double b = points[i + 1];
        if (Double.isFinite(a) && Double.isFinite(b)) return new Mapped(f, components, a, b);
        if (Double.isFinite(a)) return new Mapped(beyond(f, a, scale(points, a), 1), components, 0, 1);
        if (Double.isFinite(b)) return new Mapped(beyond(f, b, scale(points, b), -1), components, 0, 1);
        throw new IllegalArgumentException("an integral over the whole line needs a finite point inside");
    }

    private static double scale(double[] points, double end) {
        double first = Double.isFinite(points[0]) ? points[0] : points[1];
        double last = points[points.length - 1];
        if (!Double.isFinite(last)) last = points[points.length - 2];
        double scale = Math.max(last - first, Math.abs(end));
        return scale > 0 ? scale : 1;
    }

    private static VectorFunction beyond(VectorFunction f, double end, double scale, int direction) {
        return (t, out) -> {
            double rest = 1 - t;
            f.at(end + direction * scale * t / rest, out);
            double factor = scale / (rest * rest);
            for (int c = 0; c < out.length; c++) out[c] = out[c] == 0 ? 0 : out[c] * factor;
        };
    }

    Panel whole() {
        return panel(from, to);
    }

    Panel panel(double a, double b) {
        return Panel.of(f, a, b, components);
    }
}
