package org.escapement.dynamics.collision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.OutOfReachException;
import org.escapement.dynamics.exact.DensityMatrix;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.model.ModelException;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Eigen;
import org.escapement.numerics.linear.Sparse;
import org.escapement.numerics.linear.SparseBuilder;

/**
 * Repeated collisions with fresh thermal ancillas of a finite number of levels, each of finite duration dt: the model
 * behind a Lindblad equation and its energy balance, approached as dt → 0 and the number of levels grows.
 *
 * <p>In the frame of the Hamiltonian one collision is U = exp(-i dt [H + Σ_b (q_b - w_b) a_b†a_b + Σ_b g_b/sqrt(dt) (a_b†
 * L_b + h.c.)]), static when each L_b turns with one frequency w_b. Bookkeeping of a step: Q_b = -q_b Δ⟨a_b†a_b⟩, drive
 * work Δ⟨K + Σ w_b a_b†a_b⟩, switching work -⟨coupling⟩ at its end, and Σ = ΔS - Σ_b Tr(Δρ_b ln ρ_b). The first law holds
 * to rounding at any dt. Source: Paulino et al., Appendix A, with corrected signs.
 *
 * <p>Not thread-safe: it carries the state from step to step.
 */
public final class CollisionModel {

    private static final int LARGEST = 2500;

    private final ExactSystem system;
    private final List<Ancilla> ancillas;
    private final int levels;
    private final int environment;
    private final Dense propagator;
    private final Sparse coupling;
    private final Sparse energy;
    private final Sparse frame;
    private final double[][] thermal;
    private Dense state;

    /**
     * Prepares collisions.
     *
     * @param duration dt [time]
     * @param levels number of levels of each ancilla, whose thermal weights are normalised on them
     */
    public CollisionModel(ExactSystem system, DensityMatrix start, double duration, int levels) {
        if (!(duration > 0)) throw new ModelException("a collision lasts longer than 0, not " + duration);
        if (levels < 2) throw new ModelException("an ancilla has at least 2 levels, not " + levels);
        this.system = system;
        this.ancillas = Ancilla.of(system);
        this.levels = levels;
        long size = 1;
        for (int b = 0; b < ancillas.size(); b++) size *= levels;
        requireSize(size * system.dimension());
        this.environment = (int) size;
        this.coupling = coupling(duration);
        this.energy = system.matrix(
                system.model().totalHamiltonian().plus(system.model().frame().orElse(Operator.zero())));
        this.frame = system.matrix(system.model().frame().orElse(Operator.zero()));
        this.thermal = thermal();
        this.propagator = propagator(duration);
        this.state = start.dense();
    }

    private void requireSize(long size) {
        if (size > LARGEST) {
            throw new OutOfReachException(String.format(
                    Locale.ROOT,
                    "system and ancillas have %d states together, more than %d: fewer levels, or a smaller size",
                    size,
                    LARGEST));
        }
    }

    private int level(int environmentState, int ancilla) {
        int stride = 1;
        for (int b = ancillas.size() - 1; b > ancilla; b--) stride *= levels;
        return environmentState / stride % levels;
    }

    private int stride(int ancilla) {
        int stride = 1;
        for (int b = ancillas.size() - 1; b > ancilla; b--) stride *= levels;
        return stride;
    }

    private double[][] thermal() {
        double[][] all = new double[ancillas.size()][levels];
        for (int b = 0; b < all.length; b++) {
            double ratio = ancillas.get(b).occupation() / (1 + ancillas.get(b).occupation());
            double total = 0;
            for (int k = 0; k < levels; k++) total += all[b][k] = k == 0 ? 1 : Math.pow(ratio, k);
            for (int k = 0; k < levels; k++) all[b][k] /= total;
        }
        return all;
    }

    private Sparse coupling(double duration) {
        int n = system.dimension() * environment;
        SparseBuilder sum = new SparseBuilder(n, n);
        for (int b = 0; b < ancillas.size(); b++) {
            double g = ancillas.get(b).coupling() / Math.sqrt(duration);
            int stride = stride(b);
            for (int e = 0; e < environment; e++) {
                int k = level(e, b);
                if (k + 1 == levels) continue;
                int from = e;
                double factor = g * Math.sqrt(k + 1);
                system.matrix(ancillas.get(b).lowering()).forEach((r, c, x, y) -> {
                    sum.add(r * environment + from + stride, c * environment + from, factor * x, factor * y);
                    sum.add(c * environment + from, r * environment + from + stride, factor * x, -factor * y);
                });
            }
        }
        return sum.build();
    }

    private Dense propagator(double duration) {
        int n = system.dimension() * environment;
        Dense h = Dense.zero(n, n, false);
        system.matrix(system.model().totalHamiltonian()).forEach((r, c, x, y) -> {
            for (int e = 0; e < environment; e++) add(h, r * environment + e, c * environment + e, x, y);
        });
        coupling.forEach((r, c, x, y) -> add(h, r, c, x, y));
        for (int i = 0; i < n; i++) {
            for (int b = 0; b < ancillas.size(); b++) {
                Ancilla a = ancillas.get(b);
                add(h, i, i, (a.quantum() - a.turning()) * level(i % environment, b), 0);
            }
        }
        Eigen eigen = Eigen.hermitian(h);
        Dense turned = Dense.zero(n, n, false);
        for (int j = 0; j < n; j++) {
            double cos = Math.cos(eigen.re()[j] * duration);
            double sin = -Math.sin(eigen.re()[j] * duration);
            for (int i = 0; i < n; i++) {
                int at = i * n + j;
                turned.re()[at] =
                        eigen.vectors().re()[at] * cos - eigen.vectors().im()[at] * sin;
                turned.im()[at] =
                        eigen.vectors().re()[at] * sin + eigen.vectors().im()[at] * cos;
            }
        }
        return turned.timesAdjoint(eigen.vectors());
    }

    private static void add(Dense m, int row, int column, double re, double im) {
        m.re()[row * m.columns() + column] += re;
        m.im()[row * m.columns() + column] += im;
    }

    /** Carries out collisions and returns what they exchanged in total. */
    public CollisionLedger run(int steps) {
        Map<String, Double> heat = new LinkedHashMap<>();
        for (Ancilla a : ancillas) heat.put(a.bath(), 0.0);
        double startEnergy = mean(energy);
        double startFrame = mean(frame);
        double startEntropy = entropy();
        double switching = 0;
        double flux = 0;
        double frameOfAncillas = 0;
        for (int k = 0; k < steps; k++) {
            Dense joint = propagator.times(withThermal()).timesAdjoint(propagator);
            switching -= trace(coupling, joint);
            for (int b = 0; b < ancillas.size(); b++) {
                double gained = 0;
                double[] after = populations(joint, b);
                for (int l = 0; l < levels; l++) {
                    double change = after[l] - thermal[b][l];
                    gained += l * change;
                    if (change != 0) flux += change * Math.log(thermal[b][l]);
                }
                Ancilla a = ancillas.get(b);
                heat.merge(a.bath(), -a.quantum() * gained, Double::sum);
                frameOfAncillas += a.turning() * gained;
            }
            state = reduced(joint);
        }
        return new CollisionLedger(
                mean(energy) - startEnergy,
                heat,
                mean(frame) - startFrame + frameOfAncillas,
                switching,
                entropy() - startEntropy - flux);
    }

    /** The present state in the basis and gauge of the system; not to be changed. */
    public Dense state() {
        return state;
    }

    /** The mean of a Hermitian operator in the present state. */
    public double expectation(Operator o) {
        return mean(system.matrix(o));
    }

    private double mean(Sparse o) {
        return trace(o, state);
    }

    private static double trace(Sparse o, Dense rho) {
        double[] sum = {0};
        int n = rho.columns();
        o.forEach((r, c, x, y) -> sum[0] += x * rho.re()[c * n + r] - y * rho.im()[c * n + r]);
        return sum[0];
    }

    private double entropy() {
        double sum = 0;
        for (double p : Eigen.hermitian(state).re()) if (p > 0) sum -= p * Math.log(p);
        return sum;
    }

    private Dense withThermal() {
        int d = system.dimension();
        int n = d * environment;
        Dense joint = Dense.zero(n, n, false);
        for (int e = 0; e < environment; e++) {
            double weight = 1;
            for (int b = 0; b < ancillas.size(); b++) weight *= thermal[b][level(e, b)];
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    int at = (i * environment + e) * n + j * environment + e;
                    joint.re()[at] = weight * state.re()[i * d + j];
                    joint.im()[at] = weight * state.im()[i * d + j];
                }
            }
        }
        return joint;
    }

    private Dense reduced(Dense joint) {
        int d = system.dimension();
        int n = joint.columns();
        Dense rho = Dense.zero(d, d, false);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                for (int e = 0; e < environment; e++) {
                    int at = (i * environment + e) * n + j * environment + e;
                    add(rho, i, j, joint.re()[at], joint.im()[at]);
                }
            }
        }
        return rho;
    }

    private double[] populations(Dense joint, int ancilla) {
        double[] p = new double[levels];
        int n = joint.columns();
        for (int i = 0; i < n; i++) p[level(i % environment, ancilla)] += joint.re()[i * n + i];
        return p;
    }
}
