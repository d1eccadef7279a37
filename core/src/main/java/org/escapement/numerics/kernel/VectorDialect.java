package org.escapement.numerics.kernel;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * One vector per value. Names the vector module only as text, so this class loads without it. The species sits in a
 * static final field of the generated class and vectors never cross a method boundary: otherwise they would be boxed.
 */
final class VectorDialect extends Dialect {
    private static final ClassDesc V = ClassDesc.of("jdk.incubator.vector.DoubleVector");
    private static final ClassDesc ANY = ClassDesc.of("jdk.incubator.vector.Vector");
    private static final ClassDesc SPECIES = ClassDesc.of("jdk.incubator.vector.VectorSpecies");
    private static final MethodTypeDesc ONE = MethodTypeDesc.of(V);
    private static final MethodTypeDesc TWO = MethodTypeDesc.of(V, ANY);
    private static final MethodTypeDesc THREE = MethodTypeDesc.of(V, ANY, ANY);

    private final int lanes;

    VectorDialect(int lanes) {
        this.lanes = lanes;
    }

    @Override
    int lanes() {
        return lanes;
    }

    @Override
    TypeKind kind() {
        return TypeKind.REFERENCE;
    }

    @Override
    void constant(CodeBuilder b, double number) {
        b.getstatic(SELF, "SPECIES", SPECIES)
                .loadConstant(number)
                .invokestatic(V, "broadcast", MethodTypeDesc.of(V, SPECIES, CD_double));
    }

    @Override
    void load(CodeBuilder b, Address from) {
        b.getstatic(SELF, "SPECIES", SPECIES);
        from.push(b);
        b.invokestatic(V, "fromArray", MethodTypeDesc.of(V, SPECIES, NUMBERS, CD_int));
    }

    @Override
    void store(CodeBuilder b, Address to, Runnable value) {
        value.run();
        to.push(b);
        b.invokevirtual(V, "intoArray", MethodTypeDesc.of(CD_void, NUMBERS, CD_int));
    }

    @Override
    void operation(CodeBuilder b, Operation operation) {
        switch (operation) {
            case ADD -> b.invokevirtual(V, "add", TWO);
            case SUBTRACT -> b.invokevirtual(V, "sub", TWO);
            case MULTIPLY -> b.invokevirtual(V, "mul", TWO);
            case DIVIDE -> b.invokevirtual(V, "div", TWO);
            case NEGATE -> b.invokevirtual(V, "neg", ONE);
            case FMA -> b.invokevirtual(V, "fma", THREE);
            case SQRT -> b.invokevirtual(V, "sqrt", ONE);
            case ABS -> b.invokevirtual(V, "abs", ONE);
            case MINIMUM -> b.invokevirtual(V, "min", TWO);
            case MAXIMUM -> b.invokevirtual(V, "max", TWO);
            default -> throw new IllegalArgumentException(operation.name());
        }
    }

    @Override
    void call(CodeBuilder b, Function function, Runnable first, Runnable second, Address work) {
        Address other = new Address(work.array(), -1, work.index() + lanes);
        store(b, work, first);
        if (second != null) {
            store(b, other, second);
        }
        b.getstatic(FUNCTION, function.name(), FUNCTION);
        work.push(b);
        b.loadConstant(second == null ? work.index() : other.index()).loadConstant(lanes);
        b.invokevirtual(FUNCTION, "replace", MethodTypeDesc.of(CD_void, NUMBERS, CD_int, CD_int, CD_int));
        load(b, work);
    }

    @Override
    void declare(ClassBuilder builder) {
        builder.withField("SPECIES", SPECIES, ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
        builder.withMethodBody(
                "<clinit>",
                ConstantDescs.MTD_void,
                ClassFile.ACC_STATIC,
                b -> b.getstatic(V, "SPECIES_" + lanes * Double.SIZE, SPECIES)
                        .putstatic(SELF, "SPECIES", SPECIES)
                        .return_());
    }
}
