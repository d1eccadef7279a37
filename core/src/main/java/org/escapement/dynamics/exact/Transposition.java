package org.escapement.dynamics.exact;

import org.escapement.dynamics.exact.Layout.Block;

/**
 * The symmetric (even) or antisymmetric (odd) matrices of a layout: a real generator that commutes with transposition
 * keeps them apart. Coordinates are orthonormal: x_ii, and (x_ij ± x_ji)/sqrt2. Immutable.
 */
final class Transposition {

    private static final double ROOT = Math.sqrt(0.5);

    private final int full;
    private final int[] place;
    private final int[] mirror;
    private final int sign;

    Transposition(Layout layout, boolean even) {
        full = layout.size();
        sign = even ? 1 : -1;
        int[] p = new int[full];
        int[] q = new int[full];
        int count = 0;
        for (Block b : layout.blocks()) {
            Block m = layout.block(b.column(), b.row());
            for (int i = 0; i < b.rows(); i++) {
                for (int j = 0; j < b.columns(); j++) {
                    int here = b.offset() + i * b.columns() + j;
                    int there = m.offset() + j * m.columns() + i;
                    if (here > there || here == there && !even) continue;
                    p[count] = here;
                    q[count++] = there;
                }
            }
        }
        place = java.util.Arrays.copyOf(p, count);
        mirror = java.util.Arrays.copyOf(q, count);
    }

    /** Number of coordinates. */
    int dimension() {
        return place.length;
    }

    /** Coordinates to entries, for a real or a complex vector. */
    void unpack(double[] packed, double[] x) {
        int n = place.length;
        java.util.Arrays.fill(x, 0);
        for (int part = 0; part * n < packed.length; part++) {
            for (int k = 0; k < n; k++) {
                double v = packed[part * n + k];
                if (place[k] == mirror[k]) {
                    x[part * full + place[k]] = v;
                } else {
                    x[part * full + place[k]] = ROOT * v;
                    x[part * full + mirror[k]] = sign * ROOT * v;
                }
            }
        }
    }

    /** Entries to coordinates; the other parity is dropped. */
    void pack(double[] x, double[] packed) {
        int n = place.length;
        for (int part = 0; part * n < packed.length; part++) {
            for (int k = 0; k < n; k++) {
                double a = x[part * full + place[k]];
                packed[part * n + k] = place[k] == mirror[k] ? a : ROOT * (a + sign * x[part * full + mirror[k]]);
            }
        }
    }
}
