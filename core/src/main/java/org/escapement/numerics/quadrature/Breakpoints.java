package org.escapement.numerics.quadrature;

import java.util.TreeSet;

/** Collects ends of panels: plain points, and points that draw together geometrically around narrow features. */
public final class Breakpoints {

    private static final double RATIO = 6;

    private final double from;
    private final double to;
    private final TreeSet<Double> points = new TreeSet<>();

    /** Points between two ends, which may be infinite. */
    public Breakpoints(double from, double to) {
        this.from = from;
        this.to = to;
        points.add(from);
        points.add(to);
    }

    /** Adds a point if it lies inside. */
    public Breakpoints point(double x) {
        if (x > from && x < to) points.add(x);
        return this;
    }

    /** Adds a centre and points on both sides, from the width of a feature to the reach around it. */
    public Breakpoints around(double centre, double width, double reach) {
        point(centre);
        double step = Math.max(width, 1e-13 * Math.abs(centre));
        for (; step > 0 && step < reach; step *= RATIO) {
            point(centre - step);
            point(centre + step);
        }
        point(centre - reach);
        point(centre + reach);
        return this;
    }

    /** All points, ascending, those closer than rounding joined. */
    public double[] toArray() {
        TreeSet<Double> kept = new TreeSet<>();
        for (double x : points) {
            if (!kept.isEmpty()) {
                double last = kept.last();
                boolean finite = Double.isFinite(x) && Double.isFinite(last);
                if (finite && x - last <= 1e-13 * Math.max(Math.abs(x), Math.abs(last))) continue;
            }
            kept.add(x);
        }
        kept.add(to);
        return kept.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
