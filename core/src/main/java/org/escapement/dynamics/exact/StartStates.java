package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.CutOffException;
import org.escapement.expression.Expression;
import org.escapement.model.InitialState;
import org.escapement.model.ModelException;
import org.escapement.numerics.linear.Sparse;

/** Density matrices to start from: products of spin-coherent, coherent and number states, and diagonal ones. */
public final class StartStates {

    private static final double UNIT = 1e-9;
    /** Arrays that any evolution needs. */
    private static final int LEAST_COPIES = 14;

    /** Amplitudes of one site. */
    private record Amplitudes(double[] re, double[] im) {}

    private final ExactSystem system;

    public StartStates(ExactSystem system) {
        this.system = system;
    }

    /**
     * The product state that a model names.
     *
     * @throws ModelException when a direction is not of length 1, or a coherent state does not fit under the cut-off
     */
    public DensityMatrix of(InitialState state) {
        double[][] psi = amplitudes(state);
        return pure(psi[0], psi[1]);
    }

    /** Its amplitudes in the gauge, real and imaginary parts. */
    public double[][] amplitudes(InitialState state) {
        List<Amplitudes> sites = new ArrayList<>();
        HilbertSpace space = system.space();
        for (int s = 0; s < space.sites().size(); s++) {
            SiteStates site = space.sites().get(s);
            List<Expression> numbers = state.sites().get(site.site().name());
            boolean spin = space.atoms(s) > 0;
            if (numbers == null && spin) {
                throw new ModelException(
                        "the initial state does not say where '" + site.site().name() + "' starts");
            }
            double[] values = numbers == null
                    ? new double[2]
                    : numbers.stream()
                            .mapToDouble(system.numbers().point()::evaluate)
                            .toArray();
            sites.add(spin ? spinCoherent(site, space.atoms(s), values) : coherent(site, values));
        }
        return product(sites);
    }

    /**
     * A product of basis states: excitations of each ensemble above its ground state, quanta of each mode.
     *
     * @param numbers by name; zero where left out
     */
    public DensityMatrix numberState(Map<String, Integer> numbers) {
        List<Amplitudes> sites = new ArrayList<>();
        HilbertSpace space = system.space();
        for (int s = 0; s < space.sites().size(); s++) {
            SiteStates site = space.sites().get(s);
            int count = numbers.getOrDefault(site.site().name(), 0);
            int index = space.atoms(s) > 0 ? space.atoms(s) - count : count;
            if (index < 0 || index >= site.dimension()) {
                throw new ModelException("'" + site.site().name() + "' has no state with " + count + " excitations");
            }
            Amplitudes a = new Amplitudes(new double[site.dimension()], new double[site.dimension()]);
            a.re[index] = 1;
            sites.add(a);
        }
        double[][] psi = product(sites);
        return pure(psi[0], psi[1]);
    }

    /** exp(-o)/Tr exp(-o) for an operator that is diagonal in the basis, on the truncated space. */
    public DensityMatrix exponential(Operator o) {
        Sparse m = system.matrix(o);
        double[] weight = new double[system.dimension()];
        java.util.Arrays.fill(weight, 1);
        m.forEach((r, c, x, y) -> {
            if (r != c) throw new ModelException("<" + o + "> is not diagonal in the basis");
            weight[r] = Math.exp(-x);
        });
        Layout layout = system.diagonalLayout();
        double[] x = new double[layout.size()];
        double total = 0;
        for (int i = 0; i < weight.length; i++) {
            weight[i] *= system.space().degeneracy(i);
            total += weight[i];
        }
        for (int i = 0; i < weight.length; i++) x[layout.place(i, i)] = weight[i] / total;
        return DensityMatrix.of(system, layout, x);
    }

    private DensityMatrix pure(double[] re, double[] im) {
        Sectors sectors = system.sectors();
        boolean[] used = new boolean[sectors.count()];
        boolean real = true;
        for (int i = 0; i < re.length; i++) {
            if (re[i] != 0 || im[i] != 0) used[sectors.sectorOf(i)] = true;
            real &= im[i] == 0;
        }
        List<int[]> pairs = new ArrayList<>();
        for (int r = 0; r < used.length; r++) {
            for (int c = 0; c < used.length; c++) if (used[r] && used[c]) pairs.add(new int[] {r, c});
        }
        Layout layout = Layout.from(sectors, system.jumpParts(), pairs);
        ExactFlow.requireMemory(system, layout.size() * (real ? 1L : 2L), LEAST_COPIES);
        double[] x = new double[real ? layout.size() : 2 * layout.size()];
        for (Layout.Block b : layout.blocks()) {
            int[] rows = sectors.members(b.row());
            int[] columns = sectors.members(b.column());
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < columns.length; j++) {
                    int at = b.offset() + i * columns.length + j;
                    int r = rows[i];
                    int c = columns[j];
                    x[at] = re[r] * re[c] + im[r] * im[c];
                    if (!real) x[layout.size() + at] = im[r] * re[c] - re[r] * im[c];
                }
            }
        }
        return DensityMatrix.of(system, layout, x);
    }

    private double[][] product(List<Amplitudes> sites) {
        double[] re = {1};
        double[] im = {0};
        for (Amplitudes a : sites) {
            int n = a.re.length;
            double[] nextRe = new double[re.length * n];
            double[] nextIm = new double[re.length * n];
            for (int i = 0; i < re.length; i++) {
                for (int k = 0; k < n; k++) {
                    nextRe[i * n + k] = re[i] * a.re[k] - im[i] * a.im[k];
                    nextIm[i * n + k] = re[i] * a.im[k] + im[i] * a.re[k];
                }
            }
            re = nextRe;
            im = nextIm;
        }
        system.gauge().apply(re, im);
        return withoutCommonPhase(re, im);
    }

    /** A state that is real up to a common phase is made real. */
    private static double[][] withoutCommonPhase(double[] re, double[] im) {
        boolean imaginary = true;
        for (double x : re) imaginary &= x == 0;
        return imaginary ? new double[][] {im, re} : new double[][] {re, im};
    }

    /** Amplitudes sqrt(C(N, k)) cos^(N-k) (e^(i phi) sin)^k of half the polar angle, k counting atoms that are down. */
    private static Amplitudes spinCoherent(SiteStates site, int atoms, double[] n) {
        double length = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
        if (Math.abs(length - 1) > UNIT) {
            throw new ModelException("'" + site.site().name() + "' starts with a direction of length " + length
                    + ": the exact level starts from spin-coherent states, whose direction has length 1");
        }
        double up = Math.sqrt(Math.max(0, (1 + n[2] / length) / 2));
        double down = Math.sqrt(Math.max(0, (1 - n[2] / length) / 2));
        double transverse = Math.hypot(n[0], n[1]);
        double cos = transverse == 0 ? 1 : n[0] / transverse;
        double sin = transverse == 0 ? 0 : n[1] / transverse;
        Amplitudes a = new Amplitudes(new double[site.dimension()], new double[site.dimension()]);
        double logBinomial = 0;
        double phaseRe = 1;
        double phaseIm = 0;
        for (int k = 0; k <= atoms; k++) {
            double size = Math.exp(logBinomial / 2 + power(up, atoms - k) + power(down, k));
            a.re[k] = size * phaseRe;
            a.im[k] = size * phaseIm;
            logBinomial += Math.log((atoms - k) / (k + 1.0));
            double next = phaseRe * cos - phaseIm * sin;
            phaseIm = phaseRe * sin + phaseIm * cos;
            phaseRe = next;
        }
        return a;
    }

    /** The logarithm of x^k, where 0^0 = 1. */
    private static double power(double x, int k) {
        return k == 0 ? 0 : k * Math.log(x);
    }

    private Amplitudes coherent(SiteStates site, double[] amplitude) {
        double scale = Math.sqrt(system.numbers().size());
        double x = amplitude[0] * scale;
        double y = amplitude[1] * scale;
        int n = site.dimension();
        Amplitudes a = new Amplitudes(new double[n], new double[n]);
        a.re[0] = Math.exp(-(x * x + y * y) / 2);
        double norm = a.re[0] * a.re[0];
        for (int k = 1; k < n; k++) {
            a.re[k] = (x * a.re[k - 1] - y * a.im[k - 1]) / Math.sqrt(k);
            a.im[k] = (x * a.im[k - 1] + y * a.re[k - 1]) / Math.sqrt(k);
            norm += a.re[k] * a.re[k] + a.im[k] * a.im[k];
        }
        if (1 - norm > system.options().topPopulation()) {
            throw new CutOffException("the initial state of '" + site.site().name() + "' has the weight " + (1 - norm)
                    + " above the cut-off of " + n + " Fock states: raise it");
        }
        return a;
    }
}
