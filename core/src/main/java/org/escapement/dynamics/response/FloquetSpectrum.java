package org.escapement.dynamics.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.numerics.ConvergenceException;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.linear.DenseAlgebra;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Floquet exponents of the noise-free network, from Hill's matrix, or, where that would be too large, as
 * ln(multiplier) Omega/2 pi from the matrix over one period by fourth-order Magnus steps that are halved until the growth
 * rate settles. A positive growth rate means parametric instability: there is no steady state. Needs baths that are
 * rational in frequency. Immutable.
 *
 * @param exponents of all modes, or of those that survive one period within rounding; each up to a multiple of i Omega
 * @param growthRate the largest real part, with its change at the last refinement as error
 */
public record FloquetSpectrum(List<Complex> exponents, Estimated growthRate) {

    private static final int FIRST_STEPS = 64;
    private static final int MOST_STEPS = 1 << 16;
    private static final double SETTLED = 1e-10;
    private static final double SMALLEST = 1e-13;

    public FloquetSpectrum {
        exponents = List.copyOf(exponents);
    }

    /** Whether disturbances die out. */
    public boolean stable() {
        return growthRate.value() < 0;
    }

    /** Exponents of a driven network; of one that is not driven, its decay rates. */
    public static FloquetSpectrum of(HarmonicNetwork network) {
        NetworkEmbedding equations = new NetworkEmbedding(network, network.baths());
        if (network.driveFrequency() == 0 || network.modulatedBaths().isEmpty()) {
            List<Complex> values = DenseAlgebra.eigenvalues(equations.at(0));
            double growth = values.stream().mapToDouble(Complex::re).max().orElse(0);
            return new FloquetSpectrum(values, new Estimated(growth, 1e-15 * Math.abs(growth)));
        }
        int harmonics = network.orders().stream().mapToInt(x -> x).max().orElseThrow();
        return new HillMatrix(equations, network.driveFrequency(), 2 * harmonics)
                .spectrum()
                .orElseGet(() -> inTime(equations, 2 * Math.PI / network.driveFrequency()));
    }

    /** From the matrix over one period, for strong or slow modulations. */
    static FloquetSpectrum inTime(NetworkEmbedding equations, double period) {
        double last = Double.NaN;
        for (int steps = FIRST_STEPS; steps <= MOST_STEPS; steps *= 2) {
            List<Complex> exponents = exponents(equations, period, steps);
            // What is gone after a period decays at least as fast as the smallest multiplier that is kept.
            double growth = exponents.stream().mapToDouble(Complex::re).max().orElse(Math.log(SMALLEST) / period);
            double change = Math.abs(growth - last);
            // Each step rounds the multipliers.
            double rounding = 1e-15 * Math.sqrt(steps) / period;
            if (change <= SETTLED * Math.abs(growth) + 8 * rounding) {
                return new FloquetSpectrum(exponents, new Estimated(growth, change + rounding));
            }
            last = growth;
        }
        throw new ConvergenceException("the growth rate did not settle within " + MOST_STEPS + " steps of a period");
    }

    /** The same, or empty where a bath is no ratio of polynomials in frequency. */
    public static Optional<FloquetSpectrum> ifRational(HarmonicNetwork network) {
        boolean rational =
                network.baths().stream().allMatch(b -> BathMemory.of(b.density()) instanceof BathMemory.Rational);
        return rational ? Optional.of(of(network)) : Optional.empty();
    }

    private static List<Complex> exponents(NetworkEmbedding equations, double period, int steps) {
        RealMatrix total = MatrixUtils.createRealIdentityMatrix(equations.dimension());
        double h = period / steps;
        double offset = Math.sqrt(3) / 6 * h;
        for (int i = 0; i < steps; i++) {
            double middle = (i + 0.5) * h;
            RealMatrix early = MatrixUtils.createRealMatrix(equations.at(middle - offset));
            RealMatrix late = MatrixUtils.createRealMatrix(equations.at(middle + offset));
            RealMatrix commutator = late.multiply(early).subtract(early.multiply(late));
            RealMatrix generator =
                    early.add(late).scalarMultiply(h / 2).add(commutator.scalarMultiply(Math.sqrt(3) * h * h / 12));
            total = MatrixUtils.matrixExponential(generator).multiply(total);
        }
        List<Complex> exponents = new ArrayList<>();
        for (Complex multiplier : DenseAlgebra.eigenvalues(total.getData())) {
            if (multiplier.modulus() > SMALLEST) exponents.add(multiplier.log().over(period));
        }
        return exponents;
    }
}
