package org.escapement.dynamics.fluctuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.escapement.algebra.Coefficient;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.dynamics.meanfield.MeanVariable;
import org.escapement.expression.Derivative;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.model.JumpOperator;
import org.escapement.model.OpenSystem;
import org.escapement.numerics.linear.RealMatrices;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;

/**
 * Noise of counted quantities in a stationary state for large N: when each jump k adds s_k to a counter, the counter has the
 * mean N T c_1 and the variance N T c_2 after a long time T, with
 *
 * <p>c_1 = Σ_k s_k R_k, c_2 = Σ_k s_k² R_k + 2 g·(-W)⁻¹ (C g + d), g = ∂c_1/∂m, d = Σ_k s_k (rate of m by jump k),
 *
 * <p>where N R_k are the rates of the jumps and W, C drift and covariances on the tangent spaces. The first part is shot noise,
 * the second how a jump and the fluctuations it meets change the jumps after it. Energy is bounded, so that the long-time
 * variance of work is that of the heat of all baths together. Immutable.
 */
public final class CurrentNoise {

    private final FluctuationPoint point;
    private final StationaryCovariance rest;
    private final ToDoubleFunction<String> values;
    private final double[][] rows;
    private final double[][] columns;
    private final double[][] covariance;
    private final Map<JumpOperator, Expression> rates = new HashMap<>();

    private CurrentNoise(FluctuationPoint point, StationaryCovariance rest) {
        this.point = point;
        this.rest = rest;
        MeanFieldEquations means = point.equations().means();
        Map<String, Double> known = new HashMap<>();
        double[] mean = rest.state().means();
        for (int i = 0; i < mean.length; i++) known.put(means.names().get(i), mean[i]);
        ToDoubleFunction<String> numbers = means.values(point.values());
        this.values = name -> known.containsKey(name) ? known.get(name) : numbers.applyAsDouble(name);
        double[] y = rest.state().vector();
        this.rows = Frames.rows(point.layout(), y);
        this.columns = Frames.columns(point.layout(), y);
        this.covariance = rest.state().coordinates();
        OpenSystem model = point.equations().model();
        for (JumpOperator jump : model.jumps()) rates.put(jump, rate(model, means, jump));
    }

    /**
     * Prepares for a stationary state.
     *
     * @throws NotApplicableException when a jump happens more often than of order N
     */
    public static CurrentNoise of(FluctuationPoint point, StationaryCovariance rest) {
        return new CurrentNoise(point, rest);
    }

    private static Expression rate(OpenSystem model, MeanFieldEquations means, JumpOperator jump) {
        MeanFieldEquations.Leading leading = means.expectation(model.jumpRate(jump));
        if (leading.value().isZero() || leading.twiceOrder() < 2) return Expression.ZERO;
        if (leading.twiceOrder() == 2) return leading.value();
        throw new NotApplicableException(
                "the jump '" + jump.name() + "' happens more often than in proportion to N: its"
                        + " noise has no Gaussian limit; use a level at finite N");
    }

    private double value(Expression e) {
        return Evaluation.of(e, values);
    }

    /** c_1, mean growth per N and time. */
    public double mean(ToDoubleFunction<JumpOperator> increment) {
        double sum = 0;
        for (JumpOperator jump : rates.keySet()) sum += increment.applyAsDouble(jump) * value(rates.get(jump));
        return sum;
    }

    /** c_2, growth of the variance per N and time. */
    public double variance(ToDoubleFunction<JumpOperator> increment) {
        return spectrum(increment, 0);
    }

    /** Growth of the covariance of two counters per N and time. */
    public double covariance(ToDoubleFunction<JumpOperator> one, ToDoubleFunction<JumpOperator> other) {
        return shots(one, other)
                + RealMatrices.dot(gradient(one), response(kick(other), 0))
                + RealMatrices.dot(gradient(other), response(kick(one), 0));
    }

    /** Power spectrum of the counted current per N, ∫ exp(iωt) of its autocorrelation, shots included; c_2 at ω = 0. */
    public double spectrum(ToDoubleFunction<JumpOperator> increment, double omega) {
        return shots(increment, increment)
                + 2 * RealMatrices.dot(gradient(increment), response(kick(increment), omega));
    }

    private double shots(ToDoubleFunction<JumpOperator> one, ToDoubleFunction<JumpOperator> other) {
        double sum = 0;
        for (JumpOperator jump : rates.keySet()) {
            sum += one.applyAsDouble(jump) * other.applyAsDouble(jump) * value(rates.get(jump));
        }
        return sum;
    }

    /** g in the coordinates of the state vector. */
    private double[] gradient(ToDoubleFunction<JumpOperator> increment) {
        List<String> letters = point.equations().names();
        double[] ofLetters = new double[letters.size()];
        for (JumpOperator jump : rates.keySet()) {
            double s = increment.applyAsDouble(jump);
            if (s == 0) continue;
            for (int j = 0; j < ofLetters.length; j++) {
                ofLetters[j] += s * value(Derivative.partial(rates.get(jump), letters.get(j)));
            }
        }
        return RealMatrices.times(columns, ofLetters);
    }

    /** C g + d: how the fluctuations are displaced, on average, when something is counted. */
    private double[] kick(ToDoubleFunction<JumpOperator> increment) {
        double[] kick = RealMatrices.times(covariance, gradient(increment));
        double[] moved = RealMatrices.times(rows, motion(increment));
        for (int a = 0; a < kick.length; a++) kick[a] += moved[a];
        return kick;
    }

    /** d of the letters. */
    private double[] motion(ToDoubleFunction<JumpOperator> increment) {
        MeanFieldEquations means = point.equations().means();
        List<Double> all = new ArrayList<>();
        for (MeanVariable v : point.equations().letters()) {
            double sum = 0;
            for (JumpOperator jump : rates.keySet()) {
                double s = increment.applyAsDouble(jump);
                if (s == 0) continue;
                Coefficient rate = means.limit()
                        .image(means.model().dissipation(jump, v.letter()))
                        .dividedBy(v.unit());
                sum += s * value(means.expression(rate.leading(0)));
            }
            all.add(sum);
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Re (iω - W)⁻¹ x = -W (W² + ω²)⁻¹ x. */
    private double[] response(double[] x, double omega) {
        double[][] w = rest.drift();
        if (omega == 0) return Arrays.stream(solved(w, x)).map(v -> -v).toArray();
        double[][] square = RealMatrices.times(w, w);
        for (int a = 0; a < w.length; a++) square[a][a] += omega * omega;
        return Arrays.stream(RealMatrices.times(w, solved(square, x)))
                .map(v -> -v)
                .toArray();
    }

    private static double[] solved(double[][] matrix, double[] x) {
        return new LUDecomposition(new Array2DRowRealMatrix(matrix, false))
                .getSolver()
                .solve(new ArrayRealVector(x, false))
                .toArray();
    }

    /** What each jump hands from one bath to the system, for counting heat [energy]. */
    public static ToDoubleFunction<JumpOperator> heat(FluctuationPoint point, String bath) {
        return quanta(point, jump -> jump.bath().equals(bath));
    }

    /** What each jump hands from all baths to the system; the long-time noise of work is the same. */
    public static ToDoubleFunction<JumpOperator> heat(FluctuationPoint point) {
        return quanta(point, jump -> true);
    }

    private static ToDoubleFunction<JumpOperator> quanta(
            FluctuationPoint point, java.util.function.Predicate<JumpOperator> counted) {
        MeanFieldEquations means = point.equations().means();
        ToDoubleFunction<String> values = means.values(point.values());
        return jump ->
                counted.test(jump) ? -Evaluation.of(means.number(jump.quantum()).value(), values) : 0;
    }
}
