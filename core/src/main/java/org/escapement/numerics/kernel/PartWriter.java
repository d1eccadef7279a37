package org.escapement.numerics.kernel;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes one part of a lane code as a static method (arrays, scratch). A value used once is computed where it is used,
 * on the operand stack; others are kept in a local variable.
 */
final class PartWriter {
    private static final int ARRAYS = 0;
    private static final int SCRATCH = 1;

    private final CodeBuilder b;
    private final Dialect dialect;
    private final LaneCode code;
    private final Cut cut;
    private final Cut.Range range;
    private final int[] uses;
    private final int[] locals;
    private final Map<Integer, Integer> arrayLocals = new HashMap<>();
    private final int offset;

    PartWriter(CodeBuilder b, Dialect dialect, LaneCode code, Cut cut, Cut.Range range) {
        this.b = b;
        this.dialect = dialect;
        this.code = code;
        this.cut = cut;
        this.range = range;
        this.uses = new int[code.tape().size()];
        this.locals = new int[code.tape().size()];
        this.offset = code.repetitions() > 1 ? b.allocateLocal(TypeKind.INT) : -1;
        countUses();
        Arrays.fill(locals, -1);
    }

    private void countUses() {
        Tape tape = code.tape();
        for (int i = range.from(); i < range.to(); i++) {
            for (int p = 0; p < tape.instruction(i).operands(); p++) {
                uses[tape.instruction(i).operand(p)]++;
            }
        }
        for (int o = 0; o < tape.outputs(); o++) {
            uses[tape.output(o)] += isHere(tape.output(o)) ? 1 : 0;
        }
    }

    void write() {
        fetchArrays();
        if (offset < 0) {
            body();
        } else {
            Label again = b.newLabel();
            b.loadConstant(0).istore(offset).labelBinding(again);
            body();
            b.iinc(offset, dialect.lanes())
                    .iload(offset)
                    .loadConstant(code.repetitions() * dialect.lanes())
                    .if_icmplt(again);
        }
        b.return_();
    }

    private void fetchArrays() {
        Tape tape = code.tape();
        for (int i = 0; i < tape.size(); i++) {
            Instruction instruction = tape.instruction(i);
            if (uses[i] > 0 && instruction.operation().isInput() && instruction.operation() != Operation.CONSTANT) {
                fetch(code.source(instruction).array());
            }
        }
        for (int o = 0; o < tape.outputs(); o++) {
            if (isHere(tape.output(o))) {
                fetch(code.output(o).array());
            }
        }
    }

    private void fetch(int array) {
        arrayLocals.computeIfAbsent(array, index -> {
            int local = b.allocateLocal(TypeKind.REFERENCE);
            b.aload(ARRAYS).loadConstant(index).aaload().astore(local);
            return local;
        });
    }

    private void body() {
        Tape tape = code.tape();
        for (int i = range.from(); i < range.to(); i++) {
            boolean computed = !tape.instruction(i).operation().isInput();
            boolean call = tape.instruction(i).operation() == Operation.CALL;
            if (computed && (uses[i] > 1 || cut.slot(i) >= 0 || call)) {
                compute(i);
                keep(i);
                if (cut.slot(i) >= 0) {
                    int value = i;
                    dialect.store(b, scratch(cut.slot(i)), () -> push(value));
                }
            }
        }
        for (int o = 0; o < tape.outputs(); o++) {
            int value = tape.output(o);
            if (isHere(value)) {
                dialect.store(b, address(code.output(o)), () -> push(value));
            }
        }
    }

    private boolean isHere(int value) {
        return value >= range.from() && value < range.to();
    }

    private void push(int value) {
        if (locals[value] >= 0) {
            b.loadLocal(dialect.kind(), locals[value]);
            return;
        }
        compute(value);
        if (uses[value] > 1) {
            keep(value);
            b.loadLocal(dialect.kind(), locals[value]);
        }
    }

    private void keep(int value) {
        locals[value] = b.allocateLocal(dialect.kind());
        b.storeLocal(dialect.kind(), locals[value]);
    }

    private void compute(int value) {
        Instruction instruction = code.tape().instruction(value);
        switch (instruction.operation()) {
            case CONSTANT -> dialect.constant(b, instruction.number());
            case VARIABLE, COEFFICIENT, TIME -> dialect.load(b, address(code.source(instruction)));
            default -> {
                if (isHere(value)) {
                    perform(instruction);
                } else {
                    dialect.load(b, scratch(cut.slot(value)));
                }
            }
        }
    }

    private void perform(Instruction instruction) {
        if (instruction.operation() == Operation.CALL) {
            Runnable second = instruction.b() < 0 ? null : () -> push(instruction.b());
            dialect.call(b, instruction.function(), () -> push(instruction.a()), second, scratch(cut.argumentSlot()));
            return;
        }
        for (int p = 0; p < instruction.operands(); p++) {
            push(instruction.operand(p));
        }
        dialect.operation(b, instruction.operation());
    }

    private Dialect.Address address(Place place) {
        return new Dialect.Address(
                arrayLocals.get(place.array()), place.swept() ? offset : -1, place.component() * dialect.lanes());
    }

    private Dialect.Address scratch(int slot) {
        return new Dialect.Address(SCRATCH, -1, slot * dialect.lanes());
    }
}
