package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.List;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Lu;
import org.escapement.numerics.linear.Sparse;

/**
 * The stationary state of two sites as far as they are uncorrelated: each site in the stationary state of its own
 * generator, in which the other is traced out in its state. A guide for preconditioners, found roughly and not to be
 * reported. Immutable.
 */
final class UncorrelatedState {

    private static final int ROUNDS = 12;
    /** Change of the states at which they are good enough. */
    private static final double ENOUGH = 1e-2;

    private final ExactSystem system;
    private final List<Dense> states;

    private UncorrelatedState(ExactSystem system, List<Dense> states) {
        this.system = system;
        this.states = List.copyOf(states);
    }

    /** The state without information of two sites. */
    static UncorrelatedState withoutInformation(ExactSystem system) {
        return new UncorrelatedState(system, List.of(withoutInformation(system, 0), withoutInformation(system, 1)));
    }

    /** That of two sites; without information where it is not unique. */
    static UncorrelatedState of(ExactSystem system) {
        List<Dense> states = withoutInformation(system).states;
        for (int round = 0; round < ROUNDS; round++) {
            List<Dense> next = new ArrayList<>();
            double change = 0;
            for (int site = 0; site < 2; site++) {
                Dense before = states.get(site);
                Dense after = stationary(new SiteGenerator(system, site, states.get(1 - site)).matrix(), before.rows());
                if (after == null) return new UncorrelatedState(system, states);
                change = Math.max(change, distance(before, after));
                next.add(after);
            }
            states = next;
            if (change <= ENOUGH) break;
        }
        return new UncorrelatedState(system, states);
    }

    /** The state of a site without information. */
    private static Dense withoutInformation(ExactSystem system, int site) {
        int n = system.space().sites().get(site).dimension();
        Dense one = Dense.zero(n, n, true);
        for (int i = 0; i < n; i++) one.re()[i * n + i] = 1.0 / n;
        return one;
    }

    /** Density matrix of a site in the gauge. */
    Dense of(int site) {
        return states.get(site);
    }

    /** Real and imaginary part of Tr(m ρ) of a matrix in the gauge. */
    double[] mean(Sparse m) {
        HilbertSpace space = system.space();
        double[] sum = new double[2];
        m.forEach((r, c, x, y) -> {
            double re = x;
            double im = y;
            for (int site = 0; site < 2; site++) {
                Dense state = states.get(site);
                int at = space.siteState(c, site) * state.rows() + space.siteState(r, site);
                double u = state.re()[at];
                double v = state.isReal() ? 0 : state.im()[at];
                double product = re * u - im * v;
                im = re * v + im * u;
                re = product;
            }
            sum[0] += re;
            sum[1] += im;
        });
        return sum;
    }

    /** The solution of L x = 0 with trace 1 in the sector of the populations; null where there is not one. */
    private static Dense stationary(Sparse superoperator, int n) {
        Sectors sectors = Sectors.of(n * n, List.of(superoperator));
        int sector = sectors.sectorOf(0);
        for (int i = 0; i < n; i++) if (sectors.sectorOf(i * (n + 1)) != sector) return null;
        Sparse block = sectors.parts(superoperator).stream()
                .filter(p -> p.from() == sector)
                .map(Sectors.Part::matrix)
                .findFirst()
                .orElse(null);
        if (block == null) return null;
        double[] x = solved(block.dense(), sectors, n);
        if (x == null) return null;
        Dense state = Dense.zero(n, n, block.isReal());
        int[] members = sectors.members(sector);
        int width = block.isReal() ? 1 : 2;
        for (int k = 0; k < members.length; k++) {
            state.re()[members[k]] = x[width * k];
            if (width == 2) state.im()[members[k]] = x[2 * k + 1];
        }
        return state;
    }

    /** The equation of the first population follows from the others; the trace takes its place. */
    private static double[] solved(Dense block, Sectors sectors, int n) {
        int size = block.rows();
        int row = sectors.placeOf(0);
        for (int k = 0; k < size; k++) {
            block.re()[row * size + k] = 0;
            if (!block.isReal()) block.im()[row * size + k] = 0;
        }
        for (int i = 0; i < n; i++) block.re()[row * size + sectors.placeOf(i * (n + 1))] = 1;
        double[] x = new double[block.isReal() ? size : 2 * size];
        x[block.isReal() ? row : 2 * row] = 1;
        try (Lu lu = Lu.of(block)) {
            if (lu.isSingular()) return null;
            lu.solveColumns(x, 1);
        }
        // Populations that are no probabilities come from several stationary states.
        for (double v : x) if (!(Math.abs(v) <= 2)) return null;
        return x;
    }

    private static double distance(Dense a, Dense b) {
        double sum = 0;
        for (int i = 0; i < a.re().length; i++) {
            double im = (a.isReal() ? 0 : a.im()[i]) - (b.isReal() ? 0 : b.im()[i]);
            sum += Math.hypot(a.re()[i] - b.re()[i], im);
        }
        return sum;
    }
}
