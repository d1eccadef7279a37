package org.escapement.observables.nonlinear;

import java.util.List;
import java.util.Optional;
import org.escapement.expression.Expression;
import org.escapement.numerics.linear.DenseAlgebra;
import org.escapement.observables.Accuracy;
import org.escapement.observables.nonlinear.OrbitSearch.NotFound;
import org.escapement.observables.nonlinear.OrbitSearch.Reason;

/**
 * Finds the periodic orbit that a start leads to: follows the solution until its returns to a section nearly repeat, then
 * closes the orbit by shooting with the variational equations. Orbits that repel are found only from starts on them. Not
 * thread-safe.
 */
public final class PeriodicOrbits {

    private final Flow flow;
    private Accuracy accuracy = Accuracy.fine().withTolerances(1e-12, 1e-12);
    private Optional<Section> section = Optional.empty();
    private List<Expression> averaged = List.of();
    private double firstWindow = 50;
    private double longest = 20_000;
    private double closing = 1e-4;
    private int mostReturns = 12;

    private PeriodicOrbits(Flow flow) {
        this.flow = flow;
    }

    public static PeriodicOrbits of(Flow flow) {
        return new PeriodicOrbits(flow);
    }

    /** Accuracy of integrations; tolerances of 1e-12 unless set. */
    public PeriodicOrbits accuracy(Accuracy goal) {
        accuracy = goal;
        return this;
    }

    /** Where returns are looked for; the middle of the variable that varies most unless set. */
    public PeriodicOrbits section(Section surface) {
        section = Optional.of(surface);
        return this;
    }

    /** Quantities to average over one period. */
    public PeriodicOrbits averaging(List<Expression> quantities) {
        averaged = List.copyOf(quantities);
        return this;
    }

    /** Length of the first window and largest time to follow a start; 50 and 20000 unless set. Windows double. */
    public PeriodicOrbits windows(double first, double most) {
        firstWindow = first;
        longest = most;
        return this;
    }

    /** Relative distance of two returns below which shooting is tried; 1e-4 unless set. */
    public PeriodicOrbits closing(double mismatch) {
        closing = mismatch;
        return this;
    }

    /** Largest number of returns in one period; 12 unless set. */
    public PeriodicOrbits mostReturns(int count) {
        mostReturns = count;
        return this;
    }

    /** The orbit that the solution from a start approaches. */
    public OrbitSearch find(double[] start) {
        Watch watch = new Watch(flow, start, accuracy, section, List.of());
        double window = firstWindow;
        double closest = Double.NaN;
        boolean tried = false;
        while (watch.time() < longest) {
            if (!watch.advance(window)) return none(Reason.INTEGRATION_FAILED, watch, closest);
            if (atRest(watch)) return none(Reason.RESTS, watch, closest);
            Optional<Watch.Closest> repeat = watch.closest(mostReturns, closing);
            if (repeat.isPresent()) {
                closest = Math.min(
                        Double.isNaN(closest) ? 1 : closest, repeat.get().mismatch());
                if (repeat.get().mismatch() < closing) {
                    Optional<PeriodicOrbit> orbit = new Shooting(flow, accuracy)
                            .near(repeat.get().state(), repeat.get().period(), start, averaged);
                    if (orbit.isPresent()) return orbit.get();
                    tried = true;
                }
            }
            window = Math.min(2 * window, Math.max(longest - watch.time(), firstWindow));
        }
        if (tried) return none(Reason.ITERATION_FAILED, watch, closest);
        return none(Double.isNaN(closest) ? Reason.NO_RETURN : Reason.DOES_NOT_CLOSE, watch, closest);
    }

    /** The orbit near a state with about the given period, without following the solution first. */
    public Optional<PeriodicOrbit> near(double[] state, double period) {
        return new Shooting(flow, accuracy).near(state, period, averaged);
    }

    private boolean atRest(Watch watch) {
        double speed = DenseAlgebra.norm(flow.rates(watch.state()));
        return speed <= 1e-9 * watch.fastest() || watch.fastest() == 0;
    }

    private NotFound none(Reason reason, Watch watch, double closest) {
        String told = switch (reason) {
            case RESTS -> "the solution comes to rest at t = " + watch.time() + ": frequency 0";
            case DOES_NOT_CLOSE ->
                "the orbit does not close: up to t = " + watch.time() + " the closest of " + mostReturns
                        + " returns misses by " + closest + " of its extent";
            case NO_RETURN -> "the solution does not return to the section before t = " + watch.time();
            case ITERATION_FAILED ->
                "returns repeat to " + closest + " of the extent, but no closed orbit was found near them before t = "
                        + watch.time();
            case INTEGRATION_FAILED -> "the integration failed at t = " + watch.time();
        };
        return new NotFound(reason, told, closest);
    }
}
