package org.escapement.dynamics.response;

import java.util.ArrayList;
import java.util.List;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.NetworkBath;
import org.escapement.model.network.SpectralDensity;

/**
 * The noise-free network as a linear system z' = A(t) z without memory: positions, velocities, one variable z for each
 * Drude bath (z' = cutoff (y - z), F = -stiffness (y - z)) and two for each Lorentzian peak. Immutable.
 */
final class NetworkEmbedding {

    private final HarmonicNetwork network;
    private final List<NetworkBath> baths;
    private final int[] offsets;
    private final int dimension;

    NetworkEmbedding(HarmonicNetwork network, List<NetworkBath> baths) {
        this.network = network;
        this.baths = List.copyOf(baths);
        this.offsets = new int[baths.size()];
        int next = 2 * network.size();
        for (int b = 0; b < baths.size(); b++) {
            offsets[b] = next;
            next += states(baths.get(b));
        }
        this.dimension = next;
    }

    private static int states(NetworkBath bath) {
        return switch (bath.density()) {
            case SpectralDensity.StrictlyOhmic o -> 0;
            case SpectralDensity.Drude d -> 1;
            case SpectralDensity.LorentzianPeak p -> 2;
            default ->
                throw new NotApplicableException("bath '" + bath.name() + "' has a power-law or tabulated density:"
                        + " its memory is no finite set of equations, so there are no resonances and no growth rate;"
                        + " use a Drude or Lorentzian density, or ask for integrals over real frequencies");
        };
    }

    int dimension() {
        return dimension;
    }

    /** A at time t. */
    double[][] at(double t) {
        int n = network.size();
        double[][] a = new double[dimension][dimension];
        for (int l = 0; l < n; l++) {
            double w = network.oscillators().get(l).frequency();
            a[l][n + l] = 1;
            a[n + l][l] = -w * w;
        }
        for (int b = 0; b < baths.size(); b++) {
            double[] g = new double[n];
            for (int l = 0; l < n; l++) g[l] = baths.get(b).couplings().get(l).at(network.driveFrequency(), t);
            add(a, b, g);
        }
        return a;
    }

    private void add(double[][] a, int b, double[] g) {
        int n = network.size();
        int z = offsets[b];
        List<double[]> force = new ArrayList<>();
        switch (baths.get(b).density()) {
            case SpectralDensity.StrictlyOhmic o -> {
                for (int l = 0; l < n; l++) force.add(new double[] {n + l, -o.friction() * g[l]});
            }
            case SpectralDensity.Drude d -> {
                double stiffness = d.friction() * d.cutoff();
                for (int l = 0; l < n; l++) {
                    force.add(new double[] {l, -stiffness * g[l]});
                    a[z][l] += d.cutoff() * g[l];
                }
                force.add(new double[] {z, stiffness});
                a[z][z] -= d.cutoff();
            }
            case SpectralDensity.LorentzianPeak p -> {
                double square = p.centre() * p.centre();
                for (int l = 0; l < n; l++) {
                    force.add(new double[] {l, -p.stiffness() * g[l]});
                    a[z + 1][l] += square * g[l];
                }
                force.add(new double[] {z, p.stiffness()});
                a[z][z + 1] += 1;
                a[z + 1][z] -= square;
                a[z + 1][z + 1] -= p.width();
            }
            default -> throw new IllegalStateException("refused before");
        }
        for (int l = 0; l < n; l++) {
            double scale = g[l] / network.oscillators().get(l).mass();
            for (double[] term : force) a[n + l][(int) term[0]] += scale * term[1];
        }
    }
}
