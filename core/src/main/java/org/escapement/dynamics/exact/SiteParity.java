package org.escapement.dynamics.exact;

import org.escapement.numerics.linear.Dense;

/**
 * Orthonormal coordinates of the symmetric and the antisymmetric n x n matrices among all of them: x_ii and (x_ij ±
 * x_ji)/sqrt2 for i below j, applied to rows or columns that are labelled by pairs (i, j). Immutable.
 */
record SiteParity(int n) {

    private static final double ROOT = Math.sqrt(0.5);

    private interface Pairs {
        void pair(int coordinate, int first, int second, double size);
    }

    private void forEach(boolean even, Pairs visitor) {
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = even ? i : i + 1; j < n; j++) visitor.pair(k++, i * n + j, j * n + i, i == j ? 0.5 : ROOT);
        }
    }

    private int count(boolean even) {
        return n * (n + (even ? 1 : -1)) / 2;
    }

    /** The block of a superoperator that keeps the parity. */
    Dense block(Dense l, boolean even) {
        return columns(rows(l, even), even);
    }

    /** The rows in coordinates of one parity. */
    Dense rows(Dense x, boolean even) {
        int width = x.columns();
        Dense y = Dense.zero(count(even), width, x.isReal());
        double sign = even ? 1 : -1;
        forEach(even, (k, p, q, size) -> {
            for (int c = 0; c < width; c++) {
                y.re()[k * width + c] = size * (x.re()[p * width + c] + sign * x.re()[q * width + c]);
                if (!x.isReal()) {
                    y.im()[k * width + c] = size * (x.im()[p * width + c] + sign * x.im()[q * width + c]);
                }
            }
        });
        return y;
    }

    /** The columns in coordinates of one parity. */
    Dense columns(Dense x, boolean even) {
        int width = count(even);
        Dense y = Dense.zero(x.rows(), width, x.isReal());
        double sign = even ? 1 : -1;
        forEach(even, (k, p, q, size) -> {
            for (int r = 0; r < x.rows(); r++) {
                int at = r * x.columns();
                y.re()[r * width + k] = size * (x.re()[at + p] + sign * x.re()[at + q]);
                if (!x.isReal()) y.im()[r * width + k] = size * (x.im()[at + p] + sign * x.im()[at + q]);
            }
        });
        return y;
    }

    /** Columns in coordinates back to columns labelled by pairs. */
    Dense fromColumns(Dense y, boolean even) {
        Dense x = Dense.zero(y.rows(), n * n, y.isReal());
        double sign = even ? 1 : -1;
        forEach(even, (k, p, q, size) -> {
            for (int r = 0; r < y.rows(); r++) {
                int to = r * n * n;
                int from = r * y.columns() + k;
                x.re()[to + p] += size * y.re()[from];
                x.re()[to + q] += sign * size * y.re()[from];
                if (y.isReal()) continue;
                x.im()[to + p] += size * y.im()[from];
                x.im()[to + q] += sign * size * y.im()[from];
            }
        });
        return x;
    }

    /** Adds rows in coordinates to rows labelled by pairs. */
    void addRows(Dense y, boolean even, Dense sum) {
        int width = y.columns();
        double sign = even ? 1 : -1;
        forEach(even, (k, p, q, size) -> {
            for (int c = 0; c < width; c++) {
                sum.re()[p * width + c] += size * y.re()[k * width + c];
                sum.re()[q * width + c] += sign * size * y.re()[k * width + c];
                if (y.isReal()) continue;
                sum.im()[p * width + c] += size * y.im()[k * width + c];
                sum.im()[q * width + c] += sign * size * y.im()[k * width + c];
            }
        });
    }
}
