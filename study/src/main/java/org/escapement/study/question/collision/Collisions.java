package org.escapement.study.question.collision;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.escapement.dynamics.collision.CollisionLedger;
import org.escapement.dynamics.collision.CollisionModel;
import org.escapement.dynamics.exact.DensityMatrix;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.exact.StartStates;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Eigen;
import org.escapement.observables.means.ExactLevel;
import org.escapement.observables.means.ExactStates;
import org.escapement.study.question.Point;

/** Collisions from the start of a point up to a time, step by step, with what they exchanged. */
record Collisions(CollisionLedger ledger, double leastEntropyProduction, Dense state) {

    private enum Shared {
        SYSTEM
    }

    /**
     * How the collisions go.
     *
     * @param duration of one collision [time]
     * @param levels of each ancilla
     */
    record Manner(double time, double duration, int levels) {
        int steps() {
            return (int) Math.rint(time / duration);
        }
    }

    static Collisions at(Point point, Manner manner) {
        return point.shared(manner, () -> run(point, manner));
    }

    private static ExactSystem system(Point point) {
        return point.shared(Shared.SYSTEM, () -> new ExactLevel(point.model(), point.options()).system(point.values()));
    }

    private static Collisions run(Point point, Manner manner) {
        ExactSystem system = system(point);
        DensityMatrix start = new StartStates(system).of(point.start());
        CollisionModel model = new CollisionModel(system, start, manner.duration, manner.levels);
        CollisionLedger total = null;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < manner.steps(); k++) {
            CollisionLedger step = model.run(1);
            least = Math.min(least, step.entropyProduction());
            total = total == null ? step : sum(total, step);
        }
        return new Collisions(total, least, model.state());
    }

    private static CollisionLedger sum(CollisionLedger a, CollisionLedger b) {
        Map<String, Double> heat = new LinkedHashMap<>(a.heat());
        b.heat().forEach((bath, q) -> heat.merge(bath, q, Double::sum));
        return new CollisionLedger(
                a.energy() + b.energy(),
                heat,
                a.driveWork() + b.driveWork(),
                a.switchingWork() + b.switchingWork(),
                a.entropyProduction() + b.entropyProduction());
    }

    double tell(Point point, Manner manner, Ask ask, Optional<String> bath) {
        return switch (ask) {
            case DISTANCE -> distance(state, lindblad(point, manner.time));
            case IMBALANCE -> ledger.imbalance();
            case ENERGY -> ledger.energy();
            case HEAT -> heat(bath);
            case DRIVE_WORK -> ledger.driveWork();
            case SWITCHING_WORK -> ledger.switchingWork();
            case ENTROPY_PRODUCTION -> ledger.entropyProduction();
            case LEAST_ENTROPY_PRODUCTION -> leastEntropyProduction;
        };
    }

    private double heat(Optional<String> bath) {
        if (bath.isPresent()) return ledger.heat().get(bath.get());
        return ledger.heat().values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The state of the master equation at a time. */
    private static Dense lindblad(Point point, double time) {
        record Key(double time) {}
        return point.shared(new Key(time), () -> {
            double[] end = {time};
            return ExactStates.at(system(point), point.start(), end, point.accuracy())
                    .getFirst()
                    .dense();
        });
    }

    private static double distance(Dense a, Dense b) {
        Dense difference = Dense.zero(a.rows(), a.columns(), false);
        for (int i = 0; i < difference.re().length; i++) {
            difference.re()[i] = a.re()[i] - b.re()[i];
            difference.im()[i] = a.im()[i] - (b.isReal() ? 0 : b.im()[i]);
        }
        double sum = 0;
        for (double v : Eigen.hermitian(difference).re()) sum += Math.abs(v);
        return sum / 2;
    }
}
