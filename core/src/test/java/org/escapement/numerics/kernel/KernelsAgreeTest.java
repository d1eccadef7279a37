package org.escapement.numerics.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelsAgreeTest {
    @ParameterizedTest
    @CsvSource({"1,5,false", "3,20,true", "7,60,false", "7,90,true", "60,900,false", "60,700,true"})
    void allKernelsGiveTheSameBitsOnRandomTapes(int variables, int operations, boolean calls) {
        SplittableRandom random = new SplittableRandom(variables * 1000L + operations);
        for (int trial = 0; trial < 20; trial++) {
            Tape tape = RandomTapes.make(random, variables, 4, operations, calls);
            Kernel truth = Kernels.interpreted(tape);
            Kernel scalar = Kernels.generated(tape);
            double t = random.nextDouble();
            double[] y = random.doubles(variables, -2, 2).toArray();
            double[] c = random.doubles(4, -2, 2).toArray();
            double[] expected = new double[variables];
            double[] actual = new double[variables];
            truth.evaluate(t, y, c, expected);
            scalar.evaluate(t, y, c, actual);
            assertArrayEquals(bits(expected), bits(actual));
            scalar.copy().evaluate(t, y, c, actual);
            assertArrayEquals(bits(expected), bits(actual));
            checkVectors(tape, truth, random);
        }
    }

    private static void checkVectors(Tape tape, Kernel truth, SplittableRandom random) {
        LaneProgram program = LanePrograms.compile(List.of(GeneratedKernel.code(tape)), KernelChoice.SIMD);
        int w = program.lanes();
        int n = tape.variables();
        double[][] arrays = {
            random.doubles((long) n * w, -2, 2).toArray(),
            random.doubles(4L * w, -2, 2).toArray(),
            new double[tape.outputs() * w],
            random.doubles(w, 0, 3).toArray()
        };
        arrays[0][0] = Double.NaN;
        arrays[1][w - 1] = Double.POSITIVE_INFINITY;
        arrays[3][w / 2] = -0.0;
        program.run(arrays);
        for (int l = 0; l < w; l++) {
            double[] expected = new double[tape.outputs()];
            truth.evaluate(arrays[3][l], lane(arrays[0], l, w), lane(arrays[1], l, w), expected);
            assertArrayEquals(bits(expected), bits(lane(arrays[2], l, w)));
        }
    }

    @ParameterizedTest
    @CsvSource({"7,60", "60,900", "60,3000"})
    void generatedMethodsStayShort(int variables, int operations) {
        Tape tape = RandomTapes.make(new SplittableRandom(5), variables, 4, operations, true);
        byte[] bytes = new ClassWriter(new VectorDialect(8), List.of(GeneratedKernel.code(tape))).bytes();
        int longest = ClassFile.of().parse(bytes).methods().stream()
                .mapToInt(m -> ((CodeAttribute) m.code().orElseThrow()).codeLength())
                .max()
                .orElseThrow();
        assertTrue(longest < 1500, () -> "longest method has " + longest + " bytes");
    }

    @Test
    void equalExpressionsShareAValueAndTrivialOnesVanish() {
        Tape.Builder b = Tape.builder(2, 1);
        int x = b.variable(0);
        int y = b.variable(1);
        assertEquals(b.multiply(x, y), b.multiply(y, x));
        assertEquals(x, b.multiply(x, b.constant(1)));
        assertEquals(x, b.add(b.constant(0), x));
        assertEquals(x, b.negate(b.negate(x)));
        assertEquals(b.constant(6), b.fma(b.constant(2), b.constant(2.5), b.constant(1)));
        assertEquals(b.multiply(x, y), b.fma(x, y, b.constant(0)));
        b.add(x, b.coefficient(0));
        assertEquals(3, b.build(b.multiply(x, y)).size());
    }

    @Test
    void aTapeCanBeSplicedIntoAnother() {
        Tape.Builder inner = Tape.builder(1, 1);
        Tape square = inner.build(inner.fma(inner.variable(0), inner.variable(0), inner.coefficient(0)));
        Tape.Builder outer = Tape.builder(1, 0);
        int doubled = outer.add(outer.variable(0), outer.variable(0));
        int[] result = outer.splice(square, new int[] {doubled}, new int[] {outer.constant(3)}, outer.time());
        double[] out = new double[1];
        Kernels.generated(outer.build(result)).evaluate(0, new double[] {2}, new double[0], out);
        assertEquals(19, out[0]);
    }

    private static double[] lane(double[] array, int lane, int width) {
        double[] values = new double[array.length / width];
        Arrays.setAll(values, i -> array[i * width + lane]);
        return values;
    }

    /** Bits with one NaN: which NaN an operation returns is left open by the hardware. */
    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }
}
