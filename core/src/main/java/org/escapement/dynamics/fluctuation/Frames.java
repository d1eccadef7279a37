package org.escapement.dynamics.fluctuation;

/** The frames of all sites in a state vector as matrices between letters and coordinates. */
final class Frames {

    private Frames() {}

    /** J of a spin in mean-field units. */
    static double[] spin(StateLayout layout, Site site, double[] y) {
        double[] j = new double[3];
        for (int c = 0; c < 3; c++) j[c] = y[layout.mean(site.letter() + c)] / site.factor(c);
        return j;
    }

    static double length(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }

    /** n, the direction of a spin. */
    static double[] direction(StateLayout layout, Site site, double[] y) {
        double[] n = spin(layout, site, y);
        double length = length(n);
        for (int c = 0; c < 3; c++) n[c] /= length;
        return n;
    }

    /** A unit vector perpendicular to n: the coordinate axis least along n, made perpendicular. */
    static double[] anyPerpendicular(double[] n) {
        int axis = 0;
        for (int c = 1; c < 3; c++) if (Math.abs(n[c]) < Math.abs(n[axis])) axis = c;
        double[] e = new double[3];
        for (int c = 0; c < 3; c++) e[c] = (c == axis ? 1 : 0) - n[axis] * n[c];
        double length = length(e);
        for (int c = 0; c < 3; c++) e[c] /= length;
        return e;
    }

    static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    /** Rows of E⁺, [coordinate][letter]. */
    static double[][] rows(StateLayout layout, double[] y) {
        return matrix(layout, y, false);
    }

    /** Columns of E, [coordinate][letter]. */
    static double[][] columns(StateLayout layout, double[] y) {
        return matrix(layout, y, true);
    }

    private static double[][] matrix(StateLayout layout, double[] y, boolean columns) {
        double[][] m = new double[layout.coordinates()][layout.letters()];
        for (Site site : layout.sites()) {
            if (!site.isSpin()) {
                for (int c = 0; c < 2; c++) m[site.coordinate() + c][site.letter() + c] = 1;
                continue;
            }
            double[] n = direction(layout, site, y);
            double[] e = new double[3];
            for (int c = 0; c < 3; c++) e[c] = y[layout.frame(site, c)];
            double[][] vectors = {e, cross(n, e), n};
            for (int k = 0; k < site.coordinates(); k++) {
                for (int c = 0; c < 3; c++) {
                    double factor = columns ? site.factor(c) : 1 / site.factor(c);
                    m[site.coordinate() + k][site.letter() + c] = vectors[k][c] * factor;
                }
            }
        }
        return m;
    }

    /**
     * W = E⁺(Q E - E'), the drift of the coordinates.
     *
     * @param jacobian Q of the letters
     * @param rates of the mean-field variables
     */
    static double[][] drift(StateLayout layout, double[] y, double[][] jacobian, double[] rates) {
        double[][] rows = rows(layout, y);
        double[][] columns = columns(layout, y);
        double[][] w = new double[layout.coordinates()][layout.coordinates()];
        for (int a = 0; a < w.length; a++) {
            for (int b = 0; b < w.length; b++) w[a][b] = LocalMoments.form(rows[a], jacobian, columns[b]);
        }
        for (Site site : layout.sites()) {
            if (!site.isLongitudinal()) continue;
            double length = length(spin(layout, site, y));
            int n = site.coordinate() + 2;
            for (int k = site.coordinate(); k < n; k++) {
                double turning = 0;
                for (int c = 0; c < 3; c++) {
                    // e·j'/|j|: a row is e divided by the factors, the rate of J is that of the letter divided by them.
                    turning += rows[k][site.letter() + c] * rates[site.letter() + c] / length;
                }
                w[n][k] += turning;
                w[k][n] -= turning;
            }
        }
        return w;
    }
}
