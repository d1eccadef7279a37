package org.escapement.numerics.linear;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.stream.IntStream;

/**
 * C := alpha A B + beta C of real matrices stored row by row without gaps, by OpenBLAS. Long products are made in two
 * halves that may go to two cores; the result does not depend on whether they do.
 *
 * @param m rows of A and C
 * @param n columns of B and C
 * @param k columns of A
 * @param transposed whether {@code b} holds the transpose of B
 */
record DenseProduct(int m, int n, int k, boolean transposed, double[] a, double[] b, double[] c) {

    private static final int ROWS = 101;
    private static final int PLAIN = 111;
    private static final int TRANSPOSED = 112;
    /** Products of more multiplications than this are made in halves. */
    private static final double SHARED = 3e7;
    /** Products of more multiplications than this are made outside the heap, so that they do not hold up the collector. */
    private static final double LONG = 5e8;

    private static final FunctionDescriptor ARGUMENTS = FunctionDescriptor.ofVoid(
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_DOUBLE,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            JAVA_DOUBLE,
            ADDRESS,
            JAVA_INT);
    private static final MethodHandle ON_HEAP = Linker.nativeLinker()
            .downcallHandle(OpenBlas.symbol("cblas_dgemm"), ARGUMENTS, Linker.Option.critical(true));
    private static final MethodHandle OFF_HEAP =
            Linker.nativeLinker().downcallHandle(OpenBlas.symbol("cblas_dgemm"), ARGUMENTS);

    /** Multiplies. */
    void add(double alpha, double beta) {
        if (m == 0 || n == 0 || k == 0) return;
        double multiplications = (double) m * n * k;
        if (multiplications >= LONG) {
            offHeap(alpha, beta);
        } else if (multiplications >= SHARED && m > 1) {
            IntStream.range(0, 2)
                    .parallel()
                    .forEach(half -> onHeap(half * (m / 2), half == 0 ? m / 2 : m, alpha, beta));
        } else {
            onHeap(0, m, alpha, beta);
        }
    }

    /** Some rows. */
    private void onHeap(int from, int to, double alpha, double beta) {
        multiply(
                true,
                to - from,
                alpha,
                MemorySegment.ofArray(a).asSlice(8L * from * k),
                MemorySegment.ofArray(b),
                beta,
                MemorySegment.ofArray(c).asSlice(8L * from * n));
    }

    private void offHeap(double alpha, double beta) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment target = OpenBlas.copy(arena, c);
            multiply(false, m, alpha, OpenBlas.copy(arena, a), OpenBlas.copy(arena, b), beta, target);
            OpenBlas.back(target, c);
        }
    }

    private void multiply(
            boolean onHeap,
            int rows,
            double alpha,
            MemorySegment left,
            MemorySegment right,
            double beta,
            MemorySegment target) {
        int order = transposed ? TRANSPOSED : PLAIN;
        int width = transposed ? k : n;
        try {
            if (onHeap) {
                ON_HEAP.invokeExact(ROWS, PLAIN, order, rows, n, k, alpha, left, k, right, width, beta, target, n);
            } else {
                OFF_HEAP.invokeExact(ROWS, PLAIN, order, rows, n, k, alpha, left, k, right, width, beta, target, n);
            }
        } catch (Throwable e) {
            throw OpenBlas.failure(e);
        }
    }
}
