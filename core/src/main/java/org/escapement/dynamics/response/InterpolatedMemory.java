package org.escapement.dynamics.response;

import java.util.ArrayList;
import java.util.List;
import org.escapement.model.network.SpectralDensity;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.quadrature.AdaptiveQuadrature;
import org.escapement.numerics.quadrature.Breakpoints;

/**
 * Memory of a bath whose density is no ratio of polynomials: Im zeta = J, and by Kramers and Kronig
 * Re zeta(w) = (2 w^2/pi) P int_0^inf du [J(u)/u]/(u^2 - w^2). The principal value is taken by subtracting J(w)/w,
 * since P int_0^inf du/(u^2 - w^2) = 0.
 */
final class InterpolatedMemory implements BathMemory {

    private static final AdaptiveQuadrature QUADRATURE = new AdaptiveQuadrature(1e-9, 1e-300, 400);

    private final SpectralDensity density;
    private final Interpolation inside;

    InterpolatedMemory(SpectralDensity density) {
        this.density = density;
        this.inside = new Interpolation(this::scaled, density.landmarks());
    }

    @Override
    public Complex at(double w) {
        double x = Math.abs(w);
        double real = x == 0 ? 0 : x * x * inside.at(x);
        return new Complex(real, density.at(w));
    }

    /** Re zeta(w)/w^2. */
    private double scaled(double w) {
        double here = density.overFrequency(w);
        Breakpoints points = new Breakpoints(0, Double.POSITIVE_INFINITY);
        points.around(w, w * 1e-3, w).point(2 * w).point(w * 1e-4).point(w * 1e-8);
        for (double mark : density.landmarks()) points.point(mark);
        double integral = QUADRATURE
                .integrate(u -> (density.overFrequency(u) - here) / ((u - w) * (u + w)), points.toArray())
                .value(0);
        return 2 / Math.PI * integral;
    }

    /** Chebyshev interpolation on panels in ln w, made on first use of a panel. */
    private static final class Interpolation {
        private static final int NODES = 16;
        private static final double WIDTH = 0.35;

        private final java.util.function.DoubleUnaryOperator f;
        private final double[] edges;
        private final double[][] values;

        Interpolation(java.util.function.DoubleUnaryOperator f, List<Double> landmarks) {
            this.f = f;
            double low = Math.log(landmarks.stream()
                            .filter(x -> x > 0)
                            .mapToDouble(x -> x)
                            .min()
                            .orElse(1)
                    * 1e-14);
            double high = Math.log(landmarks.stream().mapToDouble(x -> x).max().orElse(1) * 1e8);
            java.util.TreeSet<Double> ends = new java.util.TreeSet<>();
            int panels = (int) Math.ceil((high - low) / WIDTH);
            for (int i = 0; i <= panels; i++) ends.add(low + i * (high - low) / panels);
            for (double mark : landmarks) if (mark > 0) ends.add(Math.log(mark));
            List<Double> list = new ArrayList<>(ends);
            edges = list.stream().mapToDouble(x -> x).toArray();
            values = new double[edges.length - 1][];
        }

        double at(double w) {
            double t = Math.log(w);
            if (t < edges[0] || t > edges[edges.length - 1]) return f.applyAsDouble(w);
            int found = java.util.Arrays.binarySearch(edges, t);
            int panel = Math.min(found >= 0 ? found : -found - 2, values.length - 1);
            return barycentric(panel, t);
        }

        private double node(int panel, int k) {
            double half = (edges[panel + 1] - edges[panel]) / 2;
            return edges[panel] + half * (1 - Math.cos((k + 0.5) * Math.PI / NODES));
        }

        private synchronized double[] panel(int panel) {
            if (values[panel] == null) {
                double[] v = new double[NODES];
                for (int k = 0; k < NODES; k++) v[k] = f.applyAsDouble(Math.exp(node(panel, k)));
                values[panel] = v;
            }
            return values[panel];
        }

        private double barycentric(int panel, double t) {
            double[] v = panel(panel);
            double above = 0;
            double below = 0;
            for (int k = 0; k < NODES; k++) {
                double distance = t - node(panel, k);
                if (distance == 0) return v[k];
                double weight = (k % 2 == 0 ? 1 : -1) * Math.sin((k + 0.5) * Math.PI / NODES) / distance;
                above += weight * v[k];
                below += weight;
            }
            return above / below;
        }
    }
}
