package org.escapement.numerics.kernel;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;

/** How values and operations look in byte code: as numbers or as vectors. */
abstract class Dialect {
    static final ClassDesc SELF = ClassDesc.of("org.escapement.numerics.kernel.GeneratedCode");
    static final ClassDesc FUNCTION = Function.class.describeConstable().orElseThrow();
    static final ClassDesc NUMBERS = ConstantDescs.CD_double.arrayType();

    /** Where in the code's arrays: local holding the array, local holding the sweep offset or -1, fixed index. */
    record Address(int array, int offset, int index) {
        void push(CodeBuilder b) {
            b.aload(array);
            if (offset < 0) {
                b.loadConstant(index);
            } else {
                b.iload(offset);
                if (index > 0) {
                    b.loadConstant(index).iadd();
                }
            }
        }
    }

    /** Numbers per value. */
    abstract int lanes();

    /** Kind of local variable that holds a value. */
    abstract TypeKind kind();

    abstract void constant(CodeBuilder b, double number);

    abstract void load(CodeBuilder b, Address from);

    abstract void store(CodeBuilder b, Address to, Runnable value);

    /** Replaces the operands on the stack by the result. */
    abstract void operation(CodeBuilder b, Operation operation);

    /** Leaves the function's value on the stack. {@code second} is null for one argument. */
    abstract void call(CodeBuilder b, Function function, Runnable first, Runnable second, Address work);

    /** Fields and initialiser the class needs. */
    abstract void declare(ClassBuilder builder);
}
