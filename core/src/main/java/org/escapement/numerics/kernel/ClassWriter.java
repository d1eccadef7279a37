package org.escapement.numerics.kernel;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** Writes lane codes as a hidden class with one static method per part and {@link Block#run} calling them in turn. */
final class ClassWriter {
    /** What the generated class implements; it has no state. */
    interface Block {
        void run(double[][] arrays, double[] scratch);
    }

    private static final ClassDesc BLOCK = Block.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_void, Dialect.NUMBERS.arrayType(), Dialect.NUMBERS);

    private final Dialect dialect;
    private final List<LaneCode> codes;
    private final List<Cut> cuts;

    ClassWriter(Dialect dialect, List<LaneCode> codes) {
        this.dialect = dialect;
        this.codes = codes;
        this.cuts = codes.stream().map(code -> new Cut(code.tape())).toList();
        for (int i = 0; i < codes.size(); i++) {
            boolean oneMethod = cuts.get(i).ranges().size() == 1;
            if (!oneMethod && (codes.get(i).repetitions() > 1 || codes.get(i).overlaps())) {
                throw new IllegalArgumentException(
                        "a tape of " + codes.get(i).tape().size() + " instructions is too long to be swept"
                                + " or to write where it reads");
            }
        }
    }

    /** Numbers of scratch memory that {@link Block#run} needs. */
    int scratchSize() {
        return cuts.stream().mapToInt(Cut::slotCount).max().orElse(0) * dialect.lanes();
    }

    Block load() {
        try {
            return (Block) MethodHandles.lookup()
                    .defineHiddenClass(bytes(), true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("generated code was refused", e);
        }
    }

    byte[] bytes() {
        return ClassFile.of().build(Dialect.SELF, builder -> {
            builder.withFlags(ClassFile.ACC_FINAL).withInterfaceSymbols(BLOCK);
            dialect.declare(builder);
            builder.withMethodBody(
                    "<init>",
                    MTD_void,
                    ClassFile.ACC_PUBLIC,
                    b -> b.aload(0).invokespecial(CD_Object, "<init>", MTD_void).return_());
            for (int i = 0; i < codes.size(); i++) {
                writeParts(builder, i);
            }
            builder.withMethodBody("run", RUN, ClassFile.ACC_PUBLIC, b -> {
                for (int i = 0; i < codes.size(); i++) {
                    for (int p = 0; p < cuts.get(i).ranges().size(); p++) {
                        b.aload(1).aload(2).invokestatic(Dialect.SELF, name(i, p), RUN);
                    }
                }
                b.return_();
            });
        });
    }

    private void writeParts(ClassBuilder builder, int code) {
        Cut cut = cuts.get(code);
        for (int p = 0; p < cut.ranges().size(); p++) {
            Cut.Range range = cut.ranges().get(p);
            builder.withMethodBody(
                    name(code, p),
                    RUN,
                    ClassFile.ACC_STATIC,
                    b -> new PartWriter(b, dialect, codes.get(code), cut, range).write());
        }
    }

    private static String name(int code, int part) {
        return "code" + code + "part" + part;
    }
}
