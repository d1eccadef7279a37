package org.escapement.numerics.polynomial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.escapement.numerics.linear.ComplexMatrix;

/**
 * Polynomials made homogeneous by one more variable X_0, with complex weights, and their derivatives at complex points.
 * Arrays hold X_0, X_1, ... Not thread-safe: it has a workspace.
 */
final class HomogeneousSystem {

    private record Term(int equation, double re, double im, int[] exponents) {}

    private final int size;
    private final int[] degrees;
    private final List<Term> terms = new ArrayList<>();

    /**
     * Combines polynomials.
     *
     * @param weights entry (i, k): how much of polynomial k enters equation i
     * @param degrees of the equations; at least those of the polynomials that enter
     */
    HomogeneousSystem(List<Polynomial> polynomials, ComplexMatrix weights, int[] degrees) {
        this.size = polynomials.getFirst().variables() + 1;
        this.degrees = degrees.clone();
        for (int i = 0; i < degrees.length; i++) {
            for (int k = 0; k < polynomials.size(); k++) {
                double re = weights.re(i, k);
                double im = weights.im(i, k);
                if (re != 0 || im != 0) add(i, polynomials.get(k), re, im);
            }
        }
    }

    private void add(int equation, Polynomial p, double re, double im) {
        double scale = 1 / p.largest();
        for (Map.Entry<List<Integer>, Double> term : p.terms().entrySet()) {
            int[] exponents = new int[size];
            int total = 0;
            for (int v = 1; v < size; v++) {
                exponents[v] = term.getKey().get(v - 1);
                total += exponents[v];
            }
            exponents[0] = degrees[equation] - total;
            double c = scale * term.getValue();
            terms.add(new Term(equation, c * re, c * im, exponents));
        }
    }

    /** Number of variables, X_0 among them. */
    int size() {
        return size;
    }

    int degree(int equation) {
        return degrees[equation];
    }

    int equations() {
        return degrees.length;
    }

    /** Adds factor times the values to column 0 of f, and factor times the derivatives to the rows of j. */
    void add(double factor, double[] re, double[] im, ComplexMatrix f, ComplexMatrix j) {
        for (Term t : terms) {
            double[] whole = product(t, re, im, -1);
            f.add(t.equation, 0, factor * whole[0], factor * whole[1]);
            for (int v = 0; v < size; v++) {
                if (t.exponents[v] == 0) continue;
                double[] slope = product(t, re, im, v);
                double multiple = factor * t.exponents[v];
                j.add(t.equation, v, multiple * slope[0], multiple * slope[1]);
            }
        }
    }

    /** For each equation the sum of the moduli of its terms: rounding errs by this times the precision. */
    double[] magnitudes(double[] re, double[] im) {
        double[] sums = new double[degrees.length];
        for (Term t : terms) {
            double[] whole = product(t, re, im, -1);
            sums[t.equation] += Math.hypot(whole[0], whole[1]);
        }
        return sums;
    }

    /** The term, with one factor of a variable left out. */
    private static double[] product(Term t, double[] re, double[] im, int without) {
        double x = t.re;
        double y = t.im;
        for (int v = 0; v < re.length; v++) {
            int count = t.exponents[v] - (v == without ? 1 : 0);
            for (int k = 0; k < count; k++) {
                double next = x * re[v] - y * im[v];
                y = x * im[v] + y * re[v];
                x = next;
            }
        }
        return new double[] {x, y};
    }
}
