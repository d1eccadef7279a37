package org.escapement.numerics.quadrature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;

/**
 * Globally adaptive Gauss-Kronrod integration of several functions at once over panels between given points; the
 * panel with the largest error in units of its tolerance is halved first. Infinite ends are mapped to finite ones.
 * Never stops silently: the result says whether the tolerance was reached. Immutable, thread-safe.
 *
 * @param relative tolerance in units of each integral
 * @param absolute tolerance added to it
 * @param maxPanels cap on the number of panels
 */
public record AdaptiveQuadrature(double relative, double absolute, int maxPanels) {

    private static final double ROUNDING = 4e-15;

    /** With a relative tolerance only and room for 20000 panels. */
    public static AdaptiveQuadrature to(double relative) {
        return new AdaptiveQuadrature(relative, 0, 20_000);
    }

    /** Integrates a single function. */
    public Integral integrate(DoubleUnaryOperator f, double... points) {
        return integrate((x, out) -> out[0] = f.applyAsDouble(x), 1, points);
    }

    /**
     * Integrates from the smallest to the largest of the given points; all of them become ends of panels. The first
     * and the last may be infinite if at least two finite ones lie between.
     */
    public Integral integrate(VectorFunction f, int components, double... points) {
        double[] sorted = Arrays.stream(points).sorted().distinct().toArray();
        if (sorted.length < 2) return new Integral(new double[components], new double[components], 0, true);
        List<Panel> panels = new ArrayList<>();
        List<Mapped> maps = new ArrayList<>();
        for (int i = 0; i + 1 < sorted.length; i++) {
            Mapped m = Mapped.between(f, components, sorted, i);
            maps.add(m);
            panels.add(m.whole());
        }
        return refine(panels, maps, components);
    }

    private record Piece(Panel panel, Mapped map) {}

    private Integral refine(List<Panel> first, List<Mapped> maps, int components) {
        Comparator<Piece> order = Comparator.comparingDouble(p -> -p.panel().priority);
        PriorityQueue<Piece> queue = new PriorityQueue<>(order);
        double[] values = new double[components];
        double[] sizes = new double[components];
        double[] errors = new double[components];
        for (int i = 0; i < first.size(); i++) add(first.get(i), values, sizes, errors, 1);
        for (int i = 0; i < first.size(); i++) {
            queue.add(new Piece(ranked(first.get(i), values, sizes), maps.get(i)));
        }
        int count = first.size();
        List<Panel> retired = new ArrayList<>();
        while (!within(values, sizes, errors) && count < maxPanels && !queue.isEmpty()) {
            Piece worst = queue.poll();
            if (worst.panel().exhausted() || worst.panel().priority <= 0) {
                retired.add(worst.panel());
                continue;
            }
            add(worst.panel(), values, sizes, errors, -1);
            double middle = worst.panel().from + (worst.panel().to - worst.panel().from) / 2;
            for (Panel half : List.of(
                    worst.map().panel(worst.panel().from, middle), worst.map().panel(middle, worst.panel().to))) {
                add(half, values, sizes, errors, 1);
                queue.add(new Piece(ranked(half, values, sizes), worst.map()));
            }
            count++;
        }
        queue.forEach(piece -> retired.add(piece.panel()));
        return total(retired, components, 21 * (2 * count - first.size()));
    }

    /** Adds all panels afresh, so that the rounding of the running sums does not remain. */
    private Integral total(List<Panel> panels, int components, int evaluations) {
        double[] values = new double[components];
        double[] sizes = new double[components];
        double[] errors = new double[components];
        for (Panel panel : panels) add(panel, values, sizes, errors, 1);
        return new Integral(values, errors, evaluations, within(values, sizes, errors));
    }

    private static void add(Panel panel, double[] values, double[] sizes, double[] errors, int sign) {
        for (int c = 0; c < values.length; c++) {
            values[c] += sign * panel.values[c];
            sizes[c] += sign * panel.sizes[c];
            errors[c] = Math.max(0, errors[c] + sign * panel.errors[c]);
        }
    }

    private double allowed(double value, double size) {
        return Math.max(absolute + relative * Math.abs(value), ROUNDING * Math.abs(size));
    }

    private boolean within(double[] values, double[] sizes, double[] errors) {
        for (int c = 0; c < values.length; c++) {
            if (!(errors[c] <= allowed(values[c], sizes[c]))) return false;
        }
        return true;
    }

    private Panel ranked(Panel panel, double[] values, double[] sizes) {
        double worst = 0;
        for (int c = 0; c < values.length; c++) {
            double allowed = allowed(values[c], sizes[c]);
            // Errors at the level of rounding cannot be halved away.
            double real = panel.errors[c] <= 3e-16 * panel.sizes[c] ? 0 : panel.errors[c];
            worst = Math.max(worst, allowed > 0 ? real / allowed : real > 0 ? Double.MAX_VALUE : 0);
        }
        panel.priority = worst;
        return panel;
    }
}
