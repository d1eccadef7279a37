package org.escapement.numerics.ode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.escapement.numerics.kernel.LaneCode;
import org.escapement.numerics.kernel.Place;
import org.escapement.numerics.kernel.Tape;

/**
 * One trial step of a Runge-Kutta method as lane code: u_s = y + sum_j (h a_sj) k_j by fused multiply-add in the order
 * of j, k_s = f(t + c_s h, u_s), and the squared error norm.
 * <p>For few variables each stage is one tape, so that sums and derivatives stay in registers; for many the sums are
 * swept over the components, as fused tapes would be cut into many parts. Both do the same operations on each number.
 */
final class StepCodes {
    /** Arrays of the table a step works on. */
    static final int STATE = 0;

    static final int NEW_STATE = 1;
    static final int COEFFICIENTS = 2;
    static final int TIME = 3;
    static final int STEP = 4;
    /** Squared error; the next array holds the second estimate. */
    static final int ERROR = 5;

    private static final int STAGE_TIME = 7;
    private static final int STAGE_STATE = 8;
    static final int FIRST_SLOPE = 9;
    static final int LAST_SLOPE = 10;
    /** All slopes between, in one array: its bounds checks then merge into few. */
    private static final int INNER_SLOPES = 11;

    private static final int FUSED_VARIABLES = 8;
    /** Keeps the denominator of the combined estimate above zero. */
    private static final double TINY = 1e-300;

    private final Tape derivatives;
    private final Tableau tableau;
    private final Tolerances tolerances;
    private final int n;
    private final List<LaneCode> codes = new ArrayList<>();

    private StepCodes(Tape derivatives, Tableau tableau, Tolerances tolerances) {
        this.derivatives = derivatives;
        this.tableau = tableau;
        this.tolerances = tolerances;
        this.n = derivatives.variables();
    }

    static List<LaneCode> of(Tape derivatives, Tableau tableau, Tolerances tolerances) {
        StepCodes step = new StepCodes(derivatives, tableau, tolerances);
        for (int s = 1; s < tableau.stages(); s++) {
            if (step.n <= FUSED_VARIABLES) {
                step.fusedStage(s);
            } else {
                step.sweptStage(s);
            }
        }
        if (step.n <= FUSED_VARIABLES) {
            step.fusedError();
        } else {
            step.sweptError();
        }
        return step.codes;
    }

    /** A table of arrays for this many lanes. */
    static double[][] table(Tape derivatives, Tableau tableau, int lanes) {
        double[][] table = new double[INNER_SLOPES + 1][];
        for (int i = 0; i < table.length; i++) {
            boolean single = i >= TIME && i <= STAGE_TIME;
            table[i] = new double[(single ? 1 : derivatives.variables()) * lanes];
        }
        table[COEFFICIENTS] = new double[derivatives.coefficients() * lanes];
        table[INNER_SLOPES] = new double[(tableau.stages() - 2) * derivatives.variables() * lanes];
        return table;
    }

    private boolean isLast(int stage) {
        return stage == tableau.stages() - 1;
    }

    /** Place of k_stage; of the component reached by the sweep if {@code component} is negative. */
    private Place slope(int stage, int component) {
        boolean inner = stage > 0 && !isLast(stage);
        int array = inner ? INNER_SLOPES : stage == 0 ? FIRST_SLOPE : LAST_SLOPE;
        int first = inner ? (stage - 1) * n : 0;
        return new Place(array, first + Math.max(0, component), component < 0);
    }

    private void fusedStage(int stage) {
        StepTape tape = new StepTape();
        int[] state = new int[n];
        for (int i = 0; i < n; i++) {
            state[i] = combination(tape, stage, tape.component(STATE, i), i);
        }
        int time = stageTime(tape, stage);
        int[] slopes =
                tape.builder().splice(derivatives, state, tape.row(COEFFICIENTS, derivatives.coefficients()), time);
        if (isLast(stage)) {
            for (int i = 0; i < n; i++) {
                tape.output(state[i], Place.fixed(NEW_STATE, i));
            }
        }
        for (int i = 0; i < n; i++) {
            tape.output(slopes[i], slope(stage, i));
        }
        codes.add(tape.code(1));
    }

    private int combination(StepTape tape, int stage, int start, int component) {
        int sum = start;
        for (int j = 0; j < stage; j++) {
            double weight = tableau.weight(stage, j);
            if (weight != 0) {
                int slope = tape.at(slope(j, component));
                sum = tape.builder().fma(slope, scaledStep(tape, weight), sum);
            }
        }
        return sum;
    }

    private static int scaledStep(StepTape tape, double weight) {
        return tape.builder().multiply(tape.single(STEP), tape.builder().constant(weight));
    }

    private int stageTime(StepTape tape, int stage) {
        return tape.builder().fma(tape.single(STEP), tape.builder().constant(tableau.node(stage)), tape.single(TIME));
    }

    private void sweptStage(int stage) {
        int target = isLast(stage) ? NEW_STATE : STAGE_STATE;
        StepTape sum = new StepTape();
        sum.output(combination(sum, stage, sum.component(STATE, -1), -1), Place.swept(target));
        codes.add(sum.code(n));
        if (derivatives.usesTime()) {
            StepTape time = new StepTape();
            time.output(stageTime(time, stage), Place.fixed(STAGE_TIME, 0));
            codes.add(time.code(1));
        }
        Place[] slopes = new Place[n];
        Arrays.setAll(slopes, i -> slope(stage, i));
        codes.add(LaneCode.straight(
                derivatives,
                Place.row(target, n),
                Place.row(COEFFICIENTS, derivatives.coefficients()),
                Place.fixed(STAGE_TIME, 0),
                slopes));
    }

    private void fusedError() {
        StepTape tape = new StepTape();
        int[] sums = new int[tableau.estimates()];
        for (int e = 0; e < sums.length; e++) {
            sums[e] = tape.builder().constant(0);
        }
        for (int i = 0; i < n; i++) {
            addErrors(tape, sums, i);
        }
        tape.output(combined(tape, sums), Place.fixed(ERROR, 0));
        codes.add(tape.code(1));
    }

    private void sweptError() {
        int estimates = tableau.estimates();
        StepTape clear = new StepTape();
        StepTape add = new StepTape();
        StepTape finish = new StepTape();
        int[] added = new int[estimates];
        int[] finished = new int[estimates];
        for (int e = 0; e < estimates; e++) {
            clear.output(clear.builder().constant(0), Place.fixed(ERROR + e, 0));
            added[e] = add.component(ERROR + e, 0);
            finished[e] = finish.component(ERROR + e, 0);
        }
        addErrors(add, added, -1);
        for (int e = 0; e < estimates; e++) {
            add.output(added[e], Place.fixed(ERROR + e, 0));
        }
        finish.output(combined(finish, finished), Place.fixed(ERROR, 0));
        codes.add(clear.code(1));
        codes.add(add.code(n));
        codes.add(finish.code(1));
    }

    private void addErrors(StepTape tape, int[] sums, int component) {
        Tape.Builder b = tape.builder();
        int old = tape.component(STATE, component);
        int next = tape.component(NEW_STATE, component);
        int size = b.maximum(b.absolute(old), b.absolute(next));
        int scale = b.fma(size, b.constant(tolerances.relative()), b.constant(tolerances.absolute()));
        for (int e = 0; e < sums.length; e++) {
            int error = b.constant(0);
            for (int j = 0; j < tableau.stages(); j++) {
                double weight = tableau.error(e, j);
                if (weight != 0) {
                    int slope = tape.at(slope(j, component));
                    error = b.fma(slope, scaledStep(tape, weight), error);
                }
            }
            int ratio = b.divide(error, scale);
            sums[e] = b.fma(ratio, ratio, sums[e]);
        }
        // an infinite new state must not pass because its scale is infinite: infinity times zero is not a number
        sums[0] = b.fma(next, b.constant(0), sums[0]);
    }

    /** Mean square of the error, or Hairer's e5^2 / sqrt(e5^2 + 0.01 e3^2) squared. */
    private int combined(StepTape tape, int[] sums) {
        Tape.Builder b = tape.builder();
        if (sums.length == 1) {
            return b.multiply(sums[0], b.constant(1.0 / n));
        }
        int bottom = b.fma(sums[1], b.constant(0.01), sums[0]);
        int ratio = b.divide(sums[0], b.maximum(bottom, b.constant(TINY)));
        return b.multiply(b.multiply(sums[0], ratio), b.constant(1.0 / n));
    }
}
