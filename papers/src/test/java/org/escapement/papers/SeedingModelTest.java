package org.escapement.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Seeding of time crystals, dissipative coupling by a common bath. */
class SeedingModelTest {

    private static final PaperModel PAPER = new PaperModel("seeding");

    /** a = kappa m + (Gamma/n) sum over all: mx' = ax mz, my' = -Omega mz + ay mz, mz' = Omega my - ax mx - ay my. */
    private static double[] equationB1(double[] m, ToDoubleFunction<String> p) {
        double kappa = p.applyAsDouble("kappa");
        double common = p.applyAsDouble("Gamma") / 2;
        double[] omega = {p.applyAsDouble("Omega_A"), p.applyAsDouble("Omega_B")};
        double[] rates = new double[6];
        for (int a = 0; a < 2; a++) {
            int i = 3 * a;
            double ax = kappa * m[i] + common * (m[0] + m[3]);
            double ay = kappa * m[i + 1] + common * (m[1] + m[4]);
            rates[i] = ax * m[i + 2];
            rates[i + 1] = -omega[a] * m[i + 2] + ay * m[i + 2];
            rates[i + 2] = omega[a] * m[i + 1] - ax * m[i] - ay * m[i + 1];
        }
        return rates;
    }

    @Test
    void theDerivedMeanFieldIsEquationB1() {
        PAPER.agreesWith(SeedingModelTest::equationB1, "Omega_A", "Omega_B", "Gamma", "kappa");
    }

    @Test
    void bothLengthsAreConserved() {
        assertEquals(Set.of("A", "B"), PAPER.derived.conservedLengths().keySet());
    }
}
