package org.escapement.numerics.ode;

import org.escapement.numerics.kernel.Tape;

/** A polynomial system of seven variables with four coefficients, and uncoupled copies of it, for tests and timings. */
final class CoupledSpins {
    private CoupledSpins() {}

    static Tape tape(int copies) {
        Tape.Builder b = Tape.builder(7 * copies, 4);
        int[] out = new int[7 * copies];
        for (int k = 0; k < copies; k++) {
            write(b, 7 * k, out);
        }
        return b.build(out);
    }

    private static void write(Tape.Builder b, int o, int[] out) {
        int a = b.coefficient(0);
        int bz = b.coefficient(1);
        int w = b.coefficient(2);
        int k = b.coefficient(3);
        int x1 = b.variable(o);
        int y1 = b.variable(o + 1);
        int z1 = b.variable(o + 2);
        int x2 = b.variable(o + 3);
        int y2 = b.variable(o + 4);
        int z2 = b.variable(o + 5);
        int s = b.subtract(b.multiply(y1, x2), b.multiply(y2, x1));
        int r1 = b.add(b.multiply(x1, x1), b.multiply(y1, y1));
        int r2 = b.add(b.multiply(x2, x2), b.multiply(y2, y2));
        out[o] = b.fma(
                k, b.multiply(x1, z1), b.fma(a, b.multiply(y2, z1), b.multiply(b.negate(bz), b.multiply(y1, z2))));
        out[o + 1] = second(b, a, bz, w, k, y1, z1, b.multiply(x1, z2), b.multiply(x2, z1));
        out[o + 2] = b.fma(b.negate(k), r1, b.fma(w, y1, b.multiply(a, s)));
        out[o + 3] = b.fma(
                k, b.multiply(x2, z2), b.fma(a, b.multiply(y1, z2), b.multiply(b.negate(bz), b.multiply(y2, z1))));
        out[o + 4] = second(b, a, bz, w, k, y2, z2, b.multiply(x2, z1), b.multiply(x1, z2));
        out[o + 5] = b.fma(b.negate(k), r2, b.fma(w, y2, b.multiply(b.negate(a), s)));
        out[o + 6] = r1;
    }

    private static int second(Tape.Builder b, int a, int bz, int w, int k, int y, int z, int own, int other) {
        int exchange = b.fma(bz, own, b.multiply(b.negate(a), other));
        return b.fma(k, b.multiply(y, z), b.fma(b.negate(w), z, exchange));
    }

    /** A square grid of couplings in [0, 4]. */
    static LanePoints grid(int side, int copies, double... stops) {
        return new LanePoints() {
            @Override
            public int count() {
                return side * side;
            }

            @Override
            public void begin(int point, double[] y0, double[] c) {
                double root2 = Math.sqrt(2);
                for (int i = 0; i < y0.length; i++) {
                    y0[i] = i % 7 == 2 || i % 7 == 5 ? -1 / root2 : 0;
                }
                c[0] = root2 * 4 * (point / side) / (side - 1);
                c[1] = root2 * 4 * (point % side) / (side - 1);
                c[2] = 2;
                c[3] = root2;
            }

            @Override
            public int stops() {
                return stops.length;
            }

            @Override
            public double stop(int point, int k) {
                return stops[k];
            }
        };
    }
}
