package org.escapement.study.question.network;

import java.util.List;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.response.AllOrders;
import org.escapement.dynamics.response.Estimated;
import org.escapement.dynamics.response.FloquetSpectrum;
import org.escapement.dynamics.response.Precision;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.NetworkBath;
import org.escapement.numerics.ConvergenceException;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * A flow or ratio in all orders of all couplings, in the periodic steady state.
 *
 * @param of the oscillators or the bath it belongs to
 * @param tolerance relative, of integrals and sidebands
 */
record AllOrdersQuestion(NetworkAspect aspect, List<String> of, double tolerance) implements Question {

    /** Relative change of the drive frequency in differences. */
    private static final double STEP = 1e-3;

    private static final double SMALLEST_STEP = 1e-5;
    /** Tolerance of powers whose differences are taken. */
    private static final double FINE = 1e-6;
    /** How far quotients over one and two steps may differ where the power is smooth, relative to their size. */
    private static final double SMOOTH = 0.03;

    @Override
    public Reply answer(Point point) {
        Estimated e = value(point);
        return Reply.of(e.value(), e.error());
    }

    private Estimated value(Point point) {
        boolean total = !of.isEmpty() && of.getFirst().equals(Names.TOTAL);
        int l = total || of.isEmpty() || aspect == NetworkAspect.HEAT
                ? -1
                : point.network().oscillator(of.getFirst());
        return switch (aspect) {
            case POWER ->
                total
                        ? settled(point).flows().power()
                        : settled(point).flows().powers().get(l);
            case HEAT -> heat(point);
            case ENTROPY_PRODUCTION -> settled(point).entropy();
            case FLUCTUATION -> {
                AllOrders.Settled s = noisy(point);
                yield total
                        ? s.totalFluctuation().orElseThrow()
                        : s.fluctuations().get(l);
            }
            case RATIO ->
                total ? noisy(point).precision().totalRatio() : noisy(point).ratio(l);
            case EXCESS ->
                total
                        ? noisy(point).precision().totalExcess()
                        : noisy(point).precision().excess(l);
            case EFFICIENCY ->
                settled(point).flows().efficiency(l, point.network().oscillator(of.get(1)));
            case SLOPE -> slope(point, l);
            case GENERALISED_BOUND ->
                Precision.generalisedBound(
                        drive(point), settled(point).flows().powers().get(l), slope(point, l));
            case GENERALISED_RATIO -> noisy(point).precision().generalisedRatio(l, drive(point), slope(point, l));
            case GENERALISED_EXCESS -> noisy(point).precision().generalisedExcess(l, drive(point), slope(point, l));
            case GROWTH_RATE ->
                NetworkPoint.spectrum(point)
                        .map(FloquetSpectrum::growthRate)
                        .orElseThrow(() -> new NotApplicableException(
                                "a bath has a power-law or tabulated density, so there is no finite set of exponents"));
            case SIDEBANDS -> new Estimated(settled(point).sidebands(), 0);
            default -> throw new IllegalStateException("not asked in all orders: " + aspect);
        };
    }

    private static double drive(Point point) {
        return point.network().driveFrequency();
    }

    /** dP/dOmega by central differences of fourth order, with smaller steps across a resonance. */
    private Estimated slope(Point point, int l) {
        double scale = Math.abs(settled(point).flows().powers().get(l).value()) / drive(point);
        Estimated best = null;
        for (double step = STEP; step >= SMALLEST_STEP; step /= 8) {
            double[] differences = differences(point, l, step);
            double apart = Math.abs(differences[0] - differences[1]);
            double value = (4 * differences[0] - differences[1]) / 3;
            double relative = apart / (Math.abs(value) + scale);
            Estimated found = new Estimated(value, apart * Math.min(1, relative) + differences[2]);
            if (best == null || found.error() < best.error()) best = found;
            if (relative <= SMOOTH || differences[2] > apart) break;
        }
        return best;
    }

    /** The difference quotients over one and over two steps to either side, and what errors of the powers add to them. */
    private double[] differences(Point point, int l, double step) {
        String parameter = point.driveParameter();
        double omega = drive(point);
        double[] power = new double[5];
        double error = 0;
        for (int k : new int[] {-2, -1, 1, 2}) {
            Estimated p = finePower(point.with(parameter, omega * (1 + k * step)), l);
            power[k + 2] = p.value();
            error = Math.max(error, p.error());
        }
        double h = omega * step;
        return new double[] {(power[3] - power[1]) / (2 * h), (power[4] - power[0]) / (4 * h), 2 * error / h};
    }

    /** More accurate than asked for, where that is possible: differences of powers lose digits. */
    private Estimated finePower(Point point, int l) {
        try {
            AllOrders fine = NetworkPoint.allOrders(point, Math.min(FINE, tolerance));
            return fine.flows().settled().flows().powers().get(l);
        } catch (ConvergenceException outOfReach) {
            return settled(point).flows().powers().get(l);
        }
    }

    private AllOrders.Settled settled(Point point) {
        return NetworkPoint.allOrders(point, tolerance).flows().settled();
    }

    private AllOrders.Settled noisy(Point point) {
        return point.shared(
                List.of(AllOrders.Settled.class, tolerance),
                () -> NetworkPoint.allOrders(point, tolerance)
                        .flowsAndFluctuations()
                        .settled());
    }

    private Estimated heat(Point point) {
        AllOrders.Settled s = settled(point);
        HarmonicNetwork network = point.network();
        if (of.getFirst().equals(Names.STATIC)) return s.flows().staticHeat();
        List<String> names = network.baths().stream().map(NetworkBath::name).toList();
        return s.heats().get(names.indexOf(of.getFirst()));
    }

    @Override
    public String level() {
        return "all orders in all couplings";
    }

    @Override
    public boolean isLaborious() {
        return true;
    }

    @Override
    public String meaning() {
        return aspect.meaning(of) + ", all orders";
    }
}
