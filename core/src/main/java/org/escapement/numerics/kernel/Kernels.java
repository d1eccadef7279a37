package org.escapement.numerics.kernel;

import java.util.List;

/** Makes kernels for one point. */
public final class Kernels {
    private Kernels() {}

    /** Runs the tape instruction by instruction. */
    public static Kernel interpreted(Tape tape) {
        return new InterpretedKernel(tape);
    }

    /** Runs Java byte code made from the tape (a few milliseconds to make). */
    public static Kernel generated(Tape tape) {
        return new GeneratedKernel(GeneratedProgram.scalar(List.of(GeneratedKernel.code(tape))));
    }

    /** Interpreted if the choice says so, generated scalar code otherwise. */
    public static Kernel of(Tape tape, KernelChoice choice) {
        return choice == KernelChoice.INTERPRETED ? interpreted(tape) : generated(tape);
    }
}
