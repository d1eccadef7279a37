package org.escapement.numerics.kernel;

import java.util.List;

/** Makes lane programs. */
public final class LanePrograms {
    private LanePrograms() {}

    public static LaneProgram compile(List<LaneCode> codes, KernelChoice choice) {
        return switch (choice.resolved()) {
            case INTERPRETED -> new InterpretedProgram(codes);
            case SIMD -> GeneratedProgram.vector(codes);
            default -> GeneratedProgram.scalar(codes);
        };
    }
}
