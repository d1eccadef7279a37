package org.escapement.observables.nonlinear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.linear.DenseAlgebra;
import org.escapement.numerics.ode.EventRecord;
import org.escapement.numerics.ode.OdeEvent;
import org.escapement.numerics.ode.OdeIntegrator;
import org.escapement.numerics.ode.OdeOutcome;
import org.escapement.numerics.ode.OdeStatus;
import org.escapement.numerics.ode.OdeSystem;
import org.escapement.observables.Accuracy;

/**
 * The one-dimensional unstable or stable manifold of a saddle: the two curves along which solutions leave it, or arrive.
 * Stable manifolds are followed backwards in time. Where an unstable and a stable curve meet there is a homoclinic (or
 * heteroclinic) orbit; a stable curve in two dimensions is a separatrix. Immutable and thread-safe.
 */
public final class SaddleManifold {

    /** First step away from the saddle relative to the size of states; the curve bends by the square of it. */
    private static final double STEP = 1e-6;

    private final Flow flow;
    private final double[] saddle;
    private final double[] direction;
    private final double rate;

    private SaddleManifold(Flow flow, double[] saddle, double[] direction, double rate) {
        this.flow = flow;
        this.saddle = saddle;
        this.direction = direction;
        this.rate = rate;
    }

    /**
     * The curve along which solutions leave.
     *
     * @throws ArithmeticException when the number of growing directions is not one
     */
    public static SaddleManifold unstable(Flow flow, FixedPoint saddle) {
        return of(flow, saddle, 1, "growing");
    }

    /**
     * The curve along which solutions arrive.
     *
     * @throws ArithmeticException when the number of decaying directions is not one
     */
    public static SaddleManifold stable(Flow flow, FixedPoint saddle) {
        return of(flow, saddle, -1, "decaying");
    }

    private static SaddleManifold of(Flow flow, FixedPoint saddle, int sign, String called) {
        List<Complex> chosen = saddle.eigenvalues().stream()
                .filter(e -> sign * e.re() > 1e-9 * (1 + e.modulus()))
                .toList();
        if (chosen.size() != 1) {
            throw new ArithmeticException("the " + saddle.kind().text() + " has " + chosen.size() + " " + called
                    + " directions: its manifold is a curve only if there is one");
        }
        double rate = chosen.getFirst().re();
        double[][] basis = flow.tangentSpace(saddle.state());
        double[][] shifted = DenseAlgebra.restrict(flow.jacobian(saddle.state()), basis);
        for (int i = 0; i < shifted.length; i++) shifted[i][i] -= rate;
        double[] direction = DenseAlgebra.multiply(basis, DenseAlgebra.nullVector(shifted));
        return new SaddleManifold(flow, saddle.state(), direction, rate);
    }

    /** Rate at which solutions leave (positive) or arrive (negative) near the saddle. */
    public double rate() {
        return rate;
    }

    /** Unit vector along the curve at the saddle. */
    public double[] direction() {
        return direction.clone();
    }

    /**
     * Where the curve first crosses one of several sections.
     *
     * @param section index of that section
     * @param time since the first step away from the saddle, negative where it was followed backwards
     */
    public record Crossing(int section, double time, double[] state) {
        public Crossing {
            state = state.clone();
        }

        @Override
        public double[] state() {
            return state.clone();
        }
    }

    /**
     * Follows one of the two branches until it crosses one of the sections; those are rising or falling in the direction
     * away from the saddle.
     *
     * @param side the branch whose first step has a positive scalar product with this vector
     * @param longest largest time
     * @return empty if it crosses none in that time
     * @throws ArithmeticException when the integration fails
     */
    public Optional<Crossing> first(List<Section> sections, double[] side, double longest, Accuracy accuracy) {
        boolean backward = rate < 0;
        OdeIntegrator integrator = Flow.integrator(backward ? reversed(flow.system()) : flow.system(), accuracy);
        for (Section s : sections) integrator.event(new Crossings(flow, s, OdeEvent.Action.STOP));
        OdeOutcome outcome = integrator.integrate(0, start(side), longest);
        if (!outcome.succeeded()) throw new ArithmeticException("the manifold could not be followed: " + outcome);
        if (outcome.status() != OdeStatus.STOPPED_BY_EVENT) return Optional.empty();
        EventRecord found = new ArrayList<>(outcome.events()).getLast();
        return Optional.of(new Crossing(found.event(), backward ? -found.time() : found.time(), found.state()));
    }

    /** A state on the branch, next to the saddle. */
    public double[] start(double[] side) {
        double projection = DenseAlgebra.dot(side, direction);
        if (projection == 0) throw new IllegalArgumentException("the side is perpendicular to the manifold");
        double length = Math.copySign(STEP * Math.max(1e-3, DenseAlgebra.norm(saddle)), projection);
        double[] y = saddle.clone();
        for (int i = 0; i < y.length; i++) y[i] += length * direction[i];
        return y;
    }

    private static OdeSystem reversed(OdeSystem forward) {
        return new OdeSystem() {
            @Override
            public int dimension() {
                return forward.dimension();
            }

            @Override
            public void derivatives(double t, double[] y, double[] dydt) {
                forward.derivatives(-t, y, dydt);
                for (int i = 0; i < dydt.length; i++) dydt[i] = -dydt[i];
            }
        };
    }
}
