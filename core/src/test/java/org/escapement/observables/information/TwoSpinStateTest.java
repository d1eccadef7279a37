package org.escapement.observables.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.escapement.model.ModelException;
import org.junit.jupiter.api.Test;

class TwoSpinStateTest {

    private static TwoSpinState bellDiagonal(double c1, double c2, double c3) {
        return TwoSpinState.of(new double[][] {{1, 0, 0, 0}, {0, c1, 0, 0}, {0, 0, c2, 0}, {0, 0, 0, c3}});
    }

    private static double h(double... p) {
        double sum = 0;
        for (double x : p) if (x > 0) sum -= x * Math.log(x);
        return sum;
    }

    @Test
    void aSingletIsMaximallyCorrelated() {
        TwoSpinState singlet = bellDiagonal(-1, -1, -1);
        assertEquals(1, singlet.concurrence(), 1e-12);
        assertEquals(2 * Math.log(2), singlet.mutualInformation(), 1e-12);
        assertEquals(Math.log(2), singlet.discord(1), 1e-12);
    }

    /** Luo (2008), Phys. Rev. A 77, 042303: the classical correlation of Bell-diagonal states is known. */
    @Test
    void bellDiagonalStatesHaveTheDiscordOfLuo() {
        double c1 = 0.3;
        double c2 = -0.2;
        double c3 = 0.1;
        TwoSpinState rho = bellDiagonal(c1, c2, c3);
        double joint =
                h((1 - c1 - c2 - c3) / 4, (1 - c1 + c2 + c3) / 4, (1 + c1 - c2 + c3) / 4, (1 + c1 + c2 - c3) / 4);
        double information = 2 * Math.log(2) - joint;
        double classical = Math.log(2) - h((1 + c1) / 2, (1 - c1) / 2);
        assertEquals(information, rho.mutualInformation(), 1e-14);
        assertEquals(information - classical, rho.discord(0), 1e-12);
        assertEquals(information - classical, rho.discord(1), 1e-12);
    }

    @Test
    void wernerStatesDisentangleAtOneThird() {
        assertEquals(0, bellDiagonal(-0.33, -0.33, -0.33).concurrence(), 1e-12);
        assertEquals((3 * 0.8 - 1) / 2, bellDiagonal(-0.8, -0.8, -0.8).concurrence(), 1e-12);
    }

    /** cos(t)|+-> - i sin(t)|-+> exercises σ_y moments of both orders: concurrence sin(2t). */
    @Test
    void pureStatesWithComplexAmplitudes() {
        double t = 0.4;
        double s = Math.sin(2 * t);
        double c = Math.cos(2 * t);
        TwoSpinState psi = TwoSpinState.of(new double[][] {{1, 0, 0, -c}, {0, 0, -s, 0}, {0, s, 0, 0}, {c, 0, 0, -1}});
        assertEquals(0, psi.entropy(), 1e-12);
        assertEquals(s, psi.concurrence(), 1e-7);
        assertEquals(h((1 + c) / 2, (1 - c) / 2), psi.discord(1), 1e-9);
    }

    @Test
    void aProductStateHasNoCorrelations() {
        double[] a = {1, 0.2, -0.1, 0.4};
        double[] b = {1, 0.1, 0.3, -0.6};
        double[][] r = new double[4][4];
        for (int i = 0; i < 4; i++) for (int j = 0; j < 4; j++) r[i][j] = a[i] * b[j];
        TwoSpinState rho = TwoSpinState.of(r);
        assertEquals(0, rho.mutualInformation(), 1e-14);
        assertEquals(0, rho.discord(0), 1e-12);
        assertEquals(0, rho.concurrence(), 1e-12);
    }

    @Test
    void momentsOfNoStateAreNamed() {
        TwoSpinState wrong = bellDiagonal(0.9, 0.9, 0.9);
        assertTrue(wrong.smallestEigenvalue() < -0.4);
        assertThrows(ModelException.class, wrong::mutualInformation);
        assertThrows(ModelException.class, wrong::concurrence);
    }
}
