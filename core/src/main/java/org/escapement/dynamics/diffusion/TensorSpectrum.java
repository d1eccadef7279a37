package org.escapement.dynamics.diffusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.escapement.algebra.Word;
import org.escapement.model.ModelException;
import org.escapement.model.ParameterValues;
import org.escapement.numerics.ConvergenceException;
import org.escapement.numerics.linear.BlockElimination;
import org.escapement.numerics.linear.Eigen;
import org.escapement.numerics.linear.Levels;
import org.escapement.numerics.linear.RealMatrices;
import org.escapement.numerics.linear.Sparse;
import org.escapement.numerics.linear.SparseBuilder;
import org.escapement.numerics.random.RandomStream;

/**
 * Relaxation rates of collective spins in one sector of their charges: eigenvalues of the generator in spherical tensors.
 * All eigenvalues of a small truncation give the candidates; inverse iteration follows each slow one to larger truncations
 * until it stays.
 */
public final class TensorSpectrum {

    /** Largest dimension and largest l for which all eigenvalues are computed. */
    private static final int DENSE = 500;

    private static final int DENSE_L = 120;
    private static final int MOST = 60_000;
    /** Largest relative error that is accepted when it no longer shrinks. */
    private static final double ROUNDING = 1e-6;

    private static final int CANDIDATES = 6;

    private final TensorSystem system;
    private final List<Long> charge;

    private TensorSpectrum(TensorSystem system, List<Long> charge) {
        this.system = system;
        this.charge = charge;
    }

    /**
     * A relaxation rate.
     *
     * @param rate minus the real part of the eigenvalue
     * @param frequency modulus of its imaginary part
     * @param error change with the last truncation
     */
    public record Rate(double rate, double frequency, double error) {}

    /**
     * The smallest rate other than that of the stationary state in the sector of a word.
     *
     * @param word changes the charges; the identity for the sector of states without charge
     * @param tolerance relative error
     */
    public static Rate gap(TensorEquations equations, ParameterValues point, Word word, double tolerance) {
        TensorSystem system = new TensorSystem(equations, point);
        return new TensorSpectrum(system, equations.charges().sector(word)).gap(tolerance);
    }

    private boolean neutral() {
        return charge.stream().allMatch(c -> c == 0);
    }

    private Rate gap(double tolerance) {
        int[] highest = new int[system.equations().spins().size()];
        Arrays.fill(highest, 2);
        List<Block> blocks = blocks(highest);
        while (largest(blocks) < DENSE && highest[0] < DENSE_L) {
            int[] next = Arrays.stream(highest).map(l -> l + Math.max(1, l / 6)).toArray();
            List<Block> larger = blocks(next);
            if (largest(larger) > DENSE || sameSize(larger, blocks)) break;
            highest = next;
            blocks = larger;
        }
        List<double[]> slow = slowest(blocks);
        if (slow.isEmpty()) throw new ModelException("no relaxation in this sector: it has no tensors");
        double before = Double.NaN;
        double lastError = Double.POSITIVE_INFINITY;
        while (true) {
            double[] least = slow.getFirst();
            double error = Math.abs(-least[0] - before);
            // Eigenvectors of narrow states are far from orthogonal: rounding then limits the accuracy.
            boolean rounding = error <= ROUNDING * Math.abs(least[0]) && error >= lastError / 2;
            if (error <= tolerance * Math.abs(least[0]) || rounding) {
                return new Rate(-least[0], Math.abs(least[1]), error);
            }
            lastError = error;
            before = -least[0];
            highest = Arrays.stream(highest).map(l -> l + Math.max(2, l / 4)).toArray();
            List<Block> larger = blocks(highest);
            if (sameSize(larger, blocks)) return new Rate(before, Math.abs(least[1]), 1e-14 * before);
            blocks = larger;
            slow = followed(slow, blocks);
        }
    }

    private static boolean sameSize(List<Block> a, List<Block> b) {
        return a.stream().mapToInt(Block::size).sum()
                == b.stream().mapToInt(Block::size).sum();
    }

    private static int largest(List<Block> blocks) {
        return blocks.stream().mapToInt(Block::size).max().orElse(0);
    }

    /** A part of the generator that nothing leaves or enters. */
    private record Block(Sparse matrix) {
        int size() {
            return matrix.rows();
        }
    }

    private List<Block> blocks(int[] highest) {
        if (Arrays.stream(highest).anyMatch(l -> l > TensorBasis.LARGEST)) throw tooNarrow(highest);
        TensorPattern pattern = system.equations().pattern(system.shape(highest, new TensorShape.Sector(charge)));
        if (pattern.basis().size() > MOST) throw tooNarrow(highest);
        Sparse whole = system.matrix(pattern.generator());
        int identity = neutral() ? 0 : -1;
        int[] component = components(whole, identity);
        int count = Arrays.stream(component).max().orElse(-1) + 1;
        List<Block> blocks = new ArrayList<>();
        for (int b = 0; b < count; b++) blocks.add(block(whole, component, b));
        return blocks;
    }

    private static ModelException tooNarrow(int[] highest) {
        return new ModelException("the slowest mode is too narrow for spherical tensors: l up to "
                + Arrays.toString(highest) + " does not resolve it");
    }

    /** Connected components, the identity (whose row vanishes) left out. */
    private static int[] components(Sparse m, int identity) {
        Levels.Pattern pattern = Levels.Pattern.of(m);
        int[] component = new int[m.rows()];
        Arrays.fill(component, -1);
        int count = 0;
        for (int seed = 0; seed < m.rows(); seed++) {
            if (seed == identity || component[seed] >= 0) continue;
            int[] queue = new int[m.rows()];
            int tail = 0;
            queue[tail++] = seed;
            component[seed] = count;
            for (int head = 0; head < tail; head++) {
                int r = queue[head];
                for (int i = pattern.start()[r]; i < pattern.start()[r + 1]; i++) {
                    int c = pattern.neighbour()[i];
                    if (c == identity || component[c] >= 0) continue;
                    component[c] = count;
                    queue[tail++] = c;
                }
            }
            count++;
        }
        return component;
    }

    private static Block block(Sparse whole, int[] component, int b) {
        int[] place = new int[component.length];
        int n = 0;
        for (int i = 0; i < place.length; i++) if (component[i] == b) place[i] = n++;
        SparseBuilder part = new SparseBuilder(n, n);
        whole.forEach((r, c, x, y) -> {
            if (component[r] == b && component[c] == b) part.add(place[r], place[c], x, 0);
        });
        return new Block(part.build());
    }

    private static List<double[]> slowest(List<Block> blocks) {
        List<double[]> all = new ArrayList<>();
        for (Block b : blocks) {
            Eigen e = Eigen.of(b.matrix().dense(), false);
            for (int i = 0; i < e.re().length; i++) if (e.im()[i] >= 0) all.add(new double[] {e.re()[i], e.im()[i]});
        }
        return sorted(all);
    }

    private static List<double[]> sorted(List<double[]> all) {
        return all.stream()
                .sorted(Comparator.comparingDouble(v -> -v[0]))
                .limit(CANDIDATES)
                .toList();
    }

    private static List<double[]> followed(List<double[]> slow, List<Block> blocks) {
        List<double[]> all = new ArrayList<>();
        for (Block b : blocks) for (double[] candidate : slow) all.add(nearest(b, candidate));
        return sorted(all);
    }

    /** The eigenvalue nearest a number, by inverse iteration with the Rayleigh quotient. */
    private static double[] nearest(Block block, double[] candidate) {
        Sparse a = block.matrix();
        int n = a.rows();
        double size = Math.hypot(candidate[0], candidate[1]);
        boolean complex = candidate[1] > 1e-9 * size;
        // A shift beside the candidate keeps the matrix regular when the candidate is exact.
        double shiftRe = candidate[0] + 1e-6 * size;
        double shiftIm = complex ? candidate[1] : 0;
        double[] x = new double[complex ? 2 * n : n];
        for (int i = 0; i < x.length; i++) x[i] = RandomStream.uniform(7, i, 0) - 0.5;
        Levels levels = Levels.from(Levels.Pattern.of(a), 0);
        double[] value = candidate;
        try (BlockElimination inverse = new BlockElimination(a, levels, shiftRe, shiftIm)) {
            for (int step = 0; step < 60; step++) {
                normalise(x);
                double[] image = image(a, x, complex);
                double[] next = rayleigh(x, image, complex);
                double change = Math.hypot(next[0] - value[0], next[1] - value[1]);
                value = next;
                if (step > 3 && change < 1e-13 * size) return value;
                inverse.solve(x);
            }
        }
        if (Double.isFinite(value[0])) return value;
        throw new ConvergenceException("inverse iteration failed near " + candidate[0]);
    }

    private static void normalise(double[] x) {
        double norm = Math.sqrt(RealMatrices.dot(x, x));
        for (int i = 0; i < x.length; i++) x[i] /= norm;
    }

    private static double[] image(Sparse a, double[] x, boolean complex) {
        int n = a.rows();
        double[] y = new double[x.length];
        if (!complex) {
            a.multiply(x, y);
            return y;
        }
        double[] re = Arrays.copyOf(x, n);
        double[] im = Arrays.copyOfRange(x, n, 2 * n);
        double[] out = new double[n];
        a.multiply(re, out);
        System.arraycopy(out, 0, y, 0, n);
        a.multiply(im, out);
        System.arraycopy(out, 0, y, n, n);
        return y;
    }

    private static double[] rayleigh(double[] x, double[] y, boolean complex) {
        if (!complex) return new double[] {RealMatrices.dot(x, y), 0};
        int n = x.length / 2;
        double re = RealMatrices.dot(x, y);
        double im = 0;
        for (int i = 0; i < n; i++) im += x[i] * y[n + i] - x[n + i] * y[i];
        return new double[] {re, im};
    }
}
