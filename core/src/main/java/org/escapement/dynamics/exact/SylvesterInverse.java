package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.escapement.numerics.krylov.LinearMap;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Sparse;

/**
 * The inverse of a map X ↦ A X + X B^T - s X, cut into small equations by what A and B keep apart, on coordinates of
 * matrices: y = U† (A ⊗ 1 + 1 ⊗ B - s)^-1 U x with the amounts U x of the equations. Complex vectors hold their
 * imaginary parts behind the real ones. Immutable and thread-safe.
 */
final class SylvesterInverse implements LinearMap {

    /** Coordinates above which equations are shared out. */
    private static final int LARGE = 10_000;

    private static final int STRIPS = 8;

    private final List<SylvesterEquation> equations;
    private final int[] offset;
    private final Sparse amounts;
    private final Sparse adjoint;
    private final boolean[] real;
    private final double shiftRe;
    private final double shiftIm;

    private SylvesterInverse(SylvesterInverse other, double shiftRe, double shiftIm) {
        this.equations = other.equations;
        this.offset = other.offset;
        this.amounts = other.amounts;
        this.adjoint = other.adjoint;
        this.real = other.real;
        this.shiftRe = shiftRe;
        this.shiftIm = shiftIm;
    }

    /**
     * Without a shift.
     *
     * @param entries of the layout that the equations refer to
     */
    SylvesterInverse(List<SylvesterEquation> equations, Coordinates coordinates, int entries) {
        this.equations = List.copyOf(equations);
        this.offset = new int[equations.size() + 1];
        for (int k = 0; k < equations.size(); k++) {
            offset[k + 1] = offset[k] + equations.get(k).size();
        }
        this.amounts = SylvesterAmounts.matrix(equations, coordinates, entries);
        this.adjoint = amounts.adjoint();
        this.real = new boolean[equations.size()];
        for (int k = 0; k < real.length; k++) {
            real[k] = equations.get(k).isReal() && isReal(offset[k], offset[k + 1]);
        }
        this.shiftRe = 0;
        this.shiftIm = 0;
    }

    private boolean isReal(int from, int to) {
        for (int k = amounts.start()[from]; k < amounts.start()[to]; k++) if (amounts.im()[k] != 0) return false;
        return true;
    }

    /** The same decompositions at another shift. */
    SylvesterInverse shifted(double re, double im) {
        return new SylvesterInverse(this, re, im);
    }

    @Override
    public void apply(double[] x, double[] y) {
        int n = amounts.columns();
        double[] re = new double[amounts.rows()];
        double[] im = x.length == n && allReal() ? null : new double[amounts.rows()];
        each(equations.size(), k -> solve(k, x, re, im));
        each(STRIPS, s -> back(n * s / STRIPS, n * (s + 1) / STRIPS, re, im, y));
    }

    private void each(int count, IntConsumer task) {
        IntStream all = IntStream.range(0, count);
        (amounts.columns() < LARGE ? all : all.parallel()).forEach(task);
    }

    private boolean allReal() {
        for (boolean r : real) if (!r) return false;
        return shiftIm == 0;
    }

    private void solve(int k, double[] x, double[] re, double[] im) {
        // Of a matrix with one parity half of the equations are empty.
        if (amounts.start()[offset[k]] == amounts.start()[offset[k + 1]]) return;
        SylvesterEquation e = equations.get(k);
        Dense r = Dense.zero(e.left().dimension(), e.right().dimension(), real[k] && x.length == amounts.columns());
        Dense solved = e.solution(amounts(k, x, r), shiftRe, shiftIm);
        System.arraycopy(solved.re(), 0, re, offset[k], e.size());
        if (!solved.isReal()) System.arraycopy(solved.im(), 0, im, offset[k], e.size());
    }

    private Dense amounts(int k, double[] x, Dense r) {
        int n = amounts.columns();
        boolean complex = x.length > n;
        for (int i = 0; i < r.re().length; i++) {
            double sumRe = 0;
            double sumIm = 0;
            int row = offset[k] + i;
            for (int a = amounts.start()[row]; a < amounts.start()[row + 1]; a++) {
                int c = amounts.column()[a];
                double u = amounts.re()[a];
                double v = amounts.im()[a];
                sumRe += u * x[c];
                sumIm += v * x[c];
                if (!complex) continue;
                sumRe -= v * x[n + c];
                sumIm += u * x[n + c];
            }
            r.re()[i] = sumRe;
            if (!r.isReal()) r.im()[i] = sumIm;
        }
        return r;
    }

    /** Some coordinates of U† r; of a real vector the imaginary part is none. */
    private void back(int from, int to, double[] re, double[] im, double[] y) {
        int n = amounts.columns();
        boolean complex = y.length > n;
        for (int c = from; c < to; c++) {
            double sumRe = 0;
            double sumIm = 0;
            for (int a = adjoint.start()[c]; a < adjoint.start()[c + 1]; a++) {
                int row = adjoint.column()[a];
                double u = adjoint.re()[a];
                double v = adjoint.im()[a];
                sumRe += u * re[row];
                if (im == null) continue;
                sumRe -= v * im[row];
                if (complex) sumIm += u * im[row] + v * re[row];
            }
            y[c] = sumRe;
            if (complex) y[n + c] = sumIm;
        }
    }

    /** An eigenvector of A times one of B, and how far the sum of their eigenvalues is from the shift. */
    private record Product(int equation, int i, int j, double distance) {}

    /** The solutions X of A X + X B^T = λ X with λ nearest the shift, as complex coordinates. */
    List<double[]> eigenvectors(int count) {
        PriorityQueue<Product> nearest = new PriorityQueue<>(
                Comparator.comparingDouble(Product::distance).reversed());
        for (int k = 0; k < equations.size(); k++) {
            SylvesterEquation e = equations.get(k);
            for (int i = 0; i < e.left().dimension(); i++) {
                for (int j = 0; j < e.right().dimension(); j++) {
                    double distance = e.distance(i, j, shiftRe, shiftIm);
                    if (nearest.size() == count && distance >= nearest.peek().distance) continue;
                    nearest.add(new Product(k, i, j, distance));
                    if (nearest.size() > count) nearest.poll();
                }
            }
        }
        List<double[]> vectors = new ArrayList<>();
        nearest.stream()
                .sorted(Comparator.comparingDouble(Product::distance))
                .forEach(p -> vectors.add(eigenvector(p)));
        return vectors;
    }

    private double[] eigenvector(Product p) {
        SylvesterEquation e = equations.get(p.equation);
        Dense one = Dense.zero(e.left().dimension(), e.right().dimension(), false);
        one.re()[p.i * one.columns() + p.j] = 1;
        Dense product = e.fromEigenvectors(one, false);
        double[] re = new double[amounts.rows()];
        double[] im = new double[amounts.rows()];
        System.arraycopy(product.re(), 0, re, offset[p.equation], e.size());
        System.arraycopy(product.im(), 0, im, offset[p.equation], e.size());
        double[] vector = new double[2 * amounts.columns()];
        back(0, amounts.columns(), re, im, vector);
        return vector;
    }
}
