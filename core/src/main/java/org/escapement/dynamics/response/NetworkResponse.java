package org.escapement.dynamics.response;

import java.util.List;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.NetworkBath;
import org.escapement.model.network.NetworkOscillator;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.linear.ComplexMatrix;

/**
 * Susceptibility matrix of a network's oscillators with its static baths to all orders,
 * chi(w) = [diag(m_l (w_l^2 - w^2)) - sum_nu zeta_nu(w) g_nu g_nu^T]^-1 [1/(mass frequency^2)], x(w) = chi(w) force(w).
 * Modulated baths are left out. With one static bath the inverse is written out in products, which keeps all digits
 * where strong damping makes the matrix nearly singular. Immutable, thread-safe.
 */
public final class NetworkResponse {

    private final HarmonicNetwork network;
    private final double[] masses;
    private final double[] frequencies;
    private final List<NetworkBath> baths;
    private final List<BathMemory> memories;
    private final double[][] couplings;

    private NetworkResponse(HarmonicNetwork network) {
        this.network = network;
        this.masses = network.oscillators().stream()
                .mapToDouble(NetworkOscillator::mass)
                .toArray();
        this.frequencies = network.oscillators().stream()
                .mapToDouble(NetworkOscillator::frequency)
                .toArray();
        this.baths = network.baths();
        this.memories = baths.stream().map(b -> BathMemory.of(b.density())).toList();
        this.couplings = baths.stream().map(NetworkBath::constants).toArray(double[][]::new);
    }

    /** Response of the static part of a network. */
    public static NetworkResponse of(HarmonicNetwork network) {
        return new NetworkResponse(network.staticPart());
    }

    /** The static part. */
    public HarmonicNetwork network() {
        return network;
    }

    public int size() {
        return masses.length;
    }

    List<NetworkBath> baths() {
        return baths;
    }

    List<BathMemory> memories() {
        return memories;
    }

    double[][] couplings() {
        return couplings;
    }

    /** m_l (w_l^2 + s^2). */
    Complex free(int l, Complex s) {
        Complex is = new Complex(-s.im(), s.re());
        return Complex.real(frequencies[l])
                .plus(is)
                .times(Complex.real(frequencies[l]).minus(is))
                .times(masses[l]);
    }

    double mass(int l) {
        return masses[l];
    }

    /** chi at a real frequency, element [l][l']. */
    public Complex[][] susceptibility(double w) {
        return baths.size() == 1 ? products(w) : inverse(w);
    }

    /** chi(w) g_nu: how all oscillators answer a unit force from each bath, [nu][l]. */
    Complex[][] answers(double w) {
        Complex[][] u = new Complex[baths.size()][size()];
        if (baths.size() == 1) {
            double[] d = free(w);
            Complex denominator = denominator(d, memories.getFirst().at(w));
            for (int l = 0; l < size(); l++) {
                u[0][l] = Complex.real(couplings[0][l] * product(d, l, -1)).over(denominator);
            }
            return u;
        }
        Complex[][] chi = inverse(w);
        for (int b = 0; b < u.length; b++) {
            for (int l = 0; l < size(); l++) {
                Complex sum = Complex.ZERO;
                for (int k = 0; k < size(); k++) sum = sum.plus(chi[l][k].times(couplings[b][k]));
                u[b][l] = sum;
            }
        }
        return u;
    }

    private double[] free(double w) {
        double[] d = new double[size()];
        for (int l = 0; l < d.length; l++) d[l] = masses[l] * (frequencies[l] - w) * (frequencies[l] + w);
        return d;
    }

    /** Product of all entries but two. */
    private static double product(double[] d, int without, int and) {
        double p = 1;
        for (int k = 0; k < d.length; k++) if (k != without && k != and) p *= d[k];
        return p;
    }

    private Complex denominator(double[] d, Complex zeta) {
        double sum = 0;
        for (int l = 0; l < d.length; l++) sum += couplings[0][l] * couplings[0][l] * product(d, l, -1);
        return zeta.times(-sum).plus(product(d, -1, -1));
    }

    private Complex[][] products(double w) {
        int n = size();
        double[] d = free(w);
        double[] g = couplings[0];
        Complex zeta = memories.getFirst().at(w);
        Complex denominator = denominator(d, zeta);
        Complex[][] chi = new Complex[n][n];
        for (int l = 0; l < n; l++) {
            double rest = 0;
            for (int k = 0; k < n; k++) {
                if (k == l) continue;
                double product = product(d, l, k);
                rest += g[k] * g[k] * product;
                chi[l][k] = zeta.times(g[l] * g[k] * product).over(denominator);
            }
            chi[l][l] = zeta.times(-rest).plus(product(d, l, -1)).over(denominator);
        }
        return chi;
    }

    private Complex[][] inverse(double w) {
        int n = size();
        ComplexMatrix m = new ComplexMatrix(n, n);
        ComplexMatrix identity = new ComplexMatrix(n, n);
        double[] d = free(w);
        for (int l = 0; l < n; l++) {
            m.add(l, l, d[l], 0);
            identity.add(l, l, 1, 0);
        }
        for (int b = 0; b < baths.size(); b++) {
            Complex zeta = memories.get(b).at(w);
            for (int l = 0; l < n; l++) {
                for (int k = 0; k < n; k++) {
                    double g = -couplings[b][l] * couplings[b][k];
                    m.add(l, k, g * zeta.re(), g * zeta.im());
                }
            }
        }
        m.solve(identity);
        Complex[][] chi = new Complex[n][n];
        for (int l = 0; l < n; l++) for (int k = 0; k < n; k++) chi[l][k] = identity.get(l, k);
        return chi;
    }
}
