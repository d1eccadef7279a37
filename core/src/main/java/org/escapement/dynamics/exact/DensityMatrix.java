package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.exact.Layout.Block;
import org.escapement.model.ModelException;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Eigen;

/**
 * A density matrix of an {@link ExactSystem}: the blocks between sectors that evolution can fill, in the gauge of the
 * system. Immutable for those who do not hold the array; safe to share.
 */
public final class DensityMatrix {

    /** Eigenvalues below this are taken for rounding where a logarithm is needed. */
    private static final double FLOOR = 1e-300;

    private final ExactSystem system;
    private final Layout layout;
    private final double[] x;

    private DensityMatrix(ExactSystem system, Layout layout, double[] x) {
        this.system = system;
        this.layout = layout;
        this.x = x;
    }

    static DensityMatrix of(ExactSystem system, Layout layout, double[] x) {
        return new DensityMatrix(system, layout, x);
    }

    public ExactSystem system() {
        return system;
    }

    Layout layout() {
        return layout;
    }

    /** The entries; not to be changed. */
    double[] entries() {
        return x;
    }

    boolean isComplex() {
        return x.length > layout.size();
    }

    /**
     * All entries as one matrix in the order of the basis.
     *
     * @throws NotApplicableException for states that stand for several copies of a multiplet
     */
    public Dense dense() {
        int n = system.dimension();
        Dense m = Dense.zero(n, n, false);
        for (int i = 0; i < n; i++) {
            if (system.space().degeneracy(i) != 1) {
                throw new NotApplicableException("permutation-invariant states have no matrix in this basis");
            }
            for (int j = 0; j < n; j++) {
                int at = layout.place(i, j);
                if (at < 0) continue;
                m.re()[i * n + j] = x[at];
                if (isComplex()) m.im()[i * n + j] = x[layout.size() + at];
            }
        }
        return m;
    }

    /**
     * (oρ + ρo)/2 for a Hermitian operator: where a symmetrised correlation ⟨a(t) o(0)⟩ starts, which evolves like a state.
     * It has the layout of this matrix if that holds it.
     */
    public DensityMatrix symmetrisedProduct(Operator o) {
        return SymmetrisedProduct.of(this, o);
    }

    /**
     * The state of some sites alone, entries between products of their basis states in the given order, the first one
     * slowest, without the gauge.
     *
     * @param sites names of ensembles and modes, each once
     * @throws NotApplicableException for states that stand for several copies of a multiplet
     */
    public Dense reduced(List<String> sites) {
        return PartialTrace.over(this, sites);
    }

    /** Tr(o ρ) for a Hermitian operator with unchanging coefficients. */
    public double expectation(Operator o) {
        if (!o.isHermitian()) throw new ModelException("<" + o + "> is complex: ask for its Hermitian parts");
        return system.reading(o, layout).real(x, isComplex());
    }

    public double trace() {
        return expectation(Operator.identity());
    }

    /** Largest modulus of an entry of ρ - ρ†. */
    public double hermiticityDefect() {
        double worst = 0;
        for (Group g : groups()) {
            int n = g.matrix.rows();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    double re = g.matrix.re()[i * n + j] - g.matrix.re()[j * n + i];
                    double im = g.matrix.im()[i * n + j] + g.matrix.im()[j * n + i];
                    worst = Math.max(worst, Math.hypot(re, im));
                }
            }
        }
        return worst;
    }

    /** Sectors joined by blocks, as one dense matrix. */
    private record Group(Dense matrix, double degeneracy) {}

    private List<Group> groups() {
        return groups(x);
    }

    private List<Group> groups(double[] entries) {
        Map<Integer, List<Integer>> byFirst = new TreeMap<>();
        int[] first = joined();
        for (int s = 0; s < first.length; s++) {
            if (layout.block(s, s) != null)
                byFirst.computeIfAbsent(first[s], f -> new ArrayList<>()).add(s);
        }
        List<Group> groups = new ArrayList<>();
        for (List<Integer> sectors : byFirst.values()) {
            int state = system.sectors().members(sectors.getFirst())[0];
            groups.add(new Group(assemble(sectors, entries), system.space().degeneracy(state)));
        }
        return groups;
    }

    private int[] joined() {
        int[] first = new int[system.sectors().count()];
        for (int s = 0; s < first.length; s++) first[s] = s;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Block b : layout.blocks()) {
                int low = Math.min(first[b.row()], first[b.column()]);
                changed |= first[b.row()] != low || first[b.column()] != low;
                first[b.row()] = low;
                first[b.column()] = low;
            }
        }
        return first;
    }

    private Dense assemble(List<Integer> sectors, double[] entries) {
        Map<Integer, Integer> place = new LinkedHashMap<>();
        int n = 0;
        for (int s : sectors) {
            place.put(s, n);
            n += system.sectors().size(s);
        }
        Dense m = Dense.zero(n, n, false);
        for (Block b : layout.blocks()) {
            Integer top = place.get(b.row());
            Integer left = place.get(b.column());
            if (top == null || left == null) continue;
            for (int i = 0; i < b.rows(); i++) {
                for (int j = 0; j < b.columns(); j++) {
                    int from = b.offset() + i * b.columns() + j;
                    int to = (top + i) * n + left + j;
                    m.re()[to] = entries[from];
                    if (isComplex()) m.im()[to] = entries[layout.size() + from];
                }
            }
        }
        return m;
    }

    /** Tr ρ². */
    public double purity() {
        double sum = 0;
        for (Group g : groups()) {
            double part = 0;
            for (int k = 0; k < g.matrix.re().length; k++) {
                part += g.matrix.re()[k] * g.matrix.re()[k]
                        + g.matrix.im()[k] * g.matrix.im()[k];
            }
            sum += part / g.degeneracy;
        }
        return sum;
    }

    /** Von Neumann entropy -Tr ρ ln ρ in nats; equivalent copies of a multiplet count. */
    public double entropy() {
        double sum = 0;
        for (Group g : groups()) {
            for (double p : Eigen.hermitian(g.matrix).re()) {
                if (p > FLOOR) sum -= p * Math.log(p / g.degeneracy);
            }
        }
        return sum;
    }

    /** Smallest eigenvalue; negative by rounding at most for a state. */
    public double smallestEigenvalue() {
        return groups().stream()
                .mapToDouble(g -> Eigen.hermitian(g.matrix).re()[0])
                .min()
                .orElseThrow();
    }

    /**
     * dS/dt = -Tr L(ρ) ln ρ, [rate].
     *
     * @param rate L(ρ) in the same layout
     */
    double entropyRate(double[] rate) {
        List<Group> rates = groups(rate);
        List<Group> states = groups();
        double sum = 0;
        for (int g = 0; g < states.size(); g++) {
            Eigen e = Eigen.hermitian(states.get(g).matrix);
            double[] flows = diagonal(e.vectors(), rates.get(g).matrix);
            double top = 1e-18 * Math.max(1e-300, e.re()[e.re().length - 1]);
            for (int k = 0; k < flows.length; k++) {
                // Eigenvalues below rounding carry no information: their logarithm is held at that of rounding.
                sum -= flows[k] * Math.log(Math.max(e.re()[k], top) / states.get(g).degeneracy);
            }
        }
        return sum;
    }

    /** Diagonal of V† M V. */
    private static double[] diagonal(Dense v, Dense m) {
        int n = v.rows();
        Dense mv = m.times(v);
        double[] diagonal = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                int at = i * n + k;
                diagonal[k] += v.re()[at] * mv.re()[at] + v.im()[at] * mv.im()[at];
            }
        }
        return diagonal;
    }

    /** dS/dt under the master equation of a system without changing numbers. */
    public double entropyRate() {
        double[] rate = new double[x.length];
        system.generator(layout).apply(x, rate);
        return entropyRate(rate);
    }

    /** Population of the highest Fock state of any mode: the larger, the less the cut-off can be trusted. */
    public double topPopulation() {
        return topPopulation(system, layout, x);
    }

    static double topPopulation(ExactSystem system, Layout layout, double[] x) {
        double worst = 0;
        HilbertSpace space = system.space();
        for (int site = 0; site < space.sites().size(); site++) {
            if (space.atoms(site) > 0) continue;
            double sum = 0;
            for (int state = 0; state < space.dimension(); state++) {
                if (space.isTop(state, site)) {
                    int at = layout.place(state, state);
                    if (at >= 0) sum += x[at];
                }
            }
            worst = Math.max(worst, sum);
        }
        return worst;
    }
}
