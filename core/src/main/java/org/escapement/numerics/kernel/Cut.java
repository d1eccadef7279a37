package org.escapement.numerics.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a tape is divided into parts that become one method each. The just-in-time compilers give up on long methods
 * (C1 runs out of registers near 200 vector calls, nothing over 8000 bytes is compiled), so parts stay near
 * {@link #LIMIT} bytes. A value needed in a later part passes through a scratch slot.
 */
final class Cut {
    private static final int LIMIT = 1150;
    /** Bytes of a vector load or store with its address, and of an operation with its operands; calls are longer. */
    private static final int TRANSFER = 14;

    private static final int OPERATION = 7;
    private static final int CALL = 60;

    /** Instructions from (inclusive) to (exclusive). */
    record Range(int from, int to) {}

    private final List<Range> ranges = new ArrayList<>();
    private final int[] slots;
    private int slotCount;

    Cut(Tape tape) {
        this.slots = new int[tape.size()];
        Arrays.fill(slots, -1);
        divide(tape);
        for (Range range : ranges) {
            assignSlots(tape, range);
        }
    }

    private void divide(Tape tape) {
        int[] outputsOf = new int[tape.size()];
        for (int i = 0; i < tape.outputs(); i++) {
            outputsOf[tape.output(i)]++;
        }
        int[] loadedIn = new int[tape.size()];
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < tape.size(); i++) {
            bytes += outputsOf[i] * TRANSFER + size(tape, i, from, loadedIn, ranges.size() + 1);
            if (bytes > LIMIT && i > from) {
                ranges.add(new Range(from, i));
                from = i;
                bytes = outputsOf[i] * TRANSFER + size(tape, i, from, loadedIn, ranges.size() + 1);
            }
        }
        ranges.add(new Range(from, tape.size()));
    }

    private static int size(Tape tape, int index, int from, int[] loadedIn, int part) {
        Instruction instruction = tape.instruction(index);
        if (instruction.operation().isInput()) {
            return 0;
        }
        int bytes = instruction.operation() == Operation.CALL ? CALL : OPERATION;
        for (int p = 0; p < instruction.operands(); p++) {
            int operand = instruction.operand(p);
            boolean fetched =
                    operand < from || tape.instruction(operand).operation().isInput();
            if (fetched && loadedIn[operand] != part) {
                loadedIn[operand] = part;
                bytes += TRANSFER;
            } else {
                bytes += 2;
            }
        }
        return bytes;
    }

    private void assignSlots(Tape tape, Range range) {
        for (int i = range.from(); i < range.to(); i++) {
            Instruction instruction = tape.instruction(i);
            for (int p = 0; p < instruction.operands(); p++) {
                int operand = instruction.operand(p);
                boolean crosses = operand < range.from()
                        && !tape.instruction(operand).operation().isInput();
                if (crosses && slots[operand] < 0) {
                    slots[operand] = slotCount++;
                }
            }
        }
    }

    List<Range> ranges() {
        return ranges;
    }

    /** Scratch slot of a value that outlives its part, else -1. */
    int slot(int value) {
        return slots[value];
    }

    /** First of two further slots, for the arguments of a function. */
    int argumentSlot() {
        return slotCount;
    }

    /** Number of scratch slots in all. */
    int slotCount() {
        return slotCount + 2;
    }
}
