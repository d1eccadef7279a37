package org.escapement.dynamics.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.exact.StationaryFluctuations.Estimated;
import org.escapement.model.JumpOperator;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Eigen;
import org.escapement.numerics.linear.Lu;
import org.escapement.observables.thermodynamics.EnergyBalance;
import org.escapement.testing.LindbladTruth;
import org.junit.jupiter.api.Test;

final class StationaryFluctuationsTest {

    private static ToDoubleFunction<JumpOperator> heat(ExactSystem system, String bath) {
        return j -> j.bath().equals(bath) ? -system.quantum(j) : 0;
    }

    private static double[] cumulants(ExactSystem system, String bath, int order) {
        try (StationaryFluctuations all = StationaryFluctuations.of(system, 1e-13)) {
            return all.cumulants(heat(system, bath), order).stream()
                    .mapToDouble(Estimated::value)
                    .toArray();
        }
    }

    @Test
    void powerVarianceIsThatOfTheCountedQuanta() {
        ExactSystem system = ExactModels.system(ExactModels.ENGINE, ExactModels.ENGINE_POINT, 4);
        Operator power = new EnergyBalance(system.model()).driveWork();
        ParameterValues p = system.numbers().point();
        double dE = p.value("E2") - p.value("E1");
        double[] cold = cumulants(system, "cold bath", 3);
        double[] hot = cumulants(system, "hot bath", 3);
        try (StationaryFluctuations all = StationaryFluctuations.of(system, 1e-13)) {
            double mean = -all.mean(power).value();
            double variance = all.covariance(power, power).value();
            for (int m = 1; m <= 3; m++) {
                double quanta = Math.pow(p.value("E1"), -m) * cold[m - 1];
                assertEquals(Math.pow(-1, m) * quanta, Math.pow(p.value("E2"), -m) * hot[m - 1], 1e-11);
            }
            assertEquals(mean, dE * hot[0] / p.value("E2"), 1e-12);
            assertEquals(variance, dE * dE * hot[1] / Math.pow(p.value("E2"), 2), 1e-10);
        }
    }

    /** Derivatives of the leading eigenvalue of the tilted generator on all matrices, by differences. */
    @Test
    void cumulantsAreDerivativesOfTheTiltedEigenvalue() {
        for (OpenSystem model : List.of(ExactModels.CRYSTALS, ExactModels.ENGINE)) {
            boolean crystals = model == ExactModels.CRYSTALS;
            Map<String, Double> point = crystals ? ExactModels.ONE_DRIVEN : ExactModels.ENGINE_POINT;
            String bath = crystals ? "bath A" : "cold bath";
            ExactSystem system = ExactModels.system(model, point, 2);
            LindbladTruth truth = LindbladTruth.of(model, ExactModels.sized(point, 2), 0);
            double[] c = cumulants(system, bath, 4);
            double h = 0.02;
            double[] lambda = new double[7];
            for (int k = -3; k <= 3; k++) {
                double chi = k * h;
                ToDoubleFunction<String> tilt = name -> Math.exp(chi * increment(system, bath, name));
                lambda[k + 3] = leading(Eigen.of(truth.superoperator(tilt), false));
            }
            double first = (lambda[6] - 9 * lambda[5] + 45 * lambda[4] - 45 * lambda[2] + 9 * lambda[1] - lambda[0])
                    / (60 * h);
            double second = (2 * lambda[6]
                            - 27 * lambda[5]
                            + 270 * lambda[4]
                            - 490 * lambda[3]
                            + 270 * lambda[2]
                            - 27 * lambda[1]
                            + 2 * lambda[0])
                    / (180 * h * h);
            double third = (-lambda[6] + 8 * lambda[5] - 13 * lambda[4] + 13 * lambda[2] - 8 * lambda[1] + lambda[0])
                    / (8 * h * h * h);
            double fourth = (-lambda[6]
                            + 12 * lambda[5]
                            - 39 * lambda[4]
                            + 56 * lambda[3]
                            - 39 * lambda[2]
                            + 12 * lambda[1]
                            - lambda[0])
                    / (6 * Math.pow(h, 4));
            assertEquals(first, c[0], 1e-8);
            assertEquals(second, c[1], 1e-7);
            assertEquals(third, c[2], 2e-5);
            assertEquals(fourth, c[3], 2e-3);
        }
    }

    private static double increment(ExactSystem system, String bath, String jump) {
        return system.model().jumps().stream()
                .filter(j -> j.name().equals(jump))
                .mapToDouble(heat(system, bath))
                .sum();
    }

    private static double leading(Eigen e) {
        double most = Double.NEGATIVE_INFINITY;
        for (double re : e.re()) most = Math.max(most, re);
        return most;
    }

    /** Shots plus what follows a jump, from the resolvent of the generator on all matrices. */
    @Test
    void countedSpectrumIsThatOfTheWholeGenerator() {
        for (double omega : new double[] {0.3, 1.7}) {
            ExactSystem system = ExactModels.system(ExactModels.CRYSTALS, ExactModels.ALIKE, 2);
            LindbladTruth truth = LindbladTruth.of(ExactModels.CRYSTALS, ExactModels.sized(ExactModels.ALIKE, 2), 0);
            Dense l = truth.superoperator(j -> 1);
            Dense first = tilt(truth, l, system, 1);
            Dense second = tilt(truth, l, system, 2);
            double[] rho = stationary(l);
            double[] image = times(first, rho);
            double mean = trace(image);
            int n = l.rows();
            for (int i = 0; i < 2 * n; i++) image[i] -= mean * rho[i];
            double[] re = resolvent(l, image, omega);
            double[] im = resolvent(l, image, -omega);
            double expected = trace(times(second, rho)) - trace(times(first, re)) - trace(times(first, im));
            try (StationaryFluctuations all = StationaryFluctuations.of(system, 1e-13)) {
                assertEquals(
                        expected,
                        all.countedSpectrum(heat(system, "bath A"), omega).value(),
                        1e-10);
            }
        }
    }

    private static Dense tilt(LindbladTruth truth, Dense l, ExactSystem system, int power) {
        Dense tilted = truth.superoperator(name -> 1 + Math.pow(increment(system, "bath A", name), power));
        for (int i = 0; i < tilted.re().length; i++) {
            tilted.re()[i] -= l.re()[i];
            tilted.im()[i] -= l.im()[i];
        }
        return tilted;
    }

    private static double[] stationary(Dense l) {
        int n = l.rows();
        int d = (int) Math.round(Math.sqrt(n));
        Dense m = new Dense(n, n, l.re().clone(), l.im().clone());
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) m.re()[i * (d + 1) * n + j * (d + 1)] += 1;
        }
        double[] x = new double[2 * n];
        for (int i = 0; i < d; i++) x[i * (d + 1)] = 1;
        try (Lu lu = Lu.of(m)) {
            lu.solve(x);
        }
        return x;
    }

    private static double[] resolvent(Dense l, double[] b, double omega) {
        int n = l.rows();
        Dense m = new Dense(n, n, l.re().clone(), l.im().clone());
        for (int i = 0; i < n; i++) m.im()[i * n + i] += omega;
        double[] x = b.clone();
        try (Lu lu = Lu.of(m)) {
            lu.solve(x);
        }
        return x;
    }

    private static double[] times(Dense m, double[] x) {
        int n = m.rows();
        double[] y = new double[2 * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double a = m.re()[i * n + j];
                double b = m.im()[i * n + j];
                y[i] += a * x[j] - b * x[n + j];
                y[n + i] += a * x[n + j] + b * x[j];
            }
        }
        return y;
    }

    private static double trace(double[] x) {
        int n = x.length / 2;
        int d = (int) Math.round(Math.sqrt(n));
        double sum = 0;
        for (int i = 0; i < d; i++) sum += x[i * (d + 1)];
        return sum;
    }

    @Test
    void largeFrequenciesLeaveTheShots() {
        ExactSystem system = ExactModels.system(ExactModels.ENGINE, ExactModels.ENGINE_POINT, 3);
        try (StationaryFluctuations all = StationaryFluctuations.of(system, 1e-13)) {
            ToDoubleFunction<JumpOperator> bath = heat(system, "hot bath");
            double still = all.countedSpectrum(bath, 0).value();
            assertEquals(all.cumulants(bath, 2).get(1).value(), still, 1e-12);
            double shots = all.countedSpectrum(bath, 1e6).value();
            OpenSystem model = system.model();
            double rate = model.jumps().stream()
                    .filter(j -> j.bath().equals("hot bath"))
                    .mapToDouble(j -> 9 * all.state().expectation(model.jumpRate(j)))
                    .sum();
            assertEquals(rate, shots, 1e-5);
        }
    }

    /** The uncertainty ratio 2 P²/(Var σ) tends to 1 where the current stops: fluctuation and dissipation. */
    @Test
    void constancyIsOneAtCarnot() {
        ExactSystem system =
                ExactModels.system(ExactModels.ENGINE, Map.of("E1", 1.0, "E2", 2.001, "T1", 1.0, "T2", 2.0), 5);
        Operator power = new EnergyBalance(system.model()).driveWork();
        ParameterValues p = system.numbers().point();
        try (StationaryFluctuations all = StationaryFluctuations.of(system, 1e-13)) {
            double mean = -all.mean(power).value();
            double affinity = (p.value("b1") - p.value("b2")) / 5 / (p.value("E2") - p.value("E1"));
            double constancy = 2 * mean / (all.covariance(power, power).value() * affinity);
            assertEquals(1, constancy, 1e-7);
            assertTrue(all.residual() < 1e-13, all.method());
        }
    }

    /** In a swap-symmetric system fluctuations of one ensemble alone lie in both sectors. */
    @Test
    void fluctuationsThatBreakTheExchangeAreComplete() {
        ExactSystem alike = ExactModels.system(ExactModels.CRYSTALS, ExactModels.ALIKE, 2);
        // The same without the symmetry, up to a shift of one number that changes results by as much.
        Map<String, Double> uneven = new java.util.HashMap<>(ExactModels.ALIKE);
        uneven.put("n2", 0.2 + 1e-9);
        ExactSystem different = ExactModels.system(ExactModels.CRYSTALS, uneven, 2);
        Operator z = alike.model().operator("A.z");
        try (StationaryFluctuations a = StationaryFluctuations.of(alike, 1e-13);
                StationaryFluctuations b = StationaryFluctuations.of(different, 1e-13)) {
            assertEquals(b.covariance(z, z).value(), a.covariance(z, z).value(), 1e-7);
            assertEquals(
                    b.spectrum(Map.of(z, 1.0), 0.8).value(),
                    a.spectrum(Map.of(z, 1.0), 0.8).value(),
                    1e-7);
        }
    }
}
