package org.escapement.observables.means;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escapement.dynamics.CutOffException;
import org.escapement.dynamics.exact.DensityMatrix;
import org.escapement.dynamics.exact.ExactFlow;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.model.ModelException;
import org.escapement.numerics.ode.DenseStep;
import org.escapement.numerics.ode.OdeIntegrator;
import org.escapement.numerics.ode.OdeOutcome;
import org.escapement.numerics.ode.OdeStatus;
import org.escapement.numerics.ode.OdeSystem;
import org.escapement.observables.Accuracy;
import org.escapement.observables.Measurement;
import org.escapement.observables.Outcome;

/**
 * Measures quantities at finite N along the evolution of a density matrix, or in a given state. The state vector is
 * extended by classical oscillators, integrals and angles. Not thread-safe; one instance for each thread.
 */
public final class ExactRunner {

    private final ExactSystem system;
    private final ExactWords words;
    private final QuantityCompiler compiler;
    private final List<Readout> readouts = new ArrayList<>();
    private final List<Expression> outputs = new ArrayList<>();

    /**
     * Compiles measurements for a system.
     *
     * @throws ModelException when a quantity uses what the model does not have
     */
    public ExactRunner(ExactSystem system, List<Measurement> measurements) {
        this.system = system;
        this.words = new ExactWords(system.numbers());
        this.compiler = new QuantityCompiler(words);
        for (Measurement m : measurements) readouts.add(Readout.of(m, compiler, outputs));
    }

    /**
     * Evolves and measures.
     *
     * @param start the density matrix at t = 0
     * @param classical position and velocity of each oscillator at t = 0
     */
    public Outcome run(DensityMatrix start, double[] classical, Accuracy accuracy) {
        List<Functional> functionals = compiler.carried().functionals();
        ExactFlow flow = new ExactFlow(system, start, words.operators());
        flow.requireMemory(accuracy.method().tableau().stages() + 10);
        Extended extended = new Extended(flow, functionals);
        double[] y0 = Arrays.copyOf(flow.start(start, classical), extended.dimension());
        extended.begin(y0);
        List<Collector> collectors = new ArrayList<>();
        double end = 0;
        for (Readout r : readouts) {
            collectors.add(Collector.of(r, extended));
            end = Math.max(end, r.measure().end());
        }
        collectors.forEach(c -> c.start(y0));
        CutOffMonitor monitor = new CutOffMonitor(flow, y0);
        OdeIntegrator integrator = new OdeIntegrator(extended, accuracy.method().tableau(), accuracy.tolerances())
                .maximumSteps(accuracy.maximumSteps());
        for (Collector c : collectors) integrator.observe(c::step);
        integrator.observe(monitor::step);
        OdeOutcome outcome = integrator.integrate(0, y0, end);
        if (!outcome.succeeded()) return Outcome.failed(status(outcome), "at t = " + outcome.time());
        monitor.require(system);
        return checked(collectors.stream().map(Collector::result).toList());
    }

    /** The values of the quantities in a state, for quantities without functionals of time. */
    public double[] inState(DensityMatrix state, double[] classical) {
        requireNoTime(compiler);
        ExactFlow flow = new ExactFlow(system, state, words.operators());
        Extended extended = new Extended(flow, List.of());
        double[] y = flow.start(state, classical);
        return readouts.stream().mapToDouble(r -> extended.at(0, y, r.output())).toArray();
    }

    /** Refuses functionals of time. */
    static void requireNoTime(QuantityCompiler compiler) {
        if (compiler.carried().functionals().isEmpty()
                && compiler.carried().starts().isEmpty()) return;
        throw new ModelException("an integral, start, change or angle has no meaning in a stationary state");
    }

    private static Outcome checked(List<double[]> values) {
        boolean finite = values.stream().flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN);
        if (finite) return new Outcome(Outcome.Status.OK, values, "");
        return new Outcome(Outcome.Status.NOT_FINITE, values, "a quantity is not a number at this point");
    }

    private static Outcome.Status status(OdeOutcome outcome) {
        if (outcome.status() == OdeStatus.STEP_TOO_SMALL) return Outcome.Status.STEP_TOO_SMALL;
        return outcome.status() == OdeStatus.TOO_MANY_STEPS ? Outcome.Status.TOO_MANY_STEPS : Outcome.Status.NOT_FINITE;
    }

    /** Follows the population of the highest Fock states. */
    private static final class CutOffMonitor {
        private final ExactFlow flow;
        private final double[] y;
        private double worst;

        CutOffMonitor(ExactFlow flow, double[] start) {
            this.flow = flow;
            this.y = new double[start.length];
            this.worst = flow.topPopulation(start);
        }

        void step(DenseStep step) {
            if (!flow.hasModes()) return;
            step.at(step.end(), y);
            worst = Math.max(worst, flow.topPopulation(y));
        }

        void require(ExactSystem system) {
            if (worst > system.options().topPopulation()) {
                throw new CutOffException("the highest Fock state reaches a population of " + worst
                        + ", more than the accepted " + system.options().topPopulation() + ": raise the cut-off "
                        + system.options().cutOffs());
            }
        }
    }

    /** The flow of density matrix, oscillators and functionals, and the outputs as functions of them. */
    private final class Extended implements OdeSystem, Output {
        private final ExactFlow flow;
        private final List<Functional> functionals;
        private final Map<String, Double> starts = new HashMap<>();
        private final Map<String, Integer> places = new HashMap<>();
        private double time;
        private double[] at;

        Extended(ExactFlow flow, List<Functional> functionals) {
            this.flow = flow;
            this.functionals = functionals;
            for (int i = 0; i < functionals.size(); i++) {
                places.put(functionals.get(i).name(), flow.dimension() + i);
            }
        }

        /** Fills in the functionals at t = 0. */
        void begin(double[] y) {
            for (Functional f : functionals) y[places.get(f.name())] = value(0, y, f.start()) + 0.0;
            compiler.carried().starts().forEach((name, e) -> starts.put(name, value(0, y, e)));
        }

        @Override
        public int dimension() {
            return flow.dimension() + functionals.size();
        }

        @Override
        public void derivatives(double t, double[] y, double[] dydt) {
            flow.derivatives(t, y, dydt);
            for (Functional f : functionals) dydt[places.get(f.name())] = value(t, y, f.rate());
        }

        @Override
        public double at(double t, double[] y, int index) {
            return value(t, y, outputs.get(index));
        }

        private double value(double t, double[] y, Expression e) {
            time = t;
            at = y;
            return Evaluation.of(e, this::symbol);
        }

        private double symbol(String name) {
            Integer place = places.get(name);
            if (place != null) return at[place];
            Double start = starts.get(name);
            if (start != null) return start;
            int mean = ExactWords.indexOf(name);
            if (mean >= 0) return flow.mean(mean, at);
            if (name.startsWith("state#")) return flow.ofState(name.substring("state#".length()), time, at);
            return flow.number(name, time, at);
        }
    }
}
