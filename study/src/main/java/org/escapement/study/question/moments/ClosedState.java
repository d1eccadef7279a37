package org.escapement.study.question.moments;

import java.util.Optional;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Word;
import org.escapement.dynamics.cumulant.CumulantOptions;
import org.escapement.dynamics.cumulant.MomentEquations;
import org.escapement.dynamics.cumulant.MomentExpectation;
import org.escapement.dynamics.cumulant.MomentFluctuations;
import org.escapement.dynamics.cumulant.MomentPositivity;
import org.escapement.dynamics.cumulant.MomentSteadyState;
import org.escapement.dynamics.cumulant.MomentSystem;
import org.escapement.dynamics.cumulant.SectorSpectrum;
import org.escapement.dynamics.equations.SystemSize;
import org.escapement.model.ModelException;
import org.escapement.study.question.Line;
import org.escapement.study.question.Point;

/** The stationary moments of a closure at a point, and what is read off them. Belongs to one thread. */
final class ClosedState {

    /** How negative the smallest eigenvalue of the matrix of second moments may be by rounding. */
    private static final double ROUNDING = 1e-9;

    /**
     * Which stationary state.
     *
     * @param charged whether moments that carry a charge are variables too
     */
    record Asked(CumulantOptions options, CumulantsQuestion.From from, boolean charged) {
        CumulantOptions effective() {
            return charged ? options : options.withoutCharge();
        }
    }

    private record Observed(CumulantOptions options, Operator operator) {}

    private record Positive(CumulantOptions options) {}

    private final MomentEquations equations;
    private final MomentSystem system;
    private final double[] y;
    private final double error;
    private final double smallest;

    private ClosedState(MomentEquations equations, MomentSystem system, double[] y, double error, double smallest) {
        this.equations = equations;
        this.system = system;
        this.y = y;
        this.error = error;
        this.smallest = smallest;
    }

    /** The equations, derived once for a run. */
    static MomentEquations equations(Point point, CumulantOptions options) {
        return point.prepared(options, () -> MomentEquations.derive(point.model(), options));
    }

    /** The stationary state, found once at a point. */
    static ClosedState at(Point point, Asked asked) {
        return point.shared(asked, () -> find(point, asked));
    }

    private static ClosedState find(Point point, Asked asked) {
        MomentEquations equations = equations(point, asked.effective());
        MomentSystem system = equations.at(point.values());
        Optional<double[]> before = point.line().flatMap(l -> l.before(asked));
        double[] start = before.orElseGet(() -> start(point, asked, equations));
        MomentSteadyState steady = MomentSteadyState.from(system, start);
        double[] y = steady.y();
        point.line().ifPresent(l -> leave(l, asked, y));
        MomentPositivity positivity =
                point.prepared(new Positive(asked.effective()), () -> MomentPositivity.of(equations));
        return new ClosedState(equations, system, y, steady.error(), positivity.smallest(system, y));
    }

    private static void leave(Line line, Asked asked, double[] y) {
        line.leave(asked, y);
    }

    private static double[] start(Point point, Asked asked, MomentEquations equations) {
        return asked.from() == CumulantsQuestion.From.MIXED
                ? equations.mixedStart(point.values())
                : equations.start(point.start(), point.values());
    }

    /** Refuses moments that belong to no state. */
    void requirePhysical() {
        if (smallest >= -ROUNDING || equations.options().order() < 2) return;
        throw new ModelException(
                "the closure gives moments that belong to no state: the matrix of second moments has the"
                        + " eigenvalue " + smallest
                        + "; take another order, or accept them with 'unphysical: accepted'");
    }

    /** Moments displaced by the estimated error of the search, for the error of what is read off. */
    ClosedState displaced() {
        double[] other = y.clone();
        for (int i = 0; i < other.length; i++) {
            other[i] += (i % 2 == 0 ? 1 : -1) * (error + 1e-15 * Math.abs(other[i]));
        }
        return new ClosedState(equations, system, other, error, smallest);
    }

    /** Whether an operator changes a conserved charge. */
    static boolean isCharged(Point point, CumulantOptions options, Observable o) {
        MomentEquations neutral = equations(point, options.withoutCharge());
        return o.operator().terms().keySet().stream()
                .anyMatch(w -> !neutral.charges().isNeutral(w));
    }

    private MomentExpectation expectation(Point point, Operator o) {
        return point.prepared(new Observed(equations.options(), o), () -> equations.expectation(o));
    }

    /** The answer. */
    double[] read(Point point, Aspect aspect) {
        return switch (aspect) {
            case Aspect.Mean m -> new double[] {mean(point, m.of())};
            case Aspect.Noise n -> {
                double noise = new MomentFluctuations(system, y).noise(n.of().operator());
                yield new double[] {scaled(point, n.of(), n.of(), noise)};
            }
            case Aspect.FactorisedNoise n -> new double[] {factorised(point, n.of())};
            case Aspect.Correlation c -> correlation(point, c);
            case Aspect.Gap g -> new double[] {gap(g)};
            case Aspect.Spins s -> new double[] {spins(point, s)};
            case Aspect.Positivity p -> new double[] {smallest};
            case Aspect.Evolving e -> throw new IllegalStateException("not stationary: " + e);
        };
    }

    private double mean(Point point, Observable o) {
        MomentExpectation e = expectation(point, o.operator());
        return o.limit(e.twiceOrder(), system.value(e, y), equations.model().size());
    }

    /** A product of two expectations with its powers of N. */
    private double scaled(Point point, Observable a, Observable b, double value) {
        int order = expectation(point, a.operator()).twiceOrder()
                + expectation(point, b.operator()).twiceOrder();
        return a.limit(order, value, equations.model().size());
    }

    private double factorised(Point point, Observable o) {
        CumulantOptions options = equations.options();
        CumulantOptions first =
                CumulantOptions.ofOrder(1).casimir(options.casimir()).size(options.size());
        MomentSystem letters = equations(point, first).at(point.values());
        double noise = new MomentFluctuations(system, y).factorisedNoise(o.operator(), letters);
        return scaled(point, o, o, noise);
    }

    private double[] correlation(Point point, Aspect.Correlation c) {
        double[] times = c.times().stream().mapToDouble(Double::doubleValue).toArray();
        double[] values = new MomentFluctuations(system, y)
                .correlation(c.later().operator(), c.earlier().operator(), times);
        for (int i = 0; i < values.length; i++) values[i] = scaled(point, c.later(), c.earlier(), values[i]);
        return values;
    }

    private double gap(Aspect.Gap g) {
        SectorSpectrum spectrum = SectorSpectrum.at(system, y);
        if (g.reachedBy().isEmpty()) return spectrum.gap();
        double smallestRate = Double.POSITIVE_INFINITY;
        for (Word w : g.reachedBy().get().terms().keySet()) smallestRate = Math.min(smallestRate, spectrum.gap(w));
        return smallestRate;
    }

    private double spins(Point point, Aspect.Spins s) {
        boolean finite = equations.options().size() == SystemSize.FINITE;
        return s.measure().of(SpinPair.of(s, point, finite).state(o -> {
            MomentExpectation e = expectation(point, o);
            return e.twiceOrder() < 0 ? 0 : system.value(e, y);
        }));
    }
}
