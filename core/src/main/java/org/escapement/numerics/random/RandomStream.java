package org.escapement.numerics.random;

/**
 * Uniform numbers that depend on a seed and two indices alone, so that a draw is the same whatever order points are
 * computed in. The mixing function is that of SplitMix64 (Steele, Lea and Flood 2014).
 */
public final class RandomStream {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private RandomStream() {}

    /** A number in [0, 1). */
    public static double uniform(long seed, long index, long place) {
        long bits = mix(mix(mix(seed + GOLDEN) + index * GOLDEN) + (place + 1) * GOLDEN);
        return (bits >>> 11) * 0x1.0p-53;
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
