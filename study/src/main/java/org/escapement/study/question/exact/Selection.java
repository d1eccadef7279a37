package org.escapement.study.question.exact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.escapement.dynamics.exact.Liouvillian;
import org.escapement.dynamics.exact.Liouvillian.Eigenvalue;
import org.escapement.dynamics.exact.Liouvillian.Parity;
import org.escapement.model.ModelException;

/**
 * Which eigenvalues of the generator are asked for.
 *
 * @param kind by their place in the complex plane
 * @param parity of the density matrices under transposition; both when empty
 * @param reachedBy an operator whose blocks are looked at; all blocks when empty
 * @param near nearest to this number first; by descending real part when empty
 */
record Selection(Kind kind, Optional<Parity> parity, Optional<String> reachedBy, Optional<Number> near) {

    /** A complex number, [rate]. */
    record Number(double re, double im) {}

    /** Eigenvalues by their place in the complex plane. */
    enum Kind {
        /** All of them. */
        ANY,
        /** With a positive imaginary part: one of each pair. */
        OSCILLATING,
        /** With no imaginary part. */
        REAL,
        /** All but that of the stationary state. */
        DECAYING;

        static List<String> words() {
            return List.of("any", "oscillating", "real", "decaying");
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Below this modulus a number is rounding: dense eigenvalues of these matrices are hardly better. */
    private static final double ROUNDING = 1e-7;

    /** Whether an eigenvalue is told apart from zero. */
    static boolean isAway(Eigenvalue v) {
        return Math.hypot(v.re(), v.im()) > ROUNDING;
    }

    /** Whether an eigenvalue is of the kind; for one that is followed, where the stationary one has to be told apart. */
    boolean accepts(Eigenvalue v) {
        return switch (kind) {
            case ANY -> true;
            case OSCILLATING -> v.im() > ROUNDING;
            case REAL -> Math.abs(v.im()) <= ROUNDING;
            case DECAYING -> isAway(v);
        };
    }

    /**
     * The parities to look at.
     *
     * @throws ModelException when one is asked for that the generator does not have
     */
    List<Parity> parities(Liouvillian l) {
        if (parity.isEmpty()) return l.parities();
        if (l.parities().contains(parity.get())) return List.of(parity.get());
        throw new ModelException("the generator does not keep even and odd matrices apart here: leave 'parity' out");
    }

    double distance(Eigenvalue v) {
        Number n = near.orElseThrow();
        return Math.hypot(v.re() - n.re, v.im() - n.im);
    }
}
