package org.escapement.dynamics.fluctuation;

import java.util.Arrays;
import java.util.List;

/**
 * Means and fluctuations at one time, read from a state vector. Immutable.
 *
 * <p>The uncertainty relation is monitored through {@link #canonical}: a state of modes with V + iΩ ≥ 0.
 */
public final class FluctuationState {

    private final FluctuationPoint point;
    private final double time;
    private final double[] y;

    FluctuationState(FluctuationPoint point, double time, double[] y) {
        this.point = point;
        this.time = time;
        this.y = y;
    }

    public double time() {
        return time;
    }

    /** The mean-field variables. */
    public double[] means() {
        double[] means = new double[point.layout().means()];
        for (int i = 0; i < means.length; i++) means[i] = y[point.layout().mean(i)];
        return means;
    }

    /** μ, the shifts of the mean-field variables: ⟨letter⟩/unit = mean + μ/N. */
    public double[] shifts() {
        if (!point.layout().shifted()) throw new IllegalStateException("the program carries no shifts");
        return Arrays.copyOfRange(
                y, point.layout().shift(0), point.layout().shift(point.layout().means()));
    }

    /** G of the letters, in the order of {@link FluctuationEquations#letters}, [letter][letter]. */
    public double[][] covariances() {
        StateLayout layout = point.layout();
        double[][] columns = Frames.columns(layout, y);
        double[][] g = new double[layout.letters()][layout.letters()];
        for (int a = 0; a < layout.coordinates(); a++) {
            for (int b = 0; b < layout.coordinates(); b++) {
                double c = y[layout.covariance(a, b)];
                for (int i = 0; i < g.length; i++) {
                    if (columns[a][i] == 0) continue;
                    for (int j = 0; j < g.length; j++) g[i][j] += columns[a][i] * c * columns[b][j];
                }
            }
        }
        return g;
    }

    /**
     * Covariance matrix of bosonic modes, ⟨{ξ_j, ξ_k}⟩ with ξ = (x_1, p_1, ...), [x, p] = i, vacuum = identity: one mode
     * for each ensemble (its fluctuations perpendicular to the mean) and each mode of the model, [2n][2n].
     */
    public double[][] canonical() {
        return canonical(coordinates());
    }

    /** C, the covariances of the coordinates. */
    double[][] coordinates() {
        StateLayout layout = point.layout();
        double[][] c = new double[layout.coordinates()][layout.coordinates()];
        for (int a = 0; a < c.length; a++) {
            for (int b = 0; b < c.length; b++) c[a][b] = y[layout.covariance(a, b)];
        }
        return c;
    }

    private double[][] canonical(double[][] coordinates) {
        List<Site> sites = point.layout().sites();
        double[][] v = new double[2 * sites.size()][2 * sites.size()];
        double[] roots = normalisations();
        for (int p = 0; p < sites.size(); p++) {
            for (int q = 0; q < sites.size(); q++) {
                for (int i = 0; i < 2; i++) {
                    for (int j = 0; j < 2; j++) {
                        double c = coordinates[sites.get(p).coordinate() + i][
                                sites.get(q).coordinate() + j];
                        v[2 * p + i][2 * q + j] = 2 * c / roots[p] / roots[q];
                    }
                }
            }
        }
        return v;
    }

    /** √w of each site, with [first coordinate, second coordinate] = i w. */
    private double[] normalisations() {
        List<Site> sites = point.layout().sites();
        double[] roots = new double[sites.size()];
        for (int p = 0; p < roots.length; p++) {
            Site site = sites.get(p);
            roots[p] = Math.sqrt(
                    site.isSpin() ? point.sizePerScale(p) * Frames.length(Frames.spin(point.layout(), site, y)) : 0.5);
        }
        return roots;
    }

    /** The numbers an evolution goes on from. */
    public double[] vector() {
        return y.clone();
    }
}
