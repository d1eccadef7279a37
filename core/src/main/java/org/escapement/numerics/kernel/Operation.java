package org.escapement.numerics.kernel;

/** What one instruction of a tape does. */
enum Operation {
    VARIABLE,
    COEFFICIENT,
    TIME,
    CONSTANT,
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    NEGATE,
    FMA,
    SQRT,
    ABS,
    MINIMUM,
    MAXIMUM,
    CALL;

    /** Whether the value is read or known, not computed. */
    boolean isInput() {
        return compareTo(CONSTANT) <= 0;
    }

    /** Whether the first two operands may be exchanged. */
    boolean isSymmetric() {
        return switch (this) {
            case ADD, MULTIPLY, FMA, MINIMUM, MAXIMUM -> true;
            default -> false;
        };
    }

    /** The value of an operation on numbers: the definition the generated kernels are held to. */
    double apply(double x, double y, double z) {
        return switch (this) {
            case ADD -> x + y;
            case SUBTRACT -> x - y;
            case MULTIPLY -> x * y;
            case DIVIDE -> x / y;
            case NEGATE -> -x;
            case FMA -> Math.fma(x, y, z);
            case SQRT -> Math.sqrt(x);
            case ABS -> Math.abs(x);
            case MINIMUM -> Math.min(x, y);
            case MAXIMUM -> Math.max(x, y);
            case VARIABLE, COEFFICIENT, TIME, CONSTANT, CALL -> throw new IllegalArgumentException(name());
        };
    }
}
