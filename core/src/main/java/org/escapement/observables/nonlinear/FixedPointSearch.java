package org.escapement.observables.nonlinear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.expression.Expression;
import org.escapement.numerics.linear.DenseAlgebra;
import org.escapement.numerics.polynomial.CommonZeros;
import org.escapement.numerics.polynomial.CommonZeros.Zero;
import org.escapement.numerics.polynomial.Polynomial;
import org.escapement.observables.nonlinear.FixedPointSet.Extent;

/** All fixed points of a polynomial flow on one level of its constants of motion. Not thread-safe. */
final class FixedPointSearch {

    private static final int MOST_PATHS = 5000;
    private static final double REAL = 1e-7;
    /** Singular zeros are only known to a root of the precision. */
    private static final double NEARLY_REAL = 1e-2;

    private static final int SCATTERED = 400;
    private static final long SEED = 71;

    private final Flow flow;
    private final double[] levels;
    private final List<FixedPoint> found = new ArrayList<>();

    FixedPointSearch(Flow flow, double[] levels) {
        this.flow = flow;
        this.levels = levels.clone();
    }

    FixedPointSet run() {
        Optional<List<Polynomial>> system = polynomials();
        if (system.isEmpty()) return scattered("the equations are not polynomials of the variables");
        try {
            return all(CommonZeros.of(system.get(), MOST_PATHS));
        } catch (ArithmeticException unsuited) {
            return scattered(unsuited.getMessage());
        }
    }

    private Optional<List<Polynomial>> polynomials() {
        PolynomialForm form = new PolynomialForm(flow.variables(), name -> flow.number(Expression.symbol(name)));
        List<Expression> equations = new ArrayList<>(flow.rateExpressions());
        double[] values = flow.conserved(levels);
        List<Expression> constants = flow.conservedExpressions();
        for (int i = 0; i < values.length; i++) {
            equations.add(constants.get(i).minus(Expression.of(values[i])));
        }
        List<Polynomial> polynomials = new ArrayList<>();
        for (Expression e : equations) {
            Optional<Polynomial> p = form.of(e);
            if (p.isEmpty()) return Optional.empty();
            polynomials.add(p.get());
        }
        return Optional.of(polynomials);
    }

    private FixedPointSet all(CommonZeros zeros) {
        for (Zero z : zeros.zeros()) if (z.imaginary() < REAL) add(z, 1e-5);
        int isolated = found.size();
        for (Zero z : zeros.singular()) if (z.imaginary() < NEARLY_REAL) add(z, 0.1);
        if (zeros.lost() > 0) {
            return scattered(zeros.lost() + " of " + zeros.paths() + " paths to the solutions were lost");
        }
        if (zeros.singular().isEmpty()) {
            return new FixedPointSet(
                    found,
                    Extent.ALL,
                    "all: " + found.size() + " real solutions at the ends of " + zeros.paths() + " paths");
        }
        // Paths end anywhere on a family, at complex points too: scattered starts find members that are real.
        FixedPoints.of(flow).around(levels, reach(), SCATTERED, SEED).find().forEach(this::add);
        String others = found.size() > isolated
                ? "the " + (found.size() - isolated) + " others found are members of families, or multiple"
                : "complex solutions form families or are multiple, and no real member of them was found";
        return new FixedPointSet(found, Extent.ALL_ISOLATED, "all " + isolated + " isolated ones; " + others);
    }

    private void add(Zero z, double reach) {
        FixedPoints.of(flow)
                .near(z.re(), levels)
                .filter(p -> flow.distance(p.state(), z.re()) < reach * (1 + norm(z.re())))
                .ifPresent(this::add);
    }

    private static double norm(double[] x) {
        return DenseAlgebra.norm(x);
    }

    private void add(FixedPoint p) {
        if (found.stream().noneMatch(q -> flow.distance(p.state(), q.state()) < 1e-6)) found.add(p);
    }

    private double reach() {
        double largest = norm(levels);
        for (FixedPoint p : found) largest = Math.max(largest, flow.distance(p.state(), levels));
        return Math.max(1, 1.5 * largest);
    }

    private FixedPointSet scattered(String why) {
        FixedPoints.of(flow).around(levels, reach(), SCATTERED, SEED).find().forEach(this::add);
        return new FixedPointSet(
                found, Extent.FOUND, "found from " + SCATTERED + " scattered starts; there may be others: " + why);
    }
}
