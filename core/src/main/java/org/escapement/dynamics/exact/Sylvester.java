package org.escapement.dynamics.exact;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.escapement.numerics.krylov.LinearMap;
import org.escapement.numerics.linear.Dense;

/**
 * The inverse of maps X ↦ A X + X B^T - s X of the entries of a layout, cut into small equations by what A and B keep
 * apart and solved with their eigenvectors. Real operators are diagonalised in real bases, so that large products stay
 * real. Immutable and thread-safe.
 */
final class Sylvester implements LinearMap {

    /**
     * One equation.
     *
     * @param left part of the rows of X, with A
     * @param right part of the columns, with B
     * @param place in the layout of the row set's item i and the column set's item j, at i width + j
     */
    record Equation(SylvesterPart left, SylvesterPart right, int[] place, int width) {}

    /** Entries above which equations are shared out. */
    private static final int LARGE = 20_000;

    private static final int STRIP = 16;

    private final int entries;
    private final List<Equation> equations;
    private final double shiftRe;
    private final double shiftIm;

    private Sylvester(int entries, List<Equation> equations, double shiftRe, double shiftIm) {
        this.entries = entries;
        this.equations = equations;
        this.shiftRe = shiftRe;
        this.shiftIm = shiftIm;
    }

    /**
     * Without a shift.
     *
     * @param entries number of entries of the layout
     */
    static Sylvester of(int entries, List<Equation> equations) {
        return new Sylvester(entries, List.copyOf(equations), 0, 0);
    }

    /** The same decompositions at another shift. */
    Sylvester shifted(double re, double im) {
        return new Sylvester(entries, equations, re, im);
    }

    @Override
    public void apply(double[] x, double[] y) {
        Arrays.fill(y, 0);
        // A strip at a time: solved together, added up in order.
        for (int from = 0; from < equations.size(); from += STRIP) {
            List<Equation> strip = equations.subList(from, Math.min(from + STRIP, equations.size()));
            Stream<Equation> each = entries < LARGE ? strip.stream() : strip.parallelStream();
            List<Dense> solved = each.map(e -> solution(e, x)).toList();
            for (int k = 0; k < strip.size(); k++) {
                if (solved.get(k) != null) scatter(strip.get(k), solved.get(k), y);
            }
        }
    }

    /** Null where there is nothing to solve for. */
    private Dense solution(Equation e, double[] x) {
        Dense r = gather(e, x, x.length > entries);
        // Of a matrix with one parity half of the parts are zero.
        return r.largest() > 0 ? solve(e, r) : null;
    }

    private Dense gather(Equation e, double[] x, boolean complex) {
        SylvesterPart left = e.left;
        SylvesterPart right = e.right;
        Dense r = Dense.zero(left.dimension(), right.dimension(), !complex);
        for (int part = 0; part < (complex ? 2 : 1); part++) {
            double[] to = part == 0 ? r.re() : r.im();
            int shift = part * entries;
            for (int k = 0; k < r.rows(); k++) {
                int first = left.first()[k] * e.width;
                int second = left.second()[k] * e.width;
                double v = left.weight()[k];
                double w = left.partnerWeight()[k];
                for (int l = 0; l < r.columns(); l++) {
                    int c = right.first()[l];
                    int d = right.second()[l];
                    double own = v * x[shift + e.place[first + c]];
                    if (w != 0) own += w * x[shift + e.place[second + c]];
                    double sum = right.weight()[l] * own;
                    if (c != d) {
                        double partner = v * x[shift + e.place[first + d]];
                        if (w != 0) partner += w * x[shift + e.place[second + d]];
                        sum += right.partnerWeight()[l] * partner;
                    }
                    to[k * r.columns() + l] = sum;
                }
            }
        }
        if (!complex) return r;
        turn(e, r, -1);
        // In coordinates of Hermitian matrices those of a Hermitian matrix are real.
        for (double y : r.im()) if (y != 0) return r;
        return e.left.pairs() == null ? r : new Dense(r.rows(), r.columns(), r.re(), null);
    }

    /** Multiplies by i, or -i, once for each coordinate that comes with a factor i. */
    private static void turn(Equation e, Dense r, int direction) {
        for (int k = 0; k < r.rows(); k++) {
            for (int l = 0; l < r.columns(); l++) {
                int turns = (e.left.turned()[k] ? 1 : 0) + (e.right.turned()[l] ? 1 : 0);
                if (turns == 0) continue;
                int at = k * r.columns() + l;
                double re = r.re()[at];
                double im = r.im()[at];
                r.re()[at] = turns == 2 ? -re : -direction * im;
                r.im()[at] = turns == 2 ? -im : direction * re;
            }
        }
    }

    private void scatter(Equation e, Dense solved, double[] y) {
        SylvesterPart left = e.left;
        SylvesterPart right = e.right;
        boolean complex = y.length > entries;
        Dense r = solved;
        if (complex) {
            if (r.isReal()) r = new Dense(r.rows(), r.columns(), r.re(), new double[r.re().length]);
            turn(e, r, 1);
        }
        for (int part = 0; part < (complex ? 2 : 1); part++) {
            double[] from = part == 0 ? r.re() : r.im();
            int shift = part * entries;
            for (int k = 0; k < r.rows(); k++) {
                int first = left.first()[k] * e.width;
                int second = left.second()[k] * e.width;
                double v = left.weight()[k];
                double w = left.partnerWeight()[k];
                for (int l = 0; l < r.columns(); l++) {
                    double value = from[k * r.columns() + l];
                    int c = right.first()[l];
                    double own = right.weight()[l] * value;
                    y[shift + e.place[first + c]] += v * own;
                    if (w != 0) y[shift + e.place[second + c]] += w * own;
                    int d = right.second()[l];
                    if (c == d) continue;
                    double partner = right.partnerWeight()[l] * value;
                    y[shift + e.place[first + d]] += v * partner;
                    if (w != 0) y[shift + e.place[second + d]] += w * partner;
                }
            }
        }
    }

    private Dense solve(Equation e, Dense r) {
        boolean real = e.left.pairs() != null;
        Dense z = e.left.to().times(r).timesTransposed(e.right.to());
        if (z.isReal()) z = new Dense(z.rows(), z.columns(), z.re(), new double[z.re().length]);
        if (real) {
            e.left.pairs().toEigenvectors(z);
            z = z.transposed();
            e.right.pairs().toEigenvectors(z);
            z = z.transposed();
        }
        divide(e, z);
        return fromEigenvectors(e, z, real && r.isReal());
    }

    private static Dense fromEigenvectors(Equation e, Dense amounts, boolean toReal) {
        Dense z = amounts;
        if (e.left.pairs() != null) {
            e.left.pairs().fromEigenvectors(z);
            z = z.transposed();
            e.right.pairs().fromEigenvectors(z);
            z = z.transposed();
            if (toReal) z = new Dense(z.rows(), z.columns(), z.re(), null);
        }
        return e.left.from().times(z).timesTransposed(e.right.from());
    }

    /** An eigenvector of A times one of B, and how far the sum of their eigenvalues is from the shift. */
    private record Product(Equation equation, int i, int j, double distance) {}

    /** The solutions X of A X + X B^T = λ X with λ nearest the shift, as complex entries of the layout. */
    List<double[]> eigenmatrices(int count) {
        PriorityQueue<Product> nearest = new PriorityQueue<>(
                Comparator.comparingDouble(Product::distance).reversed());
        for (Equation e : equations) {
            for (int i = 0; i < e.left.re().length; i++) {
                for (int j = 0; j < e.right.re().length; j++) {
                    double re = e.left.re()[i] + e.right.re()[j] - shiftRe;
                    double im = e.left.im()[i] + e.right.im()[j] - shiftIm;
                    double distance = Math.hypot(re, im);
                    if (nearest.size() == count && distance >= nearest.peek().distance) continue;
                    nearest.add(new Product(e, i, j, distance));
                    if (nearest.size() > count) nearest.poll();
                }
            }
        }
        return nearest.stream()
                .sorted(Comparator.comparingDouble(Product::distance))
                .map(this::eigenmatrix)
                .toList();
    }

    private double[] eigenmatrix(Product p) {
        Dense amounts = Dense.zero(p.equation.left.dimension(), p.equation.right.dimension(), false);
        amounts.re()[p.i * amounts.columns() + p.j] = 1;
        double[] matrix = new double[2 * entries];
        scatter(p.equation, fromEigenvectors(p.equation, amounts, false), matrix);
        return matrix;
    }

    private void divide(Equation e, Dense z) {
        for (int i = 0; i < z.rows(); i++) {
            for (int j = 0; j < z.columns(); j++) {
                int at = i * z.columns() + j;
                double re = e.left.re()[i] + e.right.re()[j] - shiftRe;
                double im = e.left.im()[i] + e.right.im()[j] - shiftIm;
                double square = re * re + im * im;
                double value = (z.re()[at] * re + z.im()[at] * im) / square;
                z.im()[at] = (z.im()[at] * re - z.re()[at] * im) / square;
                z.re()[at] = value;
            }
        }
    }
}
