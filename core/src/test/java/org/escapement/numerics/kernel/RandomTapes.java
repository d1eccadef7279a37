package org.escapement.numerics.kernel;

import java.util.SplittableRandom;

/** Random programs over every operation, for comparing kernels. */
final class RandomTapes {
    private RandomTapes() {}

    static Tape make(SplittableRandom random, int variables, int coefficients, int operations, boolean calls) {
        Tape.Builder b = Tape.builder(variables, coefficients);
        int[] values = new int[variables + coefficients + 3 + operations];
        int count = 0;
        for (int i = 0; i < variables; i++) {
            values[count++] = b.variable(i);
        }
        for (int i = 0; i < coefficients; i++) {
            values[count++] = b.coefficient(i);
        }
        values[count++] = b.time();
        values[count++] = b.constant(1);
        values[count++] = b.constant(-0.37);
        for (int i = 0; i < operations; i++) {
            int x = values[random.nextInt(count)];
            int y = values[random.nextInt(count)];
            int z = values[random.nextInt(count)];
            values[count++] = operation(b, random, x, y, z, calls);
        }
        int[] outputs = new int[variables];
        for (int i = 0; i < variables; i++) {
            outputs[i] = values[count - 1 - random.nextInt(Math.min(count, 4 * variables))];
        }
        return b.build(outputs);
    }

    private static int operation(Tape.Builder b, SplittableRandom random, int x, int y, int z, boolean calls) {
        return switch (random.nextInt(calls ? 13 : 11)) {
            case 0 -> b.add(x, y);
            case 1 -> b.subtract(x, y);
            case 2 -> b.multiply(x, y);
            case 3 -> b.divide(x, y);
            case 4 -> b.negate(x);
            case 5, 6 -> b.fma(x, y, z);
            case 7 -> b.squareRoot(x);
            case 8 -> b.absolute(x);
            case 9 -> b.minimum(x, y);
            case 10 -> b.maximum(x, y);
            default -> {
                Function f = Function.values()[random.nextInt(Function.values().length)];
                yield f.arity() == 2 ? b.call(f, x, y) : b.call(f, x);
            }
        };
    }
}
