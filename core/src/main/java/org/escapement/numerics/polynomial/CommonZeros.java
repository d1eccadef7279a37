package org.escapement.numerics.polynomial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.linear.ComplexMatrix;
import org.escapement.numerics.random.RandomStream;

/**
 * All isolated common zeros of polynomials, complex ones included, by following the zeros of a simple system of equal
 * degrees to those of a random combination of the given ones: with probability one every isolated zero is the end of a
 * path. There may be more equations than variables; zeros of the combination alone are dropped.
 *
 * @param zeros regular isolated zeros
 * @param singular ends of paths at finite points where the zero is not isolated or not simple
 * @param paths how many were followed
 * @param lost paths that could not be followed to their end, or ended together although their end is simple
 */
public record CommonZeros(List<Zero> zeros, List<Zero> singular, int paths, int lost) {

    /** A point whose coordinates are complex. */
    public record Zero(double[] re, double[] im) {
        public Zero {
            re = re.clone();
            im = im.clone();
        }

        @Override
        public double[] re() {
            return re.clone();
        }

        @Override
        public double[] im() {
            return im.clone();
        }

        /** Largest imaginary part relative to the size of the point. */
        public double imaginary() {
            double size = 1;
            for (int i = 0; i < re.length; i++) size = Math.max(size, Math.hypot(re[i], im[i]));
            return Arrays.stream(im).map(Math::abs).max().orElse(0) / size;
        }

        private double distance(Zero other) {
            double sum = 0;
            for (int i = 0; i < re.length; i++) sum += Math.hypot(re[i] - other.re[i], im[i] - other.im[i]);
            return sum;
        }
    }

    private static final long SEED = 20_161;
    private static final double AT_INFINITY = 1e-8;
    private static final double SINGULAR = 1e-7;
    private static final double SAME = 1e-7;
    private static final double HOLDS = 1e-8;

    public CommonZeros {
        zeros = List.copyOf(zeros);
        singular = List.copyOf(singular);
    }

    /**
     * Finds them.
     *
     * @param mostPaths refuses systems with more paths
     * @throws ArithmeticException saying why, when there are too many paths or fewer equations than variables
     */
    public static CommonZeros of(List<Polynomial> system, int mostPaths) {
        int variables = system.getFirst().variables();
        Elimination e = new Elimination(variables, system);
        if (e.contradiction()) return new CommonZeros(List.of(), List.of(), 0, 0);
        List<Integer> free = e.free();
        List<Polynomial> left = e.remaining().stream().map(p -> p.in(free)).toList();
        if (free.size() > left.size()) {
            throw new ArithmeticException("only " + left.size() + " independent equations for " + free.size()
                    + " unknowns: zeros are not isolated");
        }
        if (free.isEmpty())
            return new CommonZeros(
                    List.of(completed(e, free, new Zero(new double[0], new double[0]), variables)), List.of(), 1, 0);
        return new Search(left, free.size(), mostPaths).run().map(z -> completed(e, free, z, variables));
    }

    private static Zero completed(Elimination e, List<Integer> free, Zero z, int variables) {
        double[] re = new double[variables];
        double[] im = new double[variables];
        for (int k = 0; k < free.size(); k++) {
            re[free.get(k)] = z.re[k];
            im[free.get(k)] = z.im[k];
        }
        e.complete(re, im);
        return new Zero(re, im);
    }

    private CommonZeros map(UnaryOperator<Zero> change) {
        return new CommonZeros(
                zeros.stream().map(change).toList(),
                singular.stream().map(change).toList(),
                paths,
                lost);
    }

    /** The paths of one system without eliminable variables. */
    private static final class Search {
        private final List<Polynomial> system;
        private final int n;
        private final int[] degrees;
        private final HomogeneousSystem combined;
        private final int paths;
        private final List<Zero> zeros = new ArrayList<>();
        private final List<Zero> singular = new ArrayList<>();
        private final List<int[]> again = new ArrayList<>();
        private int lost;

        Search(List<Polynomial> equations, int n, int mostPaths) {
            // Those of lowest degree come last and are mixed into the others.
            this.system = equations.stream()
                    .sorted((a, b) -> Integer.compare(b.degree(), a.degree()))
                    .toList();
            this.n = n;
            this.degrees = system.stream().limit(n).mapToInt(Polynomial::degree).toArray();
            long count = 1;
            for (int d : degrees) count = Math.min(Long.MAX_VALUE / 1000, count * d);
            if (count > mostPaths) {
                throw new ArithmeticException(
                        "the system may have " + count + " zeros, more than the " + mostPaths + " that are looked for");
            }
            this.paths = (int) count;
            ComplexMatrix weights = new ComplexMatrix(n, system.size());
            for (int i = 0; i < n; i++) {
                weights.add(i, i, 1, 0);
                for (int k = n; k < system.size(); k++) {
                    Complex w = random(100 + i, k);
                    weights.add(i, k, w.re(), w.im());
                }
            }
            this.combined = new HomogeneousSystem(system, weights, degrees);
        }

        private static Complex random(int index, int place) {
            return Complex.phase(2 * Math.PI * RandomStream.uniform(SEED, index, place));
        }

        private PathTracker tracker(int attempt) {
            Complex[] patch = new Complex[n + 1];
            for (int v = 0; v <= n; v++) patch[v] = random(10 + attempt, v);
            return attempt == 0
                    ? new PathTracker(combined, random(1, 0), patch, 1e-8, 0.1)
                    : new PathTracker(combined, random(1 + attempt, 0), patch, 1e-11, 0.01);
        }

        CommonZeros run() {
            follow(tracker(0));
            for (int attempt = 1; attempt < 3 && (lost > 0 || !again.isEmpty()); attempt++) {
                // Paths that ended together have jumped from one to the other: smaller steps and another gamma.
                zeros.clear();
                singular.clear();
                again.clear();
                lost = 0;
                follow(tracker(attempt));
            }
            return new CommonZeros(zeros, singular, paths, lost + again.size());
        }

        private void follow(PathTracker tracker) {
            int[] root = new int[n];
            for (int path = 0; path < paths; path++) {
                classify(tracker.follow(root), root);
                for (int v = 0; v < n; v++) {
                    root[v]++;
                    if (root[v] < degrees[v]) break;
                    root[v] = 0;
                }
            }
        }

        private void classify(PathTracker.End end, int[] root) {
            if (!end.arrived()) {
                lost++;
                return;
            }
            double size = 0;
            for (int v = 0; v <= n; v++) size = Math.max(size, Math.hypot(end.re()[v], end.im()[v]));
            Complex x0 = new Complex(end.re()[0], end.im()[0]);
            boolean isSingular = !(end.error() < SINGULAR);
            if (x0.modulus() < (isSingular ? 1e-3 : AT_INFINITY) * size) return;
            double[] re = new double[n];
            double[] im = new double[n];
            for (int v = 0; v < n; v++) {
                Complex z = new Complex(end.re()[v + 1], end.im()[v + 1]).over(x0);
                re[v] = z.re();
                im[v] = z.im();
            }
            Zero zero = new Zero(re, im);
            if (isSingular) singular.add(zero);
            else if (zeros.stream().anyMatch(z -> z.distance(zero) < SAME)) again.add(root.clone());
            else if (holds(re, im)) zeros.add(zero);
        }

        /** Whether every equation holds, not only the combination. */
        private boolean holds(double[] re, double[] im) {
            double size = 1;
            for (int v = 0; v < n; v++) size = Math.max(size, Math.hypot(re[v], im[v]));
            for (Polynomial p : system) {
                double[] value = p.at(re, im);
                if (!(Math.hypot(value[0], value[1]) < HOLDS * p.largest() * Math.pow(size, p.degree()))) return false;
            }
            return true;
        }
    }
}
