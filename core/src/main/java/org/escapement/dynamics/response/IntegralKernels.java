package org.escapement.dynamics.response;

import org.escapement.model.network.NetworkBath;
import org.escapement.numerics.ConvergenceException;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.quadrature.AdaptiveQuadrature;
import org.escapement.numerics.quadrature.Breakpoints;
import org.escapement.numerics.quadrature.Integral;
import org.escapement.numerics.quadrature.VectorFunction;

/**
 * Second-order kernels by integration over real frequencies: any density, any number of static baths at one
 * temperature, and the independent second method where the closed form exists. All integrands are products of J(nu)/nu,
 * chi''(w)/w and thermal factors that are finite at zero; there is no principal value. Thread-safe.
 */
final class IntegralKernels implements KernelRoute {

    private static final double TOLERANCE = 1e-13;
    private static final double INTERPOLATED = 1e-8;
    private static final double STEP = 2e-3;

    private final StaticState state;
    private final NetworkBath bath;
    private final BathMemory memory;
    private final int n;
    private final AdaptiveQuadrature quadrature;

    IntegralKernels(StaticState state, NetworkBath bath) {
        this.state = state;
        this.bath = bath;
        this.memory = BathMemory.of(bath.density());
        this.n = state.response().size();
        double tolerance = memory instanceof InterpolatedMemory ? INTERPOLATED : TOLERANCE;
        this.quadrature = AdaptiveQuadrature.to(state.tolerance(tolerance));
    }

    private Integral integrate(double drive, int kinds, VectorFunction f) {
        Breakpoints points = new Breakpoints(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        points.point(0).point(-drive).point(-drive / 2);
        state.addTo(points, 0);
        StaticState.addTo(points, bath, -drive);
        Integral integral = quadrature.integrate(f, kinds * n * n, points.toArray());
        for (int c = 0; c < kinds * n * n; c++) {
            if (!Double.isFinite(integral.value(c))) {
                throw new ConvergenceException(
                        "the integral over frequency at drive frequency " + drive + " is not finite");
            }
        }
        return integral;
    }

    @Override
    public Kernel at(double drive) {
        Integral i = integrate(drive, 3, (w, out) -> integrand(w, drive, out));
        Complex[][] work = new Complex[n][n];
        double[][] workError = new double[n][n];
        double[][] heat = new double[n][n];
        double[][] heatError = new double[n][n];
        for (int l = 0; l < n; l++) {
            for (int m = 0; m < n; m++) {
                int c = 3 * (l * n + m);
                work[l][m] = new Complex(i.value(c), i.value(c + 1));
                workError[l][m] = Math.max(i.error(c), i.error(c + 1));
                heat[l][m] = i.value(c + 2);
                heatError[l][m] = i.error(c + 2);
            }
        }
        return new Kernel(work, workError, heat, heatError);
    }

    private void integrand(double w, double drive, double[] out) {
        double nu = w + drive;
        ThermalFactors thermal = ThermalFactors.at(nu, bath.temperature(), w, state.temperature(), drive);
        double density = bath.density().overFrequency(nu);
        double dispersion = memory.at(nu).re();
        Complex[][] chi = state.response().susceptibility(w);
        double[][] loss = loss(w);
        for (int l = 0; l < n; l++) {
            for (int m = 0; m < n; m++) {
                int c = 3 * (l * n + m);
                double flow = density * loss[l][m] * thermal.difference() / (2 * Math.PI);
                double real = density * thermal.weighted() * chi[l][m].re() + dispersion * thermal.other() * loss[l][m];
                out[c] = real / (2 * Math.PI);
                out[c + 1] = -flow;
                out[c + 2] = -w * flow;
            }
        }
    }

    /** chi''(w)/w. */
    private double[][] loss(double w) {
        double[][] loss = new double[n][n];
        Complex[][] u = state.response().answers(w);
        for (int b = 0; b < u.length; b++) {
            double density = state.response().baths().get(b).density().overFrequency(w);
            for (int l = 0; l < n; l++) {
                for (int m = 0; m < n; m++) {
                    loss[l][m] += density * (u[b][l].re() * u[b][m].re() + u[b][l].im() * u[b][m].im());
                }
            }
        }
        return loss;
    }

    @Override
    public Estimated[][] noise(double drive) {
        Integral integral = integrate(drive, 1, (w, out) -> {
            double nu = w + drive;
            ThermalFactors thermal = ThermalFactors.at(nu, bath.temperature(), w, state.temperature(), drive);
            double weight = bath.density().overFrequency(nu) * thermal.product() / (2 * Math.PI);
            double[][] loss = loss(w);
            for (int l = 0; l < n; l++) for (int m = 0; m < n; m++) out[l * n + m] = weight * loss[l][m];
        });
        Estimated[][] all = new Estimated[n][n];
        for (int l = 0; l < n; l++) {
            for (int m = 0; m < n; m++) {
                all[l][m] = new Estimated(integral.value(l * n + m), integral.error(l * n + m));
            }
        }
        return all;
    }

    /** Central differences of fourth order at two steps, extrapolated; the last correction is the error. */
    @Override
    public Slope slope(double drive) {
        double step = STEP * (drive > 0 ? drive : smallestScale());
        Complex[][] coarse = difference(drive, 2 * step);
        Complex[][] fine = difference(drive, step);
        double[][] error = new double[n][n];
        for (int l = 0; l < n; l++) {
            for (int m = 0; m < n; m++)
                error[l][m] = fine[l][m].minus(coarse[l][m]).modulus();
        }
        return new Slope(fine, error);
    }

    private double smallestScale() {
        double scale = bath.temperature() > 0 ? bath.temperature() : 1;
        for (double mark : bath.density().landmarks()) scale = Math.min(scale, mark);
        return scale;
    }

    private Complex[][] difference(double drive, double h) {
        Complex[][] up = at(drive + h).work();
        Complex[][] down = at(drive - h).work();
        Complex[][] farUp = at(drive + 2 * h).work();
        Complex[][] farDown = at(drive - 2 * h).work();
        Complex[][] slope = new Complex[n][n];
        for (int l = 0; l < n; l++) {
            for (int m = 0; m < n; m++) {
                Complex near = up[l][m].minus(down[l][m]).times(2.0 / 3);
                slope[l][m] =
                        near.minus(farUp[l][m].minus(farDown[l][m]).over(12)).over(h);
            }
        }
        return slope;
    }
}
