package org.escapement.numerics.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A straight-line program: values computed one after another from variables y[i], coefficients c[j] (numbers that stay
 * constant during an integration), the time t and constants. No branches, hence the same work in every lane.
 * <p>Outputs are usually time derivatives of the variables, but may be any list of values. Immutable, safe to share.
 */
public final class Tape {
    private final Instruction[] instructions;
    private final int[] outputs;
    private final int variables;
    private final int coefficients;

    Tape(List<Instruction> all, int[] outputs, int variables, int coefficients) {
        int[] names = new int[all.size()];
        Arrays.fill(names, -1);
        Instruction[] ordered = new Instruction[all.size()];
        int used = 0;
        for (int output : outputs) {
            used = place(all, output, names, ordered, used);
        }
        this.instructions = Arrays.copyOf(ordered, used);
        this.outputs = Arrays.stream(outputs).map(output -> names[output]).toArray();
        this.variables = variables;
        this.coefficients = coefficients;
    }

    /** Orders by first use, depth first: what belongs together stays together when generated code is cut into parts. */
    private static int place(List<Instruction> all, int value, int[] names, Instruction[] ordered, int used) {
        int next = used;
        int[] stack = new int[16];
        int depth = 0;
        stack[depth++] = value;
        while (depth > 0) {
            int top = stack[depth - 1];
            Instruction instruction = all.get(top);
            int missing = -1;
            for (int p = 0; p < instruction.operands() && missing < 0; p++) {
                missing = names[instruction.operand(p)] < 0 ? instruction.operand(p) : -1;
            }
            if (missing >= 0) {
                stack = depth == stack.length ? Arrays.copyOf(stack, 2 * depth) : stack;
                stack[depth++] = missing;
                continue;
            }
            if (names[top] < 0) {
                ordered[next] = instruction.renamed(names);
                names[top] = next++;
            }
            depth--;
        }
        return next;
    }

    /** A builder for a program of n variables and m coefficients. */
    public static Builder builder(int variables, int coefficients) {
        return new Builder(variables, coefficients);
    }

    /** A builder that counts variables and coefficients as they are asked for. */
    public static Builder builder() {
        return new Builder(-1, -1);
    }

    public int variables() {
        return variables;
    }

    public int coefficients() {
        return coefficients;
    }

    /** Number of values the program returns. */
    public int outputs() {
        return outputs.length;
    }

    /** Number of instructions, inputs and constants included. */
    public int size() {
        return instructions.length;
    }

    /** Whether any output depends on the time. */
    public boolean usesTime() {
        return Arrays.stream(instructions).anyMatch(i -> i.operation() == Operation.TIME);
    }

    Instruction instruction(int index) {
        return instructions[index];
    }

    /** Index of the instruction whose value is output number {@code index}. */
    int output(int index) {
        return outputs[index];
    }

    /**
     * Writes a tape. Equal expressions get the same value index; constants are folded; x + 0, x - 0, x * 1 and x / 1
     * are x (so the sign of a zero may differ from the unfolded sum). Not thread-safe.
     */
    public static final class Builder {
        private final List<Instruction> instructions = new ArrayList<>();
        private final Map<Instruction, Integer> numbers = new HashMap<>();
        private final boolean counting;
        private int variables;
        private int coefficients;

        private Builder(int variables, int coefficients) {
            this.counting = variables < 0;
            this.variables = Math.max(0, variables);
            this.coefficients = Math.max(0, coefficients);
        }

        public int variable(int index) {
            variables = counting ? Math.max(variables, index + 1) : variables;
            return number(Instruction.input(Operation.VARIABLE, Objects.checkIndex(index, variables)));
        }

        public int coefficient(int index) {
            coefficients = counting ? Math.max(coefficients, index + 1) : coefficients;
            return number(Instruction.input(Operation.COEFFICIENT, Objects.checkIndex(index, coefficients)));
        }

        public int time() {
            return number(Instruction.input(Operation.TIME, -1));
        }

        public int constant(double value) {
            return number(Instruction.constant(value));
        }

        public int add(int a, int b) {
            return is(a, 0) ? b : is(b, 0) ? a : compute(Operation.ADD, a, b, -1);
        }

        public int subtract(int a, int b) {
            return is(b, 0) ? a : is(a, 0) ? negate(b) : compute(Operation.SUBTRACT, a, b, -1);
        }

        public int multiply(int a, int b) {
            return is(a, 1) ? b : is(b, 1) ? a : compute(Operation.MULTIPLY, a, b, -1);
        }

        public int divide(int a, int b) {
            return is(b, 1) ? a : compute(Operation.DIVIDE, a, b, -1);
        }

        public int negate(int a) {
            Instruction of = instructions.get(a);
            return of.operation() == Operation.NEGATE ? of.a() : compute(Operation.NEGATE, a, -1, -1);
        }

        /** a b + c with one rounding. */
        public int fma(int a, int b, int c) {
            if (is(c, 0)) {
                return multiply(a, b);
            }
            return is(a, 1) ? add(b, c) : is(b, 1) ? add(a, c) : compute(Operation.FMA, a, b, c);
        }

        public int squareRoot(int a) {
            return compute(Operation.SQRT, a, -1, -1);
        }

        public int absolute(int a) {
            return compute(Operation.ABS, a, -1, -1);
        }

        public int minimum(int a, int b) {
            return compute(Operation.MINIMUM, a, b, -1);
        }

        public int maximum(int a, int b) {
            return compute(Operation.MAXIMUM, a, b, -1);
        }

        /** Value of a function of one or two arguments. */
        public int call(Function function, int... arguments) {
            if (arguments.length != function.arity()) {
                throw new IllegalArgumentException(function + " takes " + function.arity() + " arguments");
            }
            int a = arguments[0];
            int b = function.arity() == 2 ? arguments[1] : -1;
            if (isConstant(a) && (b < 0 || isConstant(b))) {
                return constant(function.value(value(a), b < 0 ? 0 : value(b)));
            }
            return number(new Instruction(Operation.CALL, a, b, -1, 0, function));
        }

        /**
         * Copies another tape into this one.
         *
         * @param variableValues value index to use for each of its variables
         * @param coefficientValues value index to use for each of its coefficients
         * @param timeValue value index to use for its time
         * @return value indices of its outputs
         */
        public int[] splice(Tape other, int[] variableValues, int[] coefficientValues, int timeValue) {
            int[] names = new int[other.size()];
            for (int i = 0; i < names.length; i++) {
                Instruction instruction = other.instruction(i);
                names[i] = switch (instruction.operation()) {
                    case VARIABLE -> variableValues[instruction.a()];
                    case COEFFICIENT -> coefficientValues[instruction.a()];
                    case TIME -> timeValue;
                    default -> number(instruction.renamed(names));
                };
            }
            return Arrays.stream(other.outputs).map(output -> names[output]).toArray();
        }

        /** The program that returns these values. */
        public Tape build(int... outputs) {
            return new Tape(instructions, outputs, variables, coefficients);
        }

        private int compute(Operation operation, int a, int b, int c) {
            if (isConstant(a) && (b < 0 || isConstant(b)) && (c < 0 || isConstant(c))) {
                return constant(operation.apply(value(a), b < 0 ? 0 : value(b), c < 0 ? 0 : value(c)));
            }
            return number(Instruction.of(operation, a, b, c));
        }

        private int number(Instruction instruction) {
            Integer known = numbers.putIfAbsent(instruction, instructions.size());
            if (known == null) {
                instructions.add(instruction);
                return instructions.size() - 1;
            }
            return known;
        }

        private boolean isConstant(int index) {
            return instructions.get(index).operation() == Operation.CONSTANT;
        }

        private double value(int index) {
            return instructions.get(index).number();
        }

        private boolean is(int index, double number) {
            return isConstant(index) && value(index) == number;
        }
    }
}
