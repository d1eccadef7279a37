package org.escapement.benchmarks;

import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/** The same integration with Hipparchus' Dormand and Prince 8(5,3). */
final class HipparchusLoop {

    double averageWork(double exchange, double alignment) {
        double root = Math.sqrt(2);
        double[] start = {0, 0, -1 / root, 0, 0, -1 / root, 0};
        var integrator = new DormandPrince853Integrator(1e-10, 100, CrystalGrid.TOLERANCE, CrystalGrid.TOLERANCE);
        var equations = new Crystals(root * exchange, root * alignment, root * CrystalGrid.KAPPA);
        return integrator.integrate(equations, new ODEState(0, start), CrystalGrid.END)
                        .getPrimaryState()[6]
                / CrystalGrid.END;
    }

    private record Crystals(double a, double b, double c) implements OrdinaryDifferentialEquation {
        @Override
        public int getDimension() {
            return 7;
        }

        @Override
        public double[] computeDerivatives(double t, double[] s) {
            double w = CrystalGrid.OMEGA;
            return new double[] {
                -b * s[1] * s[5] + a * s[4] * s[2] + c * s[0] * s[2],
                -a * s[2] * s[3] + b * s[0] * s[5] - w * s[2] + c * s[1] * s[2],
                a * (s[1] * s[3] - s[4] * s[0]) + w * s[1] - c * (s[0] * s[0] + s[1] * s[1]),
                -b * s[4] * s[2] + a * s[1] * s[5] + c * s[3] * s[5],
                -a * s[5] * s[0] + b * s[3] * s[2] - w * s[5] + c * s[4] * s[5],
                a * (s[4] * s[0] - s[1] * s[3]) + w * s[4] - c * (s[3] * s[3] + s[4] * s[4]),
                s[0] * s[0] + s[1] * s[1] + s[3] * s[3] + s[4] * s[4]
            };
        }
    }
}
