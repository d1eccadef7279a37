package org.escapement.dynamics.diffusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Word;
import org.escapement.model.ModelException;
import org.escapement.model.ParameterValues;
import org.escapement.model.SpinEnsemble;
import org.escapement.numerics.linear.Sparse;

/**
 * Expectation values along the evolution of collective spins that begin all up or all down, in spherical tensors, for any
 * number of atoms or in the limit of infinite N, where the start is a point of the sphere. The largest l is raised until the
 * values no longer change: what a truncation spoils takes time to come down to the low moments, and noise damps it on the
 * way. Without noise there is no such damping and the mean field is the limit.
 */
public final class TensorRelaxation {

    private static final int FIRST = 12;
    private static final int MOST = 60_000;
    /** Evolutions on different truncations agree to this at best. */
    private static final double EVOLUTION = 1e-9;

    private final TensorSystem system;
    private final int[] poles;
    private final List<Operator> observables;
    private final double[] times;

    private TensorRelaxation(TensorSystem system, int[] poles, List<Operator> observables, double[] times) {
        this.system = system;
        this.poles = poles;
        this.observables = observables;
        this.times = times;
    }

    /**
     * What was found.
     *
     * @param values [observable][time], without powers of N
     * @param twiceOrders twice the power of N that stands outside each observable; 0 at finite N
     * @param error largest change with the last truncation, relative to the larger of 1 and the value
     */
    public record Series(double[][] values, int[] twiceOrders, double error) {}

    /**
     * Evolves and reads off.
     *
     * @param poles +1 or -1 for each ensemble: up or down
     * @param observables Hermitian
     * @param times ascending, from 0
     * @param tolerance asked of the error; below 1e-9 it is that of the integration
     * @throws ModelException when too many tensors are needed
     */
    public static Series evolve(
            TensorEquations equations,
            ParameterValues point,
            int[] poles,
            List<Operator> observables,
            double[] times,
            double tolerance) {
        TensorSystem system = new TensorSystem(equations, point);
        return new TensorRelaxation(system, poles, observables, times).converged(tolerance);
    }

    private Series converged(double tolerance) {
        int l = FIRST;
        double[][] before = values(l);
        while (true) {
            l += Math.max(6, l / 3);
            double[][] now = values(l);
            double change = change(before, now);
            if (change <= Math.max(tolerance, EVOLUTION)) {
                int[] orders = observables.stream()
                        .mapToInt(o -> system.equations().expectation(o).twiceOrder())
                        .toArray();
                return new Series(now, orders, change);
            }
            before = now;
        }
    }

    private static double change(double[][] before, double[][] now) {
        double largest = 0;
        for (int o = 0; o < now.length; o++) {
            for (int t = 0; t < now[o].length; t++) {
                double scale = Math.max(1, Math.abs(now[o][t]));
                largest = Math.max(largest, Math.abs(now[o][t] - before[o][t]) / scale);
            }
        }
        return largest;
    }

    private double[][] values(int highest) {
        if (highest > TensorBasis.LARGEST) throw tooNarrow(highest);
        int[] all = new int[poles.length];
        Arrays.fill(all, highest);
        List<Long> neutral = system.equations().charges().sector(Word.IDENTITY);
        TensorPattern pattern = system.equations().pattern(system.shape(all, new TensorShape.Sector(neutral)));
        if (pattern.basis().size() > MOST) throw tooNarrow(highest);
        List<Sparse> readings = new ArrayList<>();
        for (Operator o : observables) readings.add(system.matrix(pattern.symmetrised(o)));
        double[][] values = new double[observables.size()][times.length];
        TensorEvolution evolution = new TensorEvolution(system.matrix(pattern.generator()));
        evolution.run(start(pattern), times, (t, x) -> {
            for (int o = 0; o < values.length; o++) values[o][t] = trace(readings.get(o), x);
        });
        return values;
    }

    private static ModelException tooNarrow(int highest) {
        return new ModelException(
                "spherical tensors up to l = " + highest + " are too many and do not resolve the state:"
                        + " ask for later times, or use the exact level, cumulants or the mean field");
    }

    /** The first row gives the coefficient of the identity, the trace. */
    private static double trace(Sparse symmetrised, double[] x) {
        double sum = 0;
        for (int i = symmetrised.start()[0]; i < symmetrised.start()[1]; i++) {
            sum += symmetrised.re()[i] * x[symmetrised.column()[i]];
        }
        return sum;
    }

    private double[] start(TensorPattern pattern) {
        TensorBasis basis = pattern.basis();
        List<double[]> weights = new ArrayList<>();
        for (int s = 0; s < poles.length; s++) weights.add(pole(pattern, s));
        double[] x = new double[basis.size()];
        for (int i = 0; i < x.length; i++) {
            if (Arrays.stream(basis.k(i)).anyMatch(k -> k != 0)) continue;
            x[i] = 1;
            for (int s = 0; s < poles.length; s++) x[i] *= weights.get(s)[basis.l(i)[s]];
        }
        return x;
    }

    /** Coordinates of an ensemble at a pole: (zρ + ρz)/2 = ±ρ for z from -1 to 1, row by row from the trace on. */
    private double[] pole(TensorPattern pattern, int site) {
        SpinEnsemble e = system.equations().model().ensembles().get(site);
        Operator z = Operator.z(e.spin()).times(Coefficient.of(2).dividedBy(e.atoms()));
        Sparse m = system.matrix(pattern.symmetrised(z));
        TensorBasis basis = pattern.basis();
        int limit = basis.shape().limit(site);
        double[] weight = new double[limit + 1];
        weight[0] = 1;
        for (int l = 0; l < limit; l++) {
            double known = -poles[site] * weight[l];
            double next = 0;
            int row = number(basis, site, l);
            for (int i = m.start()[row]; i < m.start()[row + 1]; i++) {
                int to = basis.l(m.column()[i])[site];
                if (to == l + 1) next = m.re()[i];
                else known += m.re()[i] * weight[to];
            }
            weight[l + 1] = -known / next;
        }
        return weight;
    }

    private int number(TensorBasis basis, int site, int l) {
        int[] ls = new int[poles.length];
        ls[site] = l;
        return basis.number(ls, new int[poles.length], false);
    }
}
