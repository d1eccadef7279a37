package org.escapement.numerics.kernel;

import java.util.List;

/** Generated code and its scratch memory. */
final class GeneratedProgram implements LaneProgram {
    private final ClassWriter.Block block;
    private final int lanes;
    private final String name;
    private final double[] scratch;

    private GeneratedProgram(ClassWriter.Block block, int lanes, String name, int scratchSize) {
        this.block = block;
        this.lanes = lanes;
        this.name = name;
        this.scratch = new double[scratchSize];
    }

    static GeneratedProgram scalar(List<LaneCode> codes) {
        return of(new ScalarDialect(), codes, KernelChoice.SCALAR);
    }

    static GeneratedProgram vector(List<LaneCode> codes) {
        return of(new VectorDialect(VectorWidth.lanes()), codes, KernelChoice.SIMD);
    }

    private static GeneratedProgram of(Dialect dialect, List<LaneCode> codes, KernelChoice choice) {
        ClassWriter writer = new ClassWriter(dialect, codes);
        return new GeneratedProgram(writer.load(), dialect.lanes(), choice.describe(), writer.scratchSize());
    }

    @Override
    public int lanes() {
        return lanes;
    }

    @Override
    public void run(double[][] arrays) {
        block.run(arrays, scratch);
    }

    @Override
    public String describe() {
        return name;
    }

    @Override
    public LaneProgram copy() {
        return new GeneratedProgram(block, lanes, name, scratch.length);
    }
}
