package org.escapement.dynamics.exact;

import org.escapement.numerics.linear.Dense;

/** The generator as a dense matrix, for small problems. */
final class Spectra {

    private Spectra() {}

    /** The matrix of L on the entries of its layout; real where the generator is. */
    static Dense matrix(Generator generator) {
        int n = generator.size();
        boolean real = generator.isReal();
        Dense m = Dense.zero(n, n, real);
        double[] e = new double[real ? n : 2 * n];
        double[] image = new double[e.length];
        for (int j = 0; j < n; j++) {
            e[j] = 1;
            generator.apply(e, image);
            e[j] = 0;
            for (int i = 0; i < n; i++) {
                m.re()[i * n + j] = image[i];
                if (!real) m.im()[i * n + j] = image[n + i];
            }
        }
        return m;
    }
}
