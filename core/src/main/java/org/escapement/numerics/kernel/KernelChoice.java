package org.escapement.numerics.kernel;

/** How a tape is run. The choice changes the speed, never a bit of the result. */
public enum KernelChoice {
    /** Vector code where the module jdk.incubator.vector is present, else scalar code. */
    AUTOMATIC,
    /** Instruction by instruction: the definition of truth, and the slowest. */
    INTERPRETED,
    /** Generated code for one lane. */
    SCALAR,
    /** Generated vector code; refused when the vector module is absent. */
    SIMD;

    /** The choice that {@link #AUTOMATIC} stands for here; any other choice is itself. */
    public KernelChoice resolved() {
        if (this == AUTOMATIC) {
            return vectorsPresent() ? SIMD : SCALAR;
        }
        if (this == SIMD && !vectorsPresent()) {
            throw new IllegalStateException(
                    "SIMD kernels need the JVM flag --add-modules jdk.incubator.vector; AUTOMATIC does without");
        }
        return this;
    }

    /** Whether this JVM was started with the vector module. */
    public static boolean vectorsPresent() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    /** Name of the kernel that would run, for provenance: "interpreted", "scalar" or for instance "simd-512". */
    public String describe() {
        return switch (resolved()) {
            case INTERPRETED -> "interpreted";
            case SIMD -> "simd-" + Double.SIZE * VectorWidth.lanes();
            default -> "scalar";
        };
    }
}
