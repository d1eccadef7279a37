package org.escapement.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.exact.DensityMatrix;
import org.escapement.dynamics.exact.ExactFlow;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.exact.StartStates;
import org.escapement.dynamics.fluctuation.FluctuationEquations;
import org.escapement.dynamics.meanfield.MeanVariable;
import org.escapement.model.InitialState;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.numerics.ode.OdeIntegrator;
import org.escapement.numerics.ode.OdeSystem;
import org.escapement.numerics.ode.Tableau;
import org.escapement.numerics.ode.Tolerances;

/**
 * Means and covariances at finite N in mean-field units, from the master equation.
 *
 * @param means ⟨letter⟩/unit
 * @param covariances N (⟨{a, b}⟩/2 - ⟨a⟩⟨b⟩)/(unit unit)
 */
public record ExactMoments(double size, double[] means, double[][] covariances) {

    /** Evolves a state of a model for some time. */
    public static ExactMoments at(
            FluctuationEquations equations,
            Map<String, Double> values,
            InitialState start,
            int size,
            double time,
            ExactOptions options) {
        OpenSystem model = equations.model();
        Map<String, Double> all = new TreeMap<>(values);
        all.put(model.size(), (double) size);
        ExactSystem system = ExactSystem.of(model, ParameterValues.of(model, all), options);
        return of(equations, evolved(system, start, time), system, size);
    }

    /** The density matrix after some time. */
    static DensityMatrix evolved(ExactSystem system, InitialState start, double time) {
        DensityMatrix rho = new StartStates(system).of(start);
        ExactFlow flow = new ExactFlow(system, rho, List.of());
        OdeSystem ode = new OdeSystem() {
            @Override
            public int dimension() {
                return flow.dimension();
            }

            @Override
            public void derivatives(double t, double[] y, double[] dydt) {
                flow.derivatives(t, y, dydt);
            }
        };
        double[] end = new OdeIntegrator(ode, Tableau.dormandPrince853(), new Tolerances(1e-9, 1e-9))
                .integrate(0, flow.start(rho, new double[0]), time)
                .state();
        return flow.state(end);
    }

    /** Of a density matrix. */
    public static ExactMoments of(FluctuationEquations equations, DensityMatrix rho, ExactSystem system, int size) {
        List<MeanVariable> letters = equations.letters();
        List<Double> units = new ArrayList<>();
        for (MeanVariable v : letters) {
            units.add(v.unit().evaluate(s -> system.numbers().point().value(s.name()), size));
        }
        int n = letters.size();
        double[] means = new double[n];
        double[][] covariances = new double[n][n];
        for (int j = 0; j < n; j++) means[j] = rho.expectation(letters.get(j).letter()) / units.get(j);
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < n; k++) {
                Operator a = letters.get(j).letter();
                Operator b = letters.get(k).letter();
                Operator product = a.times(b).plus(b.times(a)).times(Coefficient.of(1, 2));
                double second = rho.expectation(product) / units.get(j) / units.get(k);
                covariances[j][k] = size * (second - means[j] * means[k]);
            }
        }
        return new ExactMoments(size, means, covariances);
    }

    /** The largest difference of a covariance, or of N times the distance of a mean, from the limit. */
    public double distance(double[] mean, double[] shifts, double[][] g) {
        double largest = 0;
        for (int j = 0; j < means.length; j++) {
            largest = Math.max(largest, Math.abs(size * (means[j] - mean[j]) - shifts[j]));
            for (int k = 0; k <= j; k++) largest = Math.max(largest, Math.abs(covariances[j][k] - g[j][k]));
        }
        return largest;
    }
}
