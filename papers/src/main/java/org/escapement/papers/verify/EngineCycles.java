package org.escapement.papers.verify;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.escapement.expression.Expression;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.quadrature.AdaptiveQuadrature;
import org.escapement.numerics.quadrature.Integral;
import org.escapement.observables.Accuracy;
import org.escapement.observables.nonlinear.Boundary;
import org.escapement.observables.nonlinear.Decision;
import org.escapement.observables.nonlinear.Envelope;
import org.escapement.observables.nonlinear.FirstPassage;
import org.escapement.observables.nonlinear.FixedPoint;
import org.escapement.observables.nonlinear.FixedPointSet;
import org.escapement.observables.nonlinear.FixedPoints;
import org.escapement.observables.nonlinear.Flow;
import org.escapement.observables.nonlinear.FlowFamily;
import org.escapement.observables.nonlinear.PeriodicOrbit;
import org.escapement.observables.nonlinear.PeriodicOrbits;
import org.escapement.observables.nonlinear.SaddleManifold;
import org.escapement.observables.nonlinear.Section;
import org.escapement.observables.nonlinear.Sensitivity;
import org.escapement.papers.Paper;
import org.escapement.study.Estimate;
import org.escapement.study.Evaluation;

/** Acceptance kinds of the optomechanical engine about its cycles: boundaries, Floquet theory, perturbation theory. */
final class EngineCycles implements Adapter {

    private static final List<String> NUMBERS =
            List.of("Omega", "g", "kappa", "nu", "Delta", "delta0", "GL", "Gam", "bc", "lam");
    private static final Map<String, Double> RESONANT =
            Map.of("GL", 0.0, "Delta", 0.0, "delta0", 0.0, "nu", 0.0, "ea", 0.0, "lam", 0.0);
    private static final List<String> PLANE = List.of("S.y", "S.z", "cavity.re");
    private static final List<String> ATOMS_AND_LIGHT = List.of("S.x", "S.y", "S.z", "cavity.re", "cavity.im");
    /** Relative distance from the saddle-node at which a boundary counts as merged with it. */
    private static final double MERGED = 2e-7;

    private static final double LONGEST = 1e7;

    private final Evaluation model = Evaluation.of(new Paper("optomech-engine").model("model.yaml"));
    private final FlowFamily resonant = model.flows().fixing(RESONANT);

    @Override
    public Optional<Answer> answer(String kind, Parameters p) {
        return Optional.ofNullable(
                switch (kind) {
                    case "boundary-retrapping" -> Answer.of(boundary(p, false));
                    case "boundary-ground-state" -> Answer.of(boundary(p, true));
                    case "running-cycle" -> runningCycle(p);
                    case "floquet-multipliers" -> multipliers(p);
                    case "perturbation-alpha" -> perturbation(p);
                    case "perturbation-slope" -> slope(p);
                    case "chi-drift" -> Answer.exact(drift(p, p.number("chi")));
                    case "chi-drift-time" -> driftTime(p);
                    case "chi-hitting-time" -> hittingTime(p);
                    case "lifetime" -> lifetime(p);
                    case "absorptive-bistability" -> bistability(p);
                    default -> null;
                });
    }

    private Evaluation at(Parameters p) {
        Evaluation at = model.set(p.numbers(NUMBERS));
        if (p.has("ba")) at = at.set("ea", Math.exp(-p.number("ba")));
        if (!p.has("initial") || p.isText("initial")) return at;
        return at.startAt(
                p.list("initial").stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** A state of the family with angle chi that turns faster than any cycle: it slows down onto one if there is one. */
    private static Evaluation launched(Evaluation at, double chi) {
        double omega = at.number("Omega");
        double g = at.number("g");
        double fastest = 2 * omega * Math.cos(chi) + 2 * g * g / at.number("kappa");
        return at.set(Map.of("angle", chi, "speed", fastest)).start("turning");
    }

    /**
     * A start at the bottom of the pendulum turns for ever when it passes above the stable curve of the saddle A+ and so
     * does the unstable one, which would otherwise fall short of the next saddle.
     */
    private Estimate boundary(Parameters p, boolean fromGround) {
        double g = p.number("g");
        double fold = g * g / p.number("kappa");
        FlowFamily plane = resonant.reducedTo(PLANE);
        DoubleFunction<Decision> turns = omega -> {
            Evaluation here = at(p).set("Omega", omega);
            double arriving = arrival(plane, here);
            double leaving = departure(plane, here);
            return Decision.of(arriving < leaving && (!fromGround || arriving < 0));
        };
        double high = fold * (1 - MERGED);
        if (turns.apply(high) == Decision.NO) return new Estimate(fold, MERGED * fold);
        Boundary.Edge edge = Boundary.bisect(turns, 0.2 * Math.min(g, fold), high, 1e-10 * fold);
        return new Estimate(edge.orElseThrow(), edge.halfWidth());
    }

    private static FixedPoint saddle(Flow flow, Evaluation at) {
        double[] a = at.numbers("stationary_A_repelling");
        return FixedPoints.of(flow).describe(new double[] {a[1], a[2], a[3]});
    }

    /** Amplitude at the bottom of the pendulum from which the saddle above is just reached; -infinity if from rest. */
    private static double arrival(FlowFamily plane, Evaluation at) {
        Flow flow = plane.at(at.point());
        Section bottom = Section.falling(Expression.symbol("S.y"), 0);
        Section rest = Section.falling(Expression.symbol("cavity.re"), -at.number("Omega") / at.number("g"));
        SaddleManifold.Crossing first = SaddleManifold.stable(flow, saddle(flow, at))
                .first(List.of(bottom, rest), new double[] {0, 0, 1}, LONGEST, Accuracy.fine())
                .orElseThrow();
        return first.section() == 0 ? first.state()[2] : Double.NEGATIVE_INFINITY;
    }

    /** Amplitude with which a solution that leaves the saddle passes the next bottom. */
    private static double departure(FlowFamily plane, Evaluation at) {
        Flow flow = plane.at(at.point());
        Section bottom = Section.rising(Expression.symbol("S.y"), 0);
        return SaddleManifold.unstable(flow, saddle(flow, at))
                .first(List.of(bottom), new double[] {0, 0, 1}, LONGEST, Accuracy.fine())
                .orElseThrow()
                .state()[2];
    }

    private PeriodicOrbit cycle(FlowFamily family, Evaluation at, double chi, List<Expression> averaged) {
        Evaluation from = launched(at, chi);
        double[] all = from.startVariables();
        double[] start = family.variables().stream()
                .mapToDouble(v -> all[model.flows().variables().indexOf(v)])
                .toArray();
        return PeriodicOrbits.of(family.at(at.point()))
                .averaging(averaged)
                .find(start)
                .orElseThrow();
    }

    private Answer runningCycle(Parameters p) {
        Evaluation at = at(p);
        List<Expression> averaged = List.of(at.inFlow("power_unit"), at.inFlow("photons"));
        PeriodicOrbit orbit = cycle(resonant, at, p.number("chi"), averaged);
        double[] means = orbit.averages();
        double relative = orbit.periodError() / orbit.period();
        return Answer.list(List.of(
                new Estimate(orbit.period(), orbit.periodError()),
                new Estimate(means[0], relative * means[0]),
                new Estimate(means[1], relative * means[1]),
                new Estimate(means[0] / means[1], relative * means[0] / means[1])));
    }

    private Answer multipliers(Parameters p) {
        PeriodicOrbit orbit = cycle(resonant.reducedTo(ATOMS_AND_LIGHT), at(p), p.number("chi"), List.of());
        return Answer.list(orbit.multipliers().stream()
                .map(Complex::modulus)
                .sorted(Comparator.naturalOrder())
                .map(m -> new Estimate(m, orbit.multiplierError()))
                .toList());
    }

    private Answer perturbation(Parameters p) {
        Evaluation at = at(p).set(RESONANT);
        double[] times =
                p.list("times").stream().mapToDouble(Double::doubleValue).toArray();
        int im = model.flows().variables().indexOf("cavity.im");
        return Answer.exact(
                Sensitivity.of(model.flows(), "GL")
                        .along(at.point(), at.startVariables(), times, Accuracy.fine())
                        .stream()
                        .mapToDouble(row -> row.derivative()[im])
                        .toArray());
    }

    private Answer slope(Parameters p) {
        Evaluation at = at(p).set(RESONANT);
        Sensitivity perturbed = Sensitivity.of(model.flows(), "GL");
        Expression re = perturbed.change(at.inFlow("alpha_re"));
        Expression im = perturbed.change(at.inFlow("alpha_im"));
        Flow flow = perturbed.equations().at(at.point());
        double[] start = Arrays.copyOf(at.startVariables(), flow.dimension());
        Expression square = re.times(re).plus(im.times(im));
        Envelope envelope =
                Envelope.of(flow, square, start, p.number("t1"), p.number("t2"), p.number("bin"), Accuracy.fine());
        return Answer.exact(envelope.map(Math::sqrt).slope().orElseThrow());
    }

    private double drift(Parameters p, double chi) {
        Evaluation at = at(p).set(RESONANT);
        PeriodicOrbit orbit = cycle(model.flows(), at, chi, List.of());
        return Sensitivity.of(model.flows(), "GL").drift(at.point(), orbit, at.inFlow("chi"), Accuracy.fine());
    }

    private Answer driftTime(Parameters p) {
        Integral time =
                AdaptiveQuadrature.to(1e-6).integrate(chi -> 1 / Math.abs(drift(p, chi)), 0, p.number("chi_end"));
        return Answer.of(new Estimate(time.value(0), time.error(0)));
    }

    /** abs(chi) = c where cos(c) abs(Im D) = sin(c) abs(Re D), which has no jumps. */
    private Answer hittingTime(Parameters p) {
        Evaluation at = at(p);
        double c = p.number("chi_end");
        Expression across = at.inFlow("2*s_x").times(Expression.of(Math.cos(c)));
        Expression along = at.inFlow("2*s_y - kappa*Omega/g^2").times(Expression.of(Math.sin(c)));
        Expression excess = across.times(across).minus(along.times(along));
        double[] start = at.startVariables();
        boolean below = at.flow().quantity(excess).at(start) < 0;
        return Answer.exact(
                FirstPassage.of(at.flow(), new Section(excess, 0, below), start, p.number("tmax"), Accuracy.fine())
                        .orElseThrow(() -> new ArithmeticException("the angle is not reached before tmax"))
                        .time());
    }

    /** By ascending amplitude Omega + g Re alpha of the field that drives the atoms. */
    private Answer bistability(Parameters p) {
        Flow flow = at(p).flow();
        FixedPointSet all = FixedPoints.all(flow, at(p).startVariables());
        if (all.extent() != FixedPointSet.Extent.ALL) throw new ArithmeticException(all.message());
        int y = flow.index("S.y");
        int z = flow.index("S.z");
        int amplitude = flow.index("cavity.re");
        List<double[]> states = all.points().stream()
                .map(FixedPoint::state)
                .sorted(Comparator.comparingDouble(s -> s[amplitude]))
                .toList();
        return Answer.rows(Stream.of(y, z, amplitude)
                .map(i -> states.stream().map(s -> new Estimate(s[i], 1e-12)).toList())
                .toList());
    }

    private Answer lifetime(Parameters p) {
        Evaluation at = at(p);
        Section half = Section.rising(at.inFlow("position"), p.number("X_inf") / 2);
        return Answer.exact(FirstPassage.ofMovingAverage(
                        at.flow(), half, p.number("width"), at.startVariables(), LONGEST, Accuracy.fine())
                .orElseThrow(() -> new ArithmeticException("the level is not reached before t = " + LONGEST)));
    }
}
