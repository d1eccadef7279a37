package org.escapement.numerics.kernel;

/**
 * One line of a tape. Operands are indices of earlier instructions, -1 where there is none; for a variable or a
 * coefficient {@code a} is its index.
 */
record Instruction(Operation operation, int a, int b, int c, double number, Function function) {
    static Instruction input(Operation operation, int index) {
        return new Instruction(operation, index, -1, -1, 0, null);
    }

    static Instruction constant(double number) {
        return new Instruction(Operation.CONSTANT, -1, -1, -1, number, null);
    }

    static Instruction of(Operation operation, int a, int b, int c) {
        return operation.isSymmetric() && a > b
                ? new Instruction(operation, b, a, c, 0, null)
                : new Instruction(operation, a, b, c, 0, null);
    }

    int operands() {
        return operation.isInput() ? 0 : c >= 0 ? 3 : b >= 0 ? 2 : 1;
    }

    int operand(int position) {
        return position == 0 ? a : position == 1 ? b : c;
    }

    /** The same instruction with operands renamed. */
    Instruction renamed(int[] names) {
        return operation.isInput()
                ? this
                : new Instruction(operation, names[a], b < 0 ? b : names[b], c < 0 ? c : names[c], number, function);
    }
}
