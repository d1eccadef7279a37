package org.escapement.study.question.motion;

import java.util.Optional;
import org.escapement.expression.Expression;
import org.escapement.model.ModelException;
import org.escapement.numerics.linear.Complex;
import org.escapement.observables.nonlinear.Fate;
import org.escapement.observables.nonlinear.Lasting;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * What becomes of the start after a long time: whether it rests or goes on, and averages over exactly what it ends in.
 *
 * @param aspect what is asked about it
 * @param quantity the quantity that is averaged, in the words of the model
 * @param per a quantity by whose average it is divided
 * @param longest time after which a start without a decision is refused, [time]
 */
record LongTimeQuestion(Aspect aspect, Expression quantity, Optional<Expression> per, double longest)
        implements Question {

    /** Distance of a multiplier from 1, and of an eigenvalue from 0, up to which it belongs to a family. */
    private static final double UNIT = 1e-4;

    private static final double NEUTRAL = 1e-6;

    /** What can be asked. */
    enum Aspect {
        AVERAGE("average"),
        PERIOD("period"),
        FREQUENCY("frequency"),
        LIFETIME("lifetime"),
        KIND("kind"),
        RELAXATION("relaxation"),
        FAMILY("family"),
        LYAPUNOV("lyapunov exponent");

        private final String word;

        Aspect(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    @Override
    public Reply answer(Point point) {
        Motion motion = Motion.at(point);
        Fate fate = motion.fate(longest);
        Fate last = fate instanceof Fate.Metastable m ? m.finallyIs() : fate;
        return switch (aspect) {
            case AVERAGE -> average(point, motion, last);
            case PERIOD -> period(last);
            case FREQUENCY -> frequency(last);
            case LIFETIME -> lifetime(fate);
            case KIND -> Reply.of(kind(last), 0);
            case RELAXATION -> relaxation(last);
            case FAMILY -> family(last);
            case LYAPUNOV -> lyapunov(last);
        };
    }

    private Reply average(Point point, Motion motion, Fate last) {
        Lasting above = lasting(point, motion, last, quantity);
        if (per.isEmpty()) return Reply.of(above.value(), above.error());
        Lasting below = lasting(point, motion, last, per.get());
        double ratio = above.value() / below.value();
        if (Double.isNaN(ratio)) {
            throw new ModelException("the averages of '" + quantity.text() + "' and '"
                    + per.get().text() + "' are both zero here");
        }
        return Reply.of(ratio, (above.error() + Math.abs(ratio) * below.error()) / Math.abs(below.value()));
    }

    private static Lasting lasting(Point point, Motion motion, Fate last, Expression asked) {
        Expression q = motion.quantity(asked);
        try {
            return switch (last) {
                case Fate.Rests r -> Lasting.at(motion.flow(), r.point(), q);
                case Fate.Cycles c -> Lasting.over(motion.flow(), c.orbit(), q, point.accuracy());
                default -> throw new ModelException("no average over a period: " + last.describe());
            };
        } catch (ArithmeticException e) {
            throw new ModelException(e.getMessage());
        }
    }

    private static Reply period(Fate last) {
        if (last instanceof Fate.Cycles c) {
            return Reply.of(c.orbit().period(), c.orbit().periodError());
        }
        throw new ModelException("no period: " + last.describe());
    }

    private static Reply frequency(Fate last) {
        return switch (last) {
            case Fate.Rests r -> Reply.of(0, 0);
            case Fate.Cycles c -> {
                double frequency = c.orbit().frequency();
                yield Reply.of(
                        frequency,
                        frequency * c.orbit().periodError() / c.orbit().period());
            }
            default -> throw new ModelException("no single frequency: " + last.describe());
        };
    }

    private static Reply lifetime(Fate fate) {
        if (fate instanceof Fate.Metastable m) return Reply.of(m.lifetime(), m.period());
        throw new ModelException("no lifetime, nothing was metastable: " + fate.describe());
    }

    /** Rate of the slowest decay towards what the start ends in; along a family nothing decays, it is left out. */
    private static Reply relaxation(Fate last) {
        double rate = switch (last) {
            case Fate.Rests r ->
                -r.point().eigenvalues().stream()
                        .mapToDouble(Complex::re)
                        .filter(re -> re < -NEUTRAL)
                        .max()
                        .orElse(Double.NaN);
            case Fate.Cycles c -> -Math.log(c.orbit().slowest(UNIT)) / c.orbit().period();
            default -> throw new ModelException("no rate of relaxation: " + last.describe());
        };
        if (Double.isFinite(rate)) return Reply.of(rate, Math.abs(rate) * UNIT);
        throw new ModelException("nothing decays measurably towards what the start ends in: " + last.describe());
    }

    private static Reply family(Fate last) {
        return switch (last) {
            case Fate.Rests r -> Reply.of(r.point().neutral(), 0);
            case Fate.Cycles c -> Reply.of(c.orbit().neutralFamily(), 0);
            default -> throw new ModelException("neither rest nor orbit: " + last.describe());
        };
    }

    private static Reply lyapunov(Fate last) {
        return switch (last) {
            case Fate.Rests r ->
                Reply.of(
                        r.point().eigenvalues().stream()
                                .mapToDouble(Complex::re)
                                .max()
                                .orElse(0),
                        r.point().residual());
            case Fate.Cycles c ->
                Reply.of(0, c.orbit().multiplierError() / c.orbit().period());
            case Fate.Quasiperiodic q ->
                Reply.of(0, q.exponent().growth() / q.exponent().time());
            case Fate.Chaotic c -> Reply.of(c.exponent().value(), c.exponent().error());
            default -> throw new ModelException("no Lyapunov exponent: " + last.describe());
        };
    }

    /** A number for each kind, for maps of classes. */
    private static int kind(Fate last) {
        return switch (last) {
            case Fate.Rests r -> 0;
            case Fate.Cycles c -> 1;
            case Fate.Quasiperiodic q -> 2;
            case Fate.Chaotic c -> 3;
            case Fate.Unsettled u -> 4;
            case Fate.Metastable m -> throw new IllegalStateException("a metastable motion ends in another one");
        };
    }

    @Override
    public String level() {
        return Motion.LEVEL;
    }

    @Override
    public String meaning() {
        return switch (aspect) {
            case AVERAGE -> "average over what the start ends in";
            case PERIOD -> "period of the orbit the start ends in";
            case FREQUENCY -> "angular frequency of what the start ends in, 0 at rest";
            case LIFETIME -> "lifetime of the metastable oscillation";
            case RELAXATION -> "rate of the slowest decay towards what the start ends in";
            case FAMILY -> "dimension of the family of rests or orbits the start ends in, 0 if isolated";
            case LYAPUNOV -> "largest Lyapunov exponent of what the start ends in";
            case KIND -> "0 rest, 1 limit cycle, 2 quasi-periodic, 3 chaotic, 4 unsettled";
        };
    }
}
