package org.escapement.dynamics.diffusion;

import java.util.Arrays;
import org.escapement.algebra.Operator;
import org.escapement.model.ModelException;
import org.escapement.numerics.linear.BlockElimination;
import org.escapement.numerics.linear.Levels;
import org.escapement.numerics.linear.Sparse;
import org.escapement.numerics.linear.SparseBuilder;

/**
 * The stationary state on one truncation: the solution of L c = 0 with c = 1 for the identity, by one block elimination
 * that also serves the fluctuations. Belongs to one thread; close it.
 */
final class TensorState implements AutoCloseable {

    private final TensorSystem system;
    private final TensorPattern pattern;
    private final Sparse generator;
    private final BlockElimination inverse;
    private final double[] state;

    TensorState(TensorSystem system, TensorPattern pattern) {
        this.system = system;
        this.pattern = pattern;
        this.generator = system.matrix(pattern.generator());
        int n = generator.rows();
        SparseBuilder rest = new SparseBuilder(n - 1, n - 1);
        double[] source = new double[n - 1];
        generator.forEach((r, c, x, y) -> {
            if (r > 0 && c > 0) rest.add(r - 1, c - 1, x, 0);
            if (r > 0 && c == 0) source[r - 1] = -x;
        });
        Sparse a = rest.build();
        int[] first = java.util.stream.IntStream.range(0, n - 1)
                .filter(i -> source[i] != 0)
                .toArray();
        this.inverse = factorise(a, first);
        inverse.solve(source);
        this.state = new double[n];
        state[0] = 1;
        System.arraycopy(source, 0, state, 1, n - 1);
    }

    private static BlockElimination factorise(Sparse a, int[] first) {
        Levels levels = Levels.from(Levels.Pattern.of(a), first);
        if (!levels.coversAll()) levels = Levels.together(a.rows());
        try {
            return new BlockElimination(a, levels, 0, 0);
        } catch (ArithmeticException e) {
            throw new ModelException("the stationary state is not unique or not smooth here: no dissipation reaches "
                    + "some coherence");
        }
    }

    /** Number of coordinates. */
    int dimension() {
        return state.length;
    }

    TensorPattern pattern() {
        return pattern;
    }

    Sparse generator() {
        return generator;
    }

    double[] state() {
        return state;
    }

    /** Largest modulus of a coordinate with a given l of a site. */
    double weight(int site, int l) {
        TensorBasis basis = pattern.basis();
        double largest = 0;
        for (int i = 0; i < state.length; i++) {
            if (basis.l(i)[site] == l) largest = Math.max(largest, Math.abs(state[i]));
        }
        return largest;
    }

    /** What the highest kept tensors of a site weigh, 0 where nothing is cut off. */
    double tail(int site) {
        TensorShape shape = pattern.basis().shape();
        if (shape.isComplete(site)) return 0;
        int l = shape.limit(site);
        return Math.max(weight(site, l), weight(site, l - 1));
    }

    /** |L c| relative to the sum of moduli in the row. */
    double residual() {
        double[] image = new double[state.length];
        generator.multiply(state, image);
        double largest = 0;
        for (int r = 0; r < image.length; r++) {
            double size = 0;
            for (int k = generator.start()[r]; k < generator.start()[r + 1]; k++) {
                size += Math.abs(generator.re()[k] * state[generator.column()[k]]);
            }
            if (size > 0) largest = Math.max(largest, Math.abs(image[r]) / Math.max(size, 1e-12));
        }
        return largest;
    }

    /** An expectation value without its power of N: the trace of (Oρ + ρO)/2. */
    double mean(Operator o) {
        return row(o, state);
    }

    /** The trace of an observable with any matrix in coordinates. */
    double row(Operator o, double[] x) {
        Sparse m = system.matrix(pattern.symmetrised(o));
        double sum = 0;
        for (int i = m.start()[0]; i < m.start()[1]; i++) sum += m.re()[i] * x[m.column()[i]];
        return sum;
    }

    /** (Oρ + ρO)/2 - ⟨O⟩ρ. */
    double[] fluctuation(Operator o) {
        double[] x = new double[state.length];
        system.matrix(pattern.symmetrised(o)).multiply(state, x);
        double mean = x[0];
        for (int i = 0; i < x.length; i++) x[i] -= mean * state[i];
        return x;
    }

    /** 2 ∫_0^∞ (Re⟨A(t)A(0)⟩ - ⟨A⟩²) dt without its power of N. */
    double noise(Operator a) {
        double[] x = fluctuation(a);
        double[] rest = Arrays.copyOfRange(x, 1, x.length);
        inverse.solve(rest);
        System.arraycopy(rest, 0, x, 1, rest.length);
        return -2 * row(a, x);
    }

    @Override
    public void close() {
        inverse.close();
    }
}
