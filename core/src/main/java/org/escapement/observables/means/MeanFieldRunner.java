package org.escapement.observables.means;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.escapement.model.ParameterValues;
import org.escapement.numerics.kernel.Kernel;
import org.escapement.numerics.kernel.Kernels;
import org.escapement.numerics.ode.OdeIntegrator;
import org.escapement.numerics.ode.OdeOutcome;
import org.escapement.numerics.ode.OdeSystem;
import org.escapement.observables.Accuracy;
import org.escapement.observables.Outcome;

/**
 * Runs a compiled mean-field program one point at a time, with dense output for series, spectra and extrema. Not
 * thread-safe; one instance for each thread.
 */
public final class MeanFieldRunner {

    private final MeanFieldProgram program;
    private final Accuracy accuracy;
    private final Kernel flow;
    private final Kernel outputs;

    public MeanFieldRunner(MeanFieldProgram program, Accuracy accuracy) {
        this.program = program;
        this.accuracy = accuracy;
        this.flow = Kernels.of(program.flow().tape(), accuracy.kernel());
        this.outputs = Kernels.of(program.outputs().tape(), accuracy.kernel());
    }

    /** The outcome of one point and the mean-field variables it ended in. */
    public record End(Outcome outcome, double[] means) {}

    /**
     * Evaluates all measurements at a point.
     *
     * @param means the mean-field variables at t = 0
     */
    public Outcome run(ParameterValues point, double[] means) {
        return runToEnd(point, means, 0).outcome();
    }

    /**
     * The same, with the state at the end, from which a continuation goes on.
     *
     * @param atLeast shortest time to evolve
     */
    public End runToEnd(ParameterValues point, double[] means, double atLeast) {
        MeanFieldProgram.Ready ready = program.prepare(point, means);
        List<Collector> collectors = new ArrayList<>();
        double end = atLeast;
        for (Readout r : program.readouts()) {
            collectors.add(Collector.of(r, new CompiledOutput(ready)));
            end = Math.max(end, r.measure().end());
        }
        collectors.forEach(c -> c.start(ready.start()));
        OdeIntegrator integrator = new OdeIntegrator(
                        new Flow(ready), accuracy.method().tableau(), accuracy.tolerances())
                .maximumSteps(accuracy.maximumSteps());
        for (Collector c : collectors) integrator.observe(c::step);
        OdeOutcome outcome = integrator.integrate(0, ready.start(), end);
        double[] last = Arrays.copyOf(outcome.state(), means.length);
        if (!outcome.succeeded()) {
            return new End(Outcome.failed(status(outcome), "at t = " + outcome.time()), last);
        }
        return new End(checked(collectors.stream().map(Collector::result).toList()), last);
    }

    private static Outcome checked(List<double[]> values) {
        boolean finite = values.stream().flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN);
        if (finite) return new Outcome(Outcome.Status.OK, values, "");
        return new Outcome(Outcome.Status.NOT_FINITE, values, "a quantity is not a number at this point");
    }

    private static Outcome.Status status(OdeOutcome outcome) {
        return switch (outcome.status()) {
            case STEP_TOO_SMALL -> Outcome.Status.STEP_TOO_SMALL;
            case TOO_MANY_STEPS -> Outcome.Status.TOO_MANY_STEPS;
            default -> Outcome.Status.NOT_FINITE;
        };
    }

    /** The extended flow at one point. */
    private final class Flow implements OdeSystem {
        private final MeanFieldProgram.Ready ready;

        Flow(MeanFieldProgram.Ready ready) {
            this.ready = ready;
        }

        @Override
        public int dimension() {
            return ready.start().length;
        }

        @Override
        public void derivatives(double t, double[] y, double[] dydt) {
            flow.evaluate(t, y, ready.flowSlots(), dydt);
        }
    }

    /** Evaluates the measured quantities at one point. */
    private final class CompiledOutput implements Output {
        private final MeanFieldProgram.Ready ready;
        private final double[] values = new double[program.outputs().tape().outputs()];

        CompiledOutput(MeanFieldProgram.Ready ready) {
            this.ready = ready;
        }

        @Override
        public int dimension() {
            return ready.start().length;
        }

        @Override
        public double at(double t, double[] y, int index) {
            outputs.evaluate(t, y, ready.outputSlots(), values);
            return values[index];
        }
    }
}
