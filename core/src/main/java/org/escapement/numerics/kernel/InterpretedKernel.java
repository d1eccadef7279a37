package org.escapement.numerics.kernel;

/** The definition of what a tape means; every other kernel must give the same bits. */
final class InterpretedKernel implements Kernel {
    private final Tape tape;
    private final double[] values;

    InterpretedKernel(Tape tape) {
        this.tape = tape;
        this.values = new double[tape.size()];
    }

    @Override
    public void evaluate(double t, double[] y, double[] c, double[] out) {
        for (int i = 0; i < values.length; i++) {
            Instruction line = tape.instruction(i);
            values[i] = switch (line.operation()) {
                case VARIABLE -> y[line.a()];
                case COEFFICIENT -> c[line.a()];
                case TIME -> t;
                case CONSTANT -> line.number();
                case CALL -> line.function().value(values[line.a()], line.b() < 0 ? 0 : values[line.b()]);
                default ->
                    line.operation()
                            .apply(
                                    values[line.a()],
                                    line.b() < 0 ? 0 : values[line.b()],
                                    line.c() < 0 ? 0 : values[line.c()]);
            };
        }
        for (int i = 0; i < tape.outputs(); i++) {
            out[i] = values[tape.output(i)];
        }
    }

    @Override
    public Kernel copy() {
        return new InterpretedKernel(tape);
    }
}
