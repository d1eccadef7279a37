package org.escapement.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The real functions that may appear in an expression. Values come from {@link StrictMath}, so that they are the same
 * on every machine.
 */
public enum NumericFunction {
    SQRT("sqrt", 1),
    EXP("exp", 1),
    LOG("ln", 1),
    SIN("sin", 1),
    COS("cos", 1),
    TAN("tan", 1),
    ASIN("asin", 1),
    ACOS("acos", 1),
    ATAN("atan", 1),
    ATAN2("atan2", 2),
    SINH("sinh", 1),
    COSH("cosh", 1),
    TANH("tanh", 1),
    ABS("abs", 1),
    MIN("min", 2),
    MAX("max", 2);

    private final String text;
    private final int arity;

    NumericFunction(String text, int arity) {
        this.text = text;
        this.arity = arity;
    }

    /** The name in a model file. */
    public String text() {
        return text;
    }

    public int arity() {
        return arity;
    }

    /** Finds a function by the name used in files; {@code log} is accepted for {@code ln}. */
    public static Optional<NumericFunction> named(String name) {
        String wanted = name.equals("log") ? "ln" : name;
        return Arrays.stream(values()).filter(f -> f.text.equals(wanted)).findFirst();
    }

    /** All names, for messages. */
    public static List<String> names() {
        return Arrays.stream(values()).map(NumericFunction::text).toList();
    }

    /** The value at the arguments; {@code NaN} outside the real domain. */
    public double apply(double... x) {
        return switch (this) {
            case SQRT -> Math.sqrt(x[0]);
            case EXP -> StrictMath.exp(x[0]);
            case LOG -> StrictMath.log(x[0]);
            case SIN -> StrictMath.sin(x[0]);
            case COS -> StrictMath.cos(x[0]);
            case TAN -> StrictMath.tan(x[0]);
            case ASIN -> StrictMath.asin(x[0]);
            case ACOS -> StrictMath.acos(x[0]);
            case ATAN -> StrictMath.atan(x[0]);
            case ATAN2 -> StrictMath.atan2(x[0], x[1]);
            case SINH -> StrictMath.sinh(x[0]);
            case COSH -> StrictMath.cosh(x[0]);
            case TANH -> StrictMath.tanh(x[0]);
            case ABS -> Math.abs(x[0]);
            case MIN -> Math.min(x[0], x[1]);
            case MAX -> Math.max(x[0], x[1]);
        };
    }
}
