package org.escapement.dynamics.response;

import java.util.List;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.NetworkBath;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.quadrature.AdaptiveQuadrature;
import org.escapement.numerics.quadrature.Breakpoints;
import org.escapement.numerics.quadrature.Integral;

/**
 * Period-averaged powers and heats of a driven network in all orders. Powers P_l = -avg(g_l' &lt;x_l F&gt;) from the
 * symmetrised noise J coth(w/2T) of every bath; heats as quanta that leave one bath at w and enter another at w_n, which
 * uses only |y|^2 and converges for strictly Ohmic baths. That they add up to zero checks the solution of the sidebands.
 * A workspace.
 */
final class DrivenFlows {

    private final HarmonicNetwork network;
    private final List<NetworkBath> baths;
    private final Sidebands sidebands;
    private final int n;

    DrivenFlows(HarmonicNetwork network, Sidebands sidebands) {
        this.network = network;
        this.baths = network.baths();
        this.sidebands = sidebands;
        this.n = network.size();
    }

    /** Powers of all oscillators, then heats of all baths. */
    Integral integrate(List<Complex> exponents, double tolerance) {
        Breakpoints points = new Breakpoints(0, Double.POSITIVE_INFINITY);
        double drive = network.driveFrequency();
        for (int k = -sidebands.reach(); k <= sidebands.reach(); k++) {
            points.point(Math.abs(k * drive));
            for (Complex e : exponents) {
                // A resonance at w with x ~ exp(-iwt): the mode exp(e t) rings at -Im e, both signs occur.
                double centre = Math.abs(e.im() + k * drive);
                points.around(centre, Math.abs(e.re()), Math.max(0.3 * drive, 4 * Math.abs(e.re())));
            }
        }
        for (NetworkBath bath : baths) StaticState.addTo(points, bath, 0);
        return new AdaptiveQuadrature(tolerance, 0, 20_000)
                .integrate(this::integrand, n + baths.size(), points.toArray());
    }

    private void integrand(double w, double[] out) {
        java.util.Arrays.fill(out, 0);
        Sidebands.Answer answer = sidebands.at(w);
        int zero = sidebands.reach();
        for (int c = 0; c < baths.size(); c++) {
            NetworkBath source = baths.get(c);
            double noise = source.density().overFrequency(w) * ThermalFactors.timesCoth(w, source.temperature());
            for (int b = 0; b < baths.size(); b++) {
                powers(answer, c, b, noise / Math.PI, out);
                for (int m = 0; m <= 2 * zero; m++) {
                    if (b == c && m == zero) continue;
                    double moved = w + (m - zero) * network.driveFrequency();
                    double rate = noise / Math.PI * answer.densities()[b][m] * answer.coordinate()[c][b][m];
                    out[n + c] += w * rate;
                    out[n + b] -= moved * rate;
                }
            }
        }
    }

    private void powers(Sidebands.Answer answer, int c, int b, double weight, double[] out) {
        double[][] re = answer.drivenRe()[c][b];
        double[][] im = answer.drivenIm()[c][b];
        for (int l = 0; l < re.length; l++) {
            double sum = 0;
            for (int m = 0; m < re[l].length; m++) {
                sum += re[l][m] * answer.forceRe()[c][b][m] + im[l][m] * answer.forceIm()[c][b][m];
            }
            out[l] -= weight * sum;
        }
    }
}
