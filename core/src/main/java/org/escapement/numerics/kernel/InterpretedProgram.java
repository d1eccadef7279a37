package org.escapement.numerics.kernel;

import java.util.ArrayList;
import java.util.List;

/** Runs lane codes through {@link InterpretedKernel}, one lane wide. */
final class InterpretedProgram implements LaneProgram {
    private record Line(LaneCode code, Kernel kernel, double[] y, double[] c, double[] out) {}

    private final List<LaneCode> codes;
    private final List<Line> lines = new ArrayList<>();

    InterpretedProgram(List<LaneCode> codes) {
        this.codes = List.copyOf(codes);
        for (LaneCode code : codes) {
            Tape tape = code.tape();
            lines.add(new Line(
                    code,
                    Kernels.interpreted(tape),
                    new double[tape.variables()],
                    new double[tape.coefficients()],
                    new double[tape.outputs()]));
        }
    }

    @Override
    public void run(double[][] arrays) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            for (int r = 0; r < line.code().repetitions(); r++) {
                run(line, arrays, r);
            }
        }
    }

    private static void run(Line line, double[][] arrays, int repetition) {
        LaneCode code = line.code();
        for (int i = 0; i < line.y().length; i++) {
            line.y()[i] = read(arrays, code.variable(i), repetition);
        }
        for (int i = 0; i < line.c().length; i++) {
            line.c()[i] = read(arrays, code.coefficient(i), repetition);
        }
        line.kernel().evaluate(read(arrays, code.time(), repetition), line.y(), line.c(), line.out());
        for (int i = 0; i < line.out().length; i++) {
            Place place = code.output(i);
            arrays[place.array()][index(place, repetition)] = line.out()[i];
        }
    }

    private static double read(double[][] arrays, Place place, int repetition) {
        return arrays[place.array()][index(place, repetition)];
    }

    private static int index(Place place, int repetition) {
        return place.swept() ? place.component() + repetition : place.component();
    }

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public String describe() {
        return "interpreted";
    }

    @Override
    public LaneProgram copy() {
        return new InterpretedProgram(codes);
    }
}
