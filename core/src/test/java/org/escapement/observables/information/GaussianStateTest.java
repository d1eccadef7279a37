package org.escapement.observables.information;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.escapement.numerics.linear.DenseAlgebra;
import org.escapement.numerics.linear.RealFunctions;
import org.escapement.numerics.random.RandomStream;
import org.junit.jupiter.api.Test;

/** Known states, and measures found by brute force. */
class GaussianStateTest {

    private static final int[] FIRST = {0};
    private static final int[] SECOND = {1};

    private static GaussianState standard(double a, double b, double c1, double c2) {
        return GaussianState.of(new double[][] {{a, 0, c1, 0}, {0, a, 0, c2}, {c1, 0, b, 0}, {0, c2, 0, b}});
    }

    private static GaussianState squeezedVacuum(double r) {
        double s = Math.sinh(2 * r);
        return standard(Math.cosh(2 * r), Math.cosh(2 * r), s, -s);
    }

    /** S diag(ν, ν) Sᵀ with a symplectic S = exp(Ωh), so that the symplectic eigenvalues are known. */
    private static GaussianState random(double[] symplectic, long seed, double strength) {
        int n = 2 * symplectic.length;
        double[][] generator = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double h = RandomStream.uniform(seed, Math.min(i, j), Math.max(i, j)) - 0.5;
                generator[i ^ 1][j] = strength * ((i & 1) == 0 ? -h : h);
            }
        }
        double[][] s = RealFunctions.exponential(generator, 1);
        double[][] nu = new double[n][n];
        for (int i = 0; i < n; i++) nu[i][i] = symplectic[i / 2];
        return GaussianState.of(DenseAlgebra.multiply(s, DenseAlgebra.multiply(nu, DenseAlgebra.transpose(s))));
    }

    @Test
    void entropyOfOneModeIsThatOfItsPhotonNumbers() {
        double n = 0.7;
        double direct = (n + 1) * Math.log(n + 1) - n * Math.log(n);
        assertEquals(direct, GaussianState.entropy(1 + 2 * n), 1e-15);
        assertEquals(0, GaussianState.entropy(1));
        assertEquals(1e-9 * (1 + 9 * Math.log(10)), GaussianState.entropy(1 + 2e-9), 1e-15);
    }

    @Test
    void squeezedVacuumHasEqualDiscordAndEntropyAndNegativityTwiceR() {
        for (double r : new double[] {1e-5, 0.3, 0.7, 2.5}) {
            GaussianState state = squeezedVacuum(r);
            double entropy = GaussianState.entropy(Math.cosh(2 * r));
            OneWayCorrelation seen = state.correlation(FIRST, 1);
            assertEquals(0, state.entropy(), 2e-7);
            assertEquals(entropy, seen.discord(), 1e-9 + 1e-6 * entropy);
            assertEquals(entropy, seen.classical(), 1e-9 + 1e-6 * entropy);
            assertEquals(2 * r, state.logarithmicNegativity(FIRST, SECOND), 1e-11);
        }
    }

    @Test
    void productsHaveNoCorrelations() {
        GaussianState state = standard(1.3, 2.1, 0, 0);
        assertEquals(0, state.mutualInformation(FIRST, SECOND), 1e-15);
        assertEquals(0, state.correlation(FIRST, 1).classical(), 1e-15);
        assertEquals(0, state.correlation(SECOND, 0).discord(), 1e-15);
        assertEquals(0, state.logarithmicNegativity(FIRST, SECOND));
    }

    @Test
    void symplecticEigenvaluesAreThoseTheStateWasMadeFrom() {
        double[] two = {1.0001, 3.7};
        double[] five = {1, 1.2, 1.2, 4, 30};
        for (int seed = 0; seed < 20; seed++) {
            assertArrayEquals(two, random(two, seed, 1).symplecticEigenvalues(), 1e-11);
            assertArrayEquals(five, random(five, seed, 0.7).symplecticEigenvalues(), 1e-10);
        }
    }

    @Test
    void weakCorrelationsAreAsAccurateAsStrongOnes() {
        GaussianState weak = standard(1.5, 1.5, 1e-9, -1e-9);
        StandardForm s = StandardForm.of(weak);
        assertEquals(1e-9, s.c1(), 1e-24);
        assertEquals(-1e-9, s.c2(), 1e-24);
        // λ² = a² - c² twice: the state is (a, a, c, -c).
        assertArrayEquals(new double[] {1.5, 1.5}, weak.symplecticEigenvalues(), 1e-15);
    }

    @Test
    void formulaEqualsBruteForceOverMeasurementsInBothBranches() {
        int homodyne = 0;
        int squeezed = 0;
        for (int seed = 0; seed < 40; seed++) {
            double[] nu = {1 + RandomStream.uniform(seed, 0, 1), 1 + 3 * RandomStream.uniform(seed, 0, 2)};
            GaussianState state = random(nu, 100 + seed, 1.4);
            for (int measured = 0; measured < 2; measured++) {
                int other = 1 - measured;
                OneWayCorrelation formula = state.correlation(new int[] {other}, measured);
                double searched =
                        new MeasuredMode(state.of(other, measured)).best().entropy();
                double unmeasured = state.of(other).entropy();
                assertEquals(unmeasured - searched, formula.classical(), 1e-7);
                assertEquals(state.mutualInformation(FIRST, SECOND), formula.classical() + formula.discord(), 1e-12);
                if (formula.squeezing() == 0 || Double.isInfinite(formula.squeezing())) homodyne++;
                else squeezed++;
            }
        }
        assertTrue(homodyne > 5 && squeezed > 5, homodyne + " and " + squeezed);
    }

    @Test
    void printedFormulaAgrees() {
        for (int seed = 0; seed < 40; seed++) {
            double[] nu = {1 + RandomStream.uniform(seed, 0, 1), 1 + 3 * RandomStream.uniform(seed, 0, 2)};
            StandardForm s = StandardForm.of(random(nu, 100 + seed, 1.4));
            double a = s.a() * s.a();
            double b = s.b() * s.b();
            double c = s.c1() * s.c2();
            double d = s.determinant();
            double e;
            if ((d - a * b) * (d - a * b) <= (1 + b) * c * c * (a + d)) {
                double root = Math.sqrt(c * c + (b - 1) * (d - a));
                e = (2 * c * c + (b - 1) * (d - a) + 2 * Math.abs(c) * root) / ((b - 1) * (b - 1));
            } else {
                double root = Math.sqrt(Math.pow(c, 4) + (d - a * b) * (d - a * b) - 2 * c * c * (a * b + d));
                e = (a * b - c * c + d - root) / (2 * b);
            }
            double expected = GaussianState.entropy(Math.sqrt(e));
            assertEquals(expected, OneWayCorrelation.conditional(s).entropy(), 1e-9);
        }
    }

    @Test
    void discordAndClassicalCorrelationAreNotNegativeAndLargeDiscordMeansEntanglement() {
        for (int seed = 0; seed < 60; seed++) {
            double[] nu = {1 + 0.3 * RandomStream.uniform(seed, 1, 1), 1 + RandomStream.uniform(seed, 1, 2)};
            GaussianState state = random(nu, seed, 2);
            OneWayCorrelation seen = state.correlation(FIRST, 1);
            assertTrue(seen.classical() >= 0 && seen.discord() >= -1e-12);
            if (seen.discord() > 1) assertTrue(state.logarithmicNegativity(FIRST, SECOND) > 0);
        }
    }

    @Test
    void measuringOneOfThreeModesOfAPureStateLeavesAPureState() {
        GaussianState pure = random(new double[] {1, 1, 1}, 5, 0.8);
        OneWayCorrelation seen = pure.correlation(new int[] {0, 1}, 2);
        double entropy = pure.of(2).entropy();
        assertEquals(entropy, seen.classical(), 1e-6);
        assertEquals(entropy, seen.discord(), 1e-6);
    }

    @Test
    void negativityOfAPureStateIsThatOfItsSqueezing() {
        // One mode against two: locally equivalent to one squeezed vacuum with cosh 2r = λ of the single mode.
        GaussianState pure = random(new double[] {1, 1, 1}, 9, 0.8);
        double lambda = pure.of(0).smallest();
        double r = Math.log(lambda + Math.sqrt(lambda * lambda - 1)) / 2;
        assertEquals(2 * r, pure.logarithmicNegativity(FIRST, new int[] {1, 2}), 1e-9);
    }

    @Test
    void ergotropyOfAModeIsItsSqueezing() {
        double nu = 1.6;
        double r = 0.4;
        double[][] v = {{nu * Math.exp(2 * r), 0}, {0, nu * Math.exp(-2 * r)}};
        double[][] h = {{3, 0}, {0, 3}};
        double expected = 3 * nu / 2 * (Math.cosh(2 * r) - 1);
        assertEquals(expected, Ergotropy.ofGaussian(GaussianState.of(v), h), 1e-13);
    }

    @Test
    void ergotropyOfThermalModesIsZeroAndOfAnInversionAllOfIt() {
        double[][] h = {{2, 0, 0, 0}, {0, 2, 0, 0}, {0, 0, 5, 0}, {0, 0, 0, 5}};
        double[][] thermal = {{3, 0, 0, 0}, {0, 3, 0, 0}, {0, 0, 1.2, 0}, {0, 0, 0, 1.2}};
        assertEquals(0, Ergotropy.ofGaussian(GaussianState.of(thermal), h), 1e-13);
        assertEquals(0.6, Ergotropy.of(0.8, new double[] {0.2, 0.8}, new double[] {0, 1}), 1e-15);
    }

    @Test
    void anImpossibleMatrixIsRefused() {
        double[][] indefinite = {{1, 2}, {2, 1}};
        assertThrows(ArithmeticException.class, () -> GaussianState.of(indefinite));
        double[][] big = new double[6][6];
        for (int i = 0; i < 6; i++) Arrays.fill(big[i], 1);
        assertThrows(ArithmeticException.class, () -> GaussianState.of(big));
    }
}
