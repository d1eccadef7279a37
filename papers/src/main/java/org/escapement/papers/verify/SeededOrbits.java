package org.escapement.papers.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.expression.Expression;
import org.escapement.numerics.roots.BracketedRoot;
import org.escapement.observables.Accuracy;
import org.escapement.observables.Measure;
import org.escapement.observables.nonlinear.Angle;
import org.escapement.observables.nonlinear.FirstPassage;
import org.escapement.observables.nonlinear.Flow;
import org.escapement.observables.nonlinear.FlowFamily;
import org.escapement.observables.nonlinear.OrbitSearch;
import org.escapement.observables.nonlinear.PeriodicOrbit;
import org.escapement.observables.nonlinear.PeriodicOrbits;
import org.escapement.observables.nonlinear.Section;
import org.escapement.papers.Paper;
import org.escapement.study.Estimate;
import org.escapement.study.Evaluation;

/**
 * Acceptance kinds of the seeding paper about the orbit on which the seed turns and its equal followers swing: a network
 * of two crystals, the second as large as all followers together, on the plane m_x = 0.
 */
final class SeededOrbits implements Adapter {

    private static final List<String> PLANE = List.of("S1.y", "S1.z", "S2.y", "S2.z");
    private static final Angle FOLLOWER = Angle.of("follower", Expression.symbol("S2.y"), Expression.symbol("S2.z"));
    /** From one end of the turn of the seed to the other; longer than any turn that can be told from rest. */
    private static final double LONGEST = 1e6;

    private final Evaluation model = Evaluation.of(new Paper("seeding").model("network.yaml", Map.of("n", 2)));
    private final FlowFamily plane = model.flows().fixing(Map.of("Gc", 0.0)).reducedTo(PLANE);

    @Override
    public Optional<Answer> answer(String kind, Parameters p) {
        return Optional.ofNullable(
                switch (kind) {
                    case "seeded-frequency" -> Answer.of(frequency(p));
                    case "follower-range" -> followerRange(p);
                    case "follower-floquet" -> followerFloquet(p);
                    case "sync-edge-detuning" -> Answer.of(edge(p));
                    default -> null;
                });
    }

    private Evaluation at(Parameters p, double seed, double follower, double crystals) {
        if (!p.text("coupling").equals("dissipative")
                || !p.text("normalisation").equals("total")) {
            throw new NotApplicableException(
                    "the seeded orbit is that of crystals coupled by a common bath, divided by the total spin");
        }
        return model.set(Map.of(
                "Omega1",
                seed,
                "Omega2",
                follower,
                "w1",
                2 / crystals,
                "w2",
                2 * (crystals - 1) / crystals,
                "kappa",
                p.number("kappa"),
                "Gamma",
                p.number("Gamma"),
                "Gc",
                0.0));
    }

    private Evaluation at(Parameters p) {
        return at(p, p.number("Omega_seed"), p.number("Omega_other"), p.number("n"));
    }

    /** Spins point down. */
    private static double[] down(Evaluation at) {
        double[] all = at.start("down").startVariables();
        return new double[] {all[1], all[2], all[4], all[5]};
    }

    private OrbitSearch search(Evaluation at) {
        Flow flow = plane.at(at.point());
        OrbitSearch search = PeriodicOrbits.of(flow)
                .averaging(List.of(flow.rateOf(FOLLOWER.principal()), flow.divergence()))
                .find(down(at));
        if (search instanceof PeriodicOrbit orbit && Math.abs(orbit.averages()[0] * orbit.period()) > 1) {
            throw new ArithmeticException("the follower turns too: there is no seeded orbit at this point");
        }
        return search;
    }

    /** Zero in the unbroken phase. */
    private Estimate frequency(Parameters p) {
        OrbitSearch search = search(at(p));
        if (search instanceof OrbitSearch.NotFound none && none.reason() == OrbitSearch.Reason.RESTS) {
            return new Estimate(0, 0);
        }
        PeriodicOrbit orbit = search.orElseThrow();
        return new Estimate(orbit.frequency(), orbit.frequency() * orbit.periodError() / orbit.period());
    }

    private Answer followerRange(Parameters p) {
        Evaluation at = at(p);
        PeriodicOrbit orbit = search(at).orElseThrow();
        double[] y = orbit.state();
        Evaluation onOrbit = at.startAt(0, y[0], y[1], 0, y[2], y[3]);
        return Answer.list(List.of(
                onOrbit.measure("mz2", new Measure.Extremum(0, orbit.period(), false, false)),
                onOrbit.measure("mz2", new Measure.Extremum(0, orbit.period(), true, false))));
    }

    /** The mean divergence on the torus of both angles is the sum of all exponents on the plane, all zero but one. */
    private Answer followerFloquet(Parameters p) {
        PeriodicOrbit orbit = search(at(p)).orElseThrow();
        return Answer.of(new Estimate(orbit.averages()[1], orbit.periodError() / orbit.period()));
    }

    /**
     * Where the two librating orbits of the follower merge. Reversing time and all m_z maps the flow on itself, so the
     * merged orbit passes m_y = 1 of both crystals, and half a turn of the seed later m_y = 1 of the follower again.
     */
    private Estimate edge(Parameters p) {
        List<Double> bracket = p.window("bracket");
        double edge = BracketedRoot.bisect(d -> afterHalfATurn(p, d), bracket.get(0), bracket.get(1), 1e-13);
        return new Estimate(edge, 1e-10);
    }

    /** How far the follower has turned. */
    private double afterHalfATurn(Parameters p, double detuning) {
        double seed = p.number("Omega_seed");
        Evaluation at = at(p, seed, seed - detuning, 2);
        double[] all = at.start("y").startVariables();
        double[] start = {all[1], all[2], all[4], all[5]};
        Flow flow = plane.at(at.point());
        FirstPassage.Passage passage = FirstPassage.of(
                        flow,
                        Section.falling(Expression.symbol("S1.z"), 0),
                        List.of(flow.rateOf(FOLLOWER.principal())),
                        start,
                        LONGEST,
                        Accuracy.fine())
                .orElseThrow(() -> new ArithmeticException("the seed does not turn at a detuning of " + detuning));
        return passage.state()[PLANE.size()];
    }
}
