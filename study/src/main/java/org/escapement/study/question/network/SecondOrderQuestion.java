package org.escapement.study.question.network;

import java.util.List;
import org.escapement.dynamics.response.Estimated;
import org.escapement.dynamics.response.Flows;
import org.escapement.dynamics.response.Precision;
import org.escapement.dynamics.response.SecondOrder;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.NetworkBath;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * A flow or ratio at second order in the modulated couplings, that is, for a vanishing friction of the modulated baths.
 *
 * @param of the oscillators or the bath it belongs to
 */
record SecondOrderQuestion(NetworkAspect aspect, List<String> of) implements Question {

    static final String LEVEL = "second order in the modulated couplings";

    @Override
    public Reply answer(Point point) {
        Estimated e = value(point, NetworkPoint.secondOrder(point));
        return Reply.of(e.value(), e.error());
    }

    private Estimated value(Point point, SecondOrder order) {
        boolean total = !of.isEmpty() && of.getFirst().equals(Names.TOTAL);
        int l = total || of.isEmpty() || aspect == NetworkAspect.HEAT
                ? -1
                : point.network().oscillator(of.getFirst());
        double drive = point.network().driveFrequency();
        return switch (aspect) {
            case POWER -> total ? order.totalPower() : order.power(l);
            case HEAT -> heat(point.network(), order.flows());
            case ENTROPY_PRODUCTION -> order.entropyProduction();
            case FLUCTUATION -> total ? order.totalFluctuation() : order.fluctuation(l);
            case RATIO ->
                total ? order.precision().totalRatio() : order.precision().ratio(l);
            case EXCESS ->
                total ? order.precision().totalExcess() : order.precision().excess(l);
            case EFFICIENCY ->
                order.power(l)
                        .over(order.power(point.network().oscillator(of.get(1))))
                        .times(-1);
            case SLOPE -> order.powerSlope(l);
            case GENERALISED_BOUND -> Precision.generalisedBound(drive, order.power(l), order.powerSlope(l));
            case GENERALISED_RATIO -> order.precision().generalisedRatio(l, drive, order.powerSlope(l));
            case GENERALISED_EXCESS -> order.precision().generalisedExcess(l, drive, order.powerSlope(l));
            case SLOW_POWER -> order.adiabaticCoefficients(l, other(point))[0];
            case SLOW_EXCHANGE -> order.adiabaticCoefficients(l, other(point))[2];
            case GROWTH_RATE, SIDEBANDS -> throw new IllegalStateException("not asked at second order");
        };
    }

    private int other(Point point) {
        return point.network().oscillator(of.get(1));
    }

    private Estimated heat(HarmonicNetwork network, Flows flows) {
        if (of.getFirst().equals(Names.STATIC)) return flows.staticHeat();
        List<String> modulated =
                network.modulatedBaths().stream().map(NetworkBath::name).toList();
        int b = modulated.indexOf(of.getFirst());
        return b >= 0 ? flows.modulatedHeats().get(b) : flows.staticHeat();
    }

    @Override
    public String level() {
        return LEVEL;
    }

    @Override
    public String meaning() {
        return aspect.meaning(of) + ", second order (vanishing friction of the modulated bath)";
    }
}
