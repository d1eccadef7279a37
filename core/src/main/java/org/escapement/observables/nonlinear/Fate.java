package org.escapement.observables.nonlinear;

/** What becomes of a start after a long time, with the numbers that show it. */
public sealed interface Fate {

    /** Time at which the decision was made, [time]. */
    double decidedAt();

    /** One word and the evidence. */
    String describe();

    /** Whether the motion goes on for ever. */
    default boolean oscillates() {
        return switch (this) {
            case Rests r -> false;
            case Unsettled u -> false;
            case Metastable m -> m.finallyIs().oscillates();
            case Cycles c -> true;
            case Quasiperiodic q -> true;
            case Chaotic c -> true;
        };
    }

    /**
     * The solution comes to rest; its frequency is 0 ("unbroken").
     *
     * @param point where
     * @param distance from it when the decision was made
     */
    record Rests(FixedPoint point, double distance, double decidedAt) implements Fate {
        @Override
        public String describe() {
            return "unbroken: rests at a " + point.kind().text() + ", " + distance + " away at t = " + decidedAt;
        }
    }

    /**
     * The solution approaches, or is, a periodic orbit.
     *
     * @param orbit which
     * @param distance of the last return from it
     * @param mismatch of the last returns with each other, relative to the extent of the motion
     */
    record Cycles(PeriodicOrbit orbit, double distance, double mismatch, double decidedAt) implements Fate {
        @Override
        public String describe() {
            String family = orbit.neutralFamily() > 0 ? ", one of a " + orbit.neutralFamily() + "-fold family" : "";
            return "limit cycle of period " + orbit.period() + family + ", " + distance + " away at t = " + decidedAt;
        }
    }

    /**
     * The solution neither closes nor separates from its neighbours exponentially.
     *
     * @param exponent its largest Lyapunov exponent, zero within the algebraic growth of regular motion
     * @param closest smallest relative distance between returns
     */
    record Quasiperiodic(LyapunovExponent exponent, double closest, double decidedAt) implements Fate {
        @Override
        public String describe() {
            return "quasi-periodic: tangent vectors grow by exp(" + exponent.growth() + ") in " + exponent.time()
                    + ", closest return " + closest;
        }
    }

    /**
     * Neighbouring solutions separate exponentially.
     *
     * @param exponent largest Lyapunov exponent
     */
    record Chaotic(LyapunovExponent exponent, double decidedAt) implements Fate {
        @Override
        public String describe() {
            return "chaotic: largest Lyapunov exponent " + exponent.value() + " +- " + exponent.error();
        }
    }

    /**
     * A motion that lasted much longer than anything relaxes, and then ended.
     *
     * @param period of the motion that ended
     * @param lifetime last time at which its returns still repeated, [time]
     * @param finallyIs what came after
     */
    record Metastable(double period, double lifetime, Fate finallyIs) implements Fate {
        @Override
        public double decidedAt() {
            return finallyIs.decidedAt();
        }

        @Override
        public String describe() {
            return "metastable oscillation of period " + period + " until t = " + lifetime + ", then "
                    + finallyIs.describe();
        }
    }

    /**
     * No decision.
     *
     * @param reason why
     * @param message the same as a sentence with numbers
     */
    record Unsettled(Reason reason, String message, double decidedAt) implements Fate {
        @Override
        public String describe() {
            return "unsettled: " + message;
        }
    }

    /** Why there is no decision. */
    enum Reason {
        /** The solution runs into a saddle: rounding decides what follows. */
        SEPARATRIX,
        /** It slows down at a fixed point that neither attracts nor repels to first order. */
        MARGINAL,
        /** Returns repeat ever better or slowly drift, without a closed orbit near them. */
        DRIFTS,
        /** Growth between that of regular and of chaotic motion. */
        UNDECIDED_GROWTH,
        /** The integration failed. */
        INTEGRATION_FAILED
    }
}
