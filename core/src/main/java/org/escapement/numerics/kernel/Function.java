package org.escapement.numerics.kernel;

/**
 * Functions a tape can call. All kernels go through {@link StrictMath}, one number at a time, so that results are the
 * same on every machine; a vector kernel therefore gains nothing on them.
 */
public enum Function {
    EXP(1),
    LOG(1),
    SIN(1),
    COS(1),
    TAN(1),
    ASIN(1),
    ACOS(1),
    ATAN(1),
    ATAN2(2),
    POW(2),
    TANH(1),
    SINH(1),
    COSH(1);

    private final int arity;

    Function(int arity) {
        this.arity = arity;
    }

    /** Number of arguments, 1 or 2. */
    public int arity() {
        return arity;
    }

    /** Value at x, or at (x, y) for a function of two arguments. */
    public double value(double x, double y) {
        return switch (this) {
            case EXP -> StrictMath.exp(x);
            case LOG -> StrictMath.log(x);
            case SIN -> StrictMath.sin(x);
            case COS -> StrictMath.cos(x);
            case TAN -> StrictMath.tan(x);
            case ASIN -> StrictMath.asin(x);
            case ACOS -> StrictMath.acos(x);
            case ATAN -> StrictMath.atan(x);
            case ATAN2 -> StrictMath.atan2(x, y);
            case POW -> StrictMath.pow(x, y);
            case TANH -> StrictMath.tanh(x);
            case SINH -> StrictMath.sinh(x);
            case COSH -> StrictMath.cosh(x);
        };
    }

    /** Replaces {@code count} first arguments by their values; called by generated code. */
    void replace(double[] lanes, int first, int second, int count) {
        for (int l = 0; l < count; l++) {
            lanes[first + l] = value(lanes[first + l], lanes[second + l]);
        }
    }
}
