package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.NotUniqueException;
import org.escapement.model.JumpOperator;
import org.escapement.numerics.krylov.Scalars;

/**
 * Fluctuations in the stationary state, by linear equations with the generator L and never by differences or by its
 * projector: full counting statistics of jumps, integrated correlations and power spectra of operators. One preparation
 * serves all questions. Not thread-safe; close it to free memory.
 *
 * <p>Counting: n grows by s_k with every jump k. The generator tilted by exp(χ s_k) has the leading eigenvalue λ(χ) = Σ
 * c_m χ^m/m!, c_m being the growth rate of the m-th cumulant of n. Its right eigenvector is expanded with unit trace:
 * c_m = Σ_j C(m,j) Tr(L_j ρ_(m-j)), L ρ_m = Σ_j C(m,j) (c_j - L_j) ρ_(m-j) with L_j ρ = Σ_k s_k^j r_k L_k ρ L_k†.
 */
public final class StationaryFluctuations implements AutoCloseable {

    /** A number with an estimate of its error from the residuals of the equations. */
    public record Estimated(double value, double error) {}

    private final ExactSystem system;
    private final StationaryEquations equations;
    private final Responses responses;
    private final DensityMatrix state;
    private final double separation;
    private final double stateResidual;

    private StationaryFluctuations(ExactSystem system, StationaryEquations equations, double tolerance) {
        this.system = system;
        this.equations = equations;
        GeneratorInverse.Solution found = equations.state(tolerance);
        this.stateResidual = found.residual();
        this.state = equations.matrix(found.x());
        this.separation = equations.separation();
        this.responses = new Responses(system, equations, tolerance);
    }

    /**
     * Prepares for a system.
     *
     * @param tolerance relative residual of the stationary state and of every response
     * @throws NotUniqueException when the stationary state is not unique
     * @throws org.escapement.numerics.ConvergenceException when the equations stall
     */
    public static StationaryFluctuations of(ExactSystem system, double tolerance) {
        StationaryEquations equations = new StationaryEquations(system);
        try {
            if (equations.generator().isZero()) throw notUnique();
            StationaryFluctuations all = new StationaryFluctuations(system, equations, tolerance);
            if (all.separation < SteadyStateSolver.UNIQUE) throw notUnique();
            SteadyStateSolver.requireCutOff(all.state);
            return all;
        } catch (RuntimeException e) {
            equations.close();
            throw e;
        }
    }

    private static NotUniqueException notUnique() {
        return new NotUniqueException("the stationary state is not unique, so it has no fluctuations of its own: "
                + "evolve from an initial state");
    }

    /** The stationary state. */
    public DensityMatrix state() {
        return state;
    }

    /** |L ρ| relative to the size of L times |ρ|. */
    public double residual() {
        return stateResidual;
    }

    /** How the equations were solved, in words. */
    public String method() {
        return equations.method();
    }

    /**
     * Growth rates of the cumulants of what jumps add up to, from the first on, [unit of the increment to the power of the
     * order, over time].
     *
     * @param increment what one jump adds
     */
    public List<Estimated> cumulants(ToDoubleFunction<JumpOperator> increment, int order) {
        List<double[]> vectors = new ArrayList<>(List.of(numbers(state)));
        List<Generator> tilts = new ArrayList<>();
        List<Estimated> rates = new ArrayList<>();
        for (int m = 1; m <= order; m++) {
            int power = m;
            tilts.add(system.counting(state.layout(), j -> Math.pow(increment.applyAsDouble(j), power)));
            List<double[]> tilted = new ArrayList<>();
            double c = 0;
            double scale = 0;
            for (int j = 1; j <= m; j++) {
                double[] image = applied(tilts.get(j - 1), vectors.get(m - j));
                tilted.add(image);
                double part = binomial(m, j) * trace(image);
                c += part;
                scale += Math.abs(part);
            }
            rates.add(new Estimated(c, scale * relativeError()));
            if (m == order) break;
            double[] source = new double[vectors.getFirst().length];
            for (int j = 1; j <= m; j++) {
                double weight = binomial(m, j);
                double cj = rates.get(j - 1).value();
                Scalars.REAL.add(source, weight * cj, 0, vectors.get(m - j));
                Scalars.REAL.add(source, -weight, 0, tilted.get(j - 1));
            }
            vectors.add(responses.solve(source));
        }
        return rates;
    }

    /**
     * Power spectrum of the counted current, ∫ exp(iωt) of its autocorrelation including the shots of single jumps,
     * [increment squared over time]; at ω = 0 the second cumulant.
     */
    public Estimated countedSpectrum(ToDoubleFunction<JumpOperator> increment, double omega) {
        Generator first = system.counting(state.layout(), increment);
        Generator second =
                system.counting(state.layout(), j -> increment.applyAsDouble(j) * increment.applyAsDouble(j));
        double[] rho = numbers(state);
        double[] image = applied(first, rho);
        double mean = trace(image);
        double shots = trace(applied(second, rho));
        Scalars.REAL.add(image, -mean, 0, rho);
        double[] answer = responses.solve(image, omega)[0];
        double rest = -2 * trace(applied(first, answer));
        return new Estimated(shots + rest, (Math.abs(shots) + Math.abs(rest)) * relativeError());
    }

    /** Tr(o ρ). */
    public Estimated mean(Operator o) {
        return mean(Map.of(o, 1.0));
    }

    /** The mean of a sum of operators with numbers before them. */
    public Estimated mean(Map<Operator, Double> a) {
        double size = Scalars.norm(state.entries());
        double value = 0;
        double scale = 0;
        for (Map.Entry<Operator, Double> term : a.entrySet()) {
            Operator o = term.getKey();
            value += term.getValue() * state.expectation(o);
            // |Tr(o δρ)| <= |o| |δρ|: not the mean itself, which may be small by cancellation.
            double[] square = {0};
            system.matrix(o).forEach((r, c, x, y) -> square[0] += x * x + y * y);
            scale += Math.abs(term.getValue()) * Math.sqrt(square[0]) * size;
        }
        return new Estimated(value, scale * relativeError());
    }

    /** The same of single operators. */
    public Estimated covariance(Operator a, Operator b) {
        return covariance(Map.of(a, 1.0), Map.of(b, 1.0), 0);
    }

    /** Power spectrum ∫ cos(ωt) Re⟨δa(t) δa(0)⟩ dt over all times, [a² time]. */
    public Estimated spectrum(Map<Operator, Double> a, double omega) {
        return covariance(a, a, omega);
    }

    /**
     * ∫ cos(ωt) Re⟨δa(t) δb(0)⟩ dt over all times, by regression, [a b time]. For a = b and ω = 0 the growth rate of the
     * variance of the time integral of a.
     *
     * @param a operators with the numbers before them
     * @param b the same
     */
    public Estimated covariance(Map<Operator, Double> a, Map<Operator, Double> b, double omega) {
        double[] fromB = half(a, b, omega);
        double[] fromA = a.equals(b) ? fromB : half(b, a, omega);
        double value = fromA[0] + fromB[0];
        return new Estimated(value, (fromA[1] + fromB[1]) * relativeError());
    }

    /** ∫ cos(ωt) Re⟨δa(t) δb(0)⟩ dt over t > 0, and the size of what is added up. */
    private double[] half(Map<Operator, Double> a, Map<Operator, Double> b, double omega) {
        double[] answer = responses.solve(responseSource(b), omega)[0];
        DensityMatrix x = DensityMatrix.of(system, state.layout(), answer);
        double value = 0;
        double scale = 0;
        for (Map.Entry<Operator, Double> term : a.entrySet()) {
            double part = -term.getValue() * x.expectation(term.getKey());
            value += part;
            scale += Math.abs(part);
        }
        return new double[] {value, scale};
    }

    /** (bρ + ρb)/2 - ⟨b⟩ρ. */
    private double[] responseSource(Map<Operator, Double> b) {
        double[] rho = state.entries();
        double[] source = rho.clone();
        Scalars.scale(source, -mean(b).value());
        for (Map.Entry<Operator, Double> term : b.entrySet()) {
            DensityMatrix product = state.symmetrisedProduct(term.getKey());
            if (product.layout() != state.layout()) {
                throw new NotApplicableException(
                        "<" + term.getKey() + "> changes a conserved charge: its fluctuations are not available");
            }
            double[] more = product.entries();
            if (more.length > source.length) source = java.util.Arrays.copyOf(source, more.length);
            for (int i = 0; i < more.length; i++) source[i] += term.getValue() * more[i];
        }
        return source;
    }

    private static double[] numbers(DensityMatrix m) {
        return m.entries().clone();
    }

    private double[] applied(Generator g, double[] x) {
        double[] y = new double[x.length];
        g.apply(x, y);
        return y;
    }

    private double trace(double[] x) {
        return DensityMatrix.of(system, state.layout(), x).trace();
    }

    /** A residual r moves a solution by about r over the separation of the generator's null space. */
    private double relativeError() {
        return Math.max(1e-16, Math.max(stateResidual, responses.residual())) / Math.min(1, separation);
    }

    private static double binomial(int n, int k) {
        double value = 1;
        for (int i = 1; i <= k; i++) value = value * (n - k + i) / i;
        return Math.rint(value);
    }

    @Override
    public void close() {
        responses.close();
        equations.close();
    }
}
