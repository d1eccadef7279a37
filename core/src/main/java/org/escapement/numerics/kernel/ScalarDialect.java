package org.escapement.numerics.kernel;

import static java.lang.constant.ConstantDescs.CD_double;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** One number per value. */
final class ScalarDialect extends Dialect {
    private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
    private static final MethodTypeDesc ONE = MethodTypeDesc.of(CD_double, CD_double);
    private static final MethodTypeDesc TWO = MethodTypeDesc.of(CD_double, CD_double, CD_double);
    private static final MethodTypeDesc THREE = MethodTypeDesc.of(CD_double, CD_double, CD_double, CD_double);

    @Override
    int lanes() {
        return 1;
    }

    @Override
    TypeKind kind() {
        return TypeKind.DOUBLE;
    }

    @Override
    void constant(CodeBuilder b, double number) {
        b.loadConstant(number);
    }

    @Override
    void load(CodeBuilder b, Address from) {
        from.push(b);
        b.daload();
    }

    @Override
    void store(CodeBuilder b, Address to, Runnable value) {
        to.push(b);
        value.run();
        b.dastore();
    }

    @Override
    void operation(CodeBuilder b, Operation operation) {
        switch (operation) {
            case ADD -> b.dadd();
            case SUBTRACT -> b.dsub();
            case MULTIPLY -> b.dmul();
            case DIVIDE -> b.ddiv();
            case NEGATE -> b.dneg();
            case FMA -> b.invokestatic(MATH, "fma", THREE);
            case SQRT -> b.invokestatic(MATH, "sqrt", ONE);
            case ABS -> b.invokestatic(MATH, "abs", ONE);
            case MINIMUM -> b.invokestatic(MATH, "min", TWO);
            case MAXIMUM -> b.invokestatic(MATH, "max", TWO);
            default -> throw new IllegalArgumentException(operation.name());
        }
    }

    @Override
    void call(CodeBuilder b, Function function, Runnable first, Runnable second, Address work) {
        b.getstatic(FUNCTION, function.name(), FUNCTION);
        first.run();
        if (second == null) {
            b.loadConstant(0.0);
        } else {
            second.run();
        }
        b.invokevirtual(FUNCTION, "value", TWO);
    }

    @Override
    void declare(ClassBuilder builder) {
        // numbers need no fields
    }
}
