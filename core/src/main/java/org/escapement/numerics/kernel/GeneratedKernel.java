package org.escapement.numerics.kernel;

/** One point as a program of a single lane. */
final class GeneratedKernel implements Kernel {
    private static final int VARIABLES = 0;
    private static final int COEFFICIENTS = 1;
    private static final int OUTPUTS = 2;
    private static final int TIME = 3;

    private final LaneProgram program;
    private final double[] time = new double[1];
    private final double[][] arrays = {null, null, null, time};

    GeneratedKernel(LaneProgram program) {
        this.program = program;
    }

    static LaneCode code(Tape tape) {
        return LaneCode.straight(
                tape,
                Place.row(VARIABLES, tape.variables()),
                Place.row(COEFFICIENTS, tape.coefficients()),
                Place.fixed(TIME, 0),
                Place.row(OUTPUTS, tape.outputs()));
    }

    @Override
    public void evaluate(double t, double[] y, double[] c, double[] out) {
        time[0] = t;
        arrays[VARIABLES] = y;
        arrays[COEFFICIENTS] = c;
        arrays[OUTPUTS] = out;
        program.run(arrays);
    }

    @Override
    public Kernel copy() {
        return new GeneratedKernel(program.copy());
    }
}
