package org.escapement.observables.means;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.escapement.model.ModelException;
import org.escapement.model.ParameterValues;
import org.escapement.numerics.kernel.Kernel;
import org.escapement.numerics.kernel.Kernels;
import org.escapement.numerics.ode.LaneIntegrator;
import org.escapement.numerics.ode.LanePoints;
import org.escapement.numerics.ode.LaneSink;
import org.escapement.numerics.ode.LaneStatus;
import org.escapement.observables.Accuracy;
import org.escapement.observables.Outcome;

/**
 * Runs a compiled mean-field program for many points at once in vector lanes. A point's result has the same bits
 * whatever other points it is run with. Not thread-safe; {@link #copy} gives another thread its own.
 */
public final class MeanFieldLanes {

    private final MeanFieldProgram program;
    private final LaneIntegrator integrator;
    private final Kernel outputs;
    private final double[] stops;

    /** Compiles the program for lanes; its measures must all be read off at fixed times. */
    public MeanFieldLanes(MeanFieldProgram program, Accuracy accuracy) {
        this(
                program,
                new LaneIntegrator(
                        program.flow().tape(),
                        accuracy.method().tableau(),
                        accuracy.tolerances(),
                        accuracy.kernel(),
                        accuracy.maximumSteps()),
                Kernels.of(program.outputs().tape(), accuracy.kernel()));
    }

    private MeanFieldLanes(MeanFieldProgram program, LaneIntegrator integrator, Kernel outputs) {
        if (!program.fitsLanes()) throw new IllegalArgumentException("a measure needs dense output");
        this.program = program;
        this.integrator = integrator;
        this.outputs = outputs;
        TreeSet<Double> times = new TreeSet<>();
        for (Readout r : program.readouts()) for (double t : r.times()) times.add(t);
        this.stops = times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The same for another thread, sharing the generated code. */
    public MeanFieldLanes copy() {
        return new MeanFieldLanes(program, integrator.copy(), outputs.copy());
    }

    /** The kernel in use, for provenance. */
    public String describe() {
        return integrator.describe();
    }

    /** One point: its numbers and the mean-field variables it starts from. */
    public record Point(ParameterValues values, double[] means) {}

    /** The outcomes of all points, in their order. */
    public List<Outcome> run(List<Point> points) {
        List<MeanFieldProgram.Ready> ready = new ArrayList<>();
        Outcome[] outcomes = new Outcome[points.size()];
        List<Integer> places = new ArrayList<>();
        for (int p = 0; p < outcomes.length; p++) {
            try {
                ready.add(program.prepare(points.get(p).values(), points.get(p).means()));
                places.add(p);
            } catch (ModelException e) {
                outcomes[p] = Outcome.failed(Outcome.Status.NOT_APPLICABLE, e.getMessage());
            }
        }
        Block block = new Block(ready);
        integrator.run(block, block);
        for (int i = 0; i < places.size(); i++) outcomes[places.get(i)] = block.outcome(i);
        return List.of(outcomes);
    }

    private final class Block implements LanePoints, LaneSink {

        private final List<MeanFieldProgram.Ready> ready;
        private final double[][][] seen;
        private final LaneStatus[] status;

        Block(List<MeanFieldProgram.Ready> ready) {
            this.ready = ready;
            seen = new double[ready.size()][stops.length][];
            status = new LaneStatus[ready.size()];
        }

        @Override
        public int count() {
            return ready.size();
        }

        @Override
        public void begin(int point, double[] y0, double[] c) {
            System.arraycopy(ready.get(point).start(), 0, y0, 0, y0.length);
            System.arraycopy(ready.get(point).flowSlots(), 0, c, 0, c.length);
        }

        @Override
        public int stops() {
            return stops.length;
        }

        @Override
        public double stop(int point, int k) {
            return stops[k];
        }

        @Override
        public void reached(int point, int stop, double t, double[] y) {
            double[] values = new double[program.outputs().tape().outputs()];
            outputs.evaluate(t, y, ready.get(point).outputSlots(), values);
            seen[point][stop] = values;
        }

        @Override
        public void ended(int point, LaneStatus how, long accepted, long rejected) {
            status[point] = how;
        }

        Outcome outcome(int point) {
            switch (status[point]) {
                case STEP_TOO_SMALL -> {
                    return Outcome.failed(Outcome.Status.STEP_TOO_SMALL, "");
                }
                case TOO_MANY_STEPS -> {
                    return Outcome.failed(Outcome.Status.TOO_MANY_STEPS, "");
                }
                case NOT_FINITE -> {
                    return Outcome.failed(Outcome.Status.NOT_FINITE, "");
                }
                case COMPLETED -> {
                    return completed(point);
                }
            }
            throw new IllegalStateException("unknown status " + status[point]);
        }

        private Outcome completed(int point) {
            List<double[]> values = new ArrayList<>();
            boolean finite = true;
            for (Readout r : program.readouts()) {
                double[] times = r.times();
                double[] at = new double[times.length];
                for (int k = 0; k < times.length; k++) {
                    at[k] = seen[point][Arrays.binarySearch(stops, times[k])][r.output()];
                }
                double[] value = r.combine(at);
                for (double v : value) finite &= !Double.isNaN(v);
                values.add(value);
            }
            Outcome.Status how = finite ? Outcome.Status.OK : Outcome.Status.NOT_FINITE;
            return new Outcome(how, values, "");
        }
    }
}
