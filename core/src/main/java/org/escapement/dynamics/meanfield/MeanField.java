package org.escapement.dynamics.meanfield;

import java.util.ArrayList;
import java.util.List;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.ExactComplex;
import org.escapement.algebra.Lindblad;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.model.HamiltonianTerm;
import org.escapement.model.JumpOperator;
import org.escapement.model.OpenSystem;

/**
 * Derives the equations of motion of the means for N to infinity: every letter's drift is computed by the operator
 * algebra, letters are replaced by numbers with their power of N, and the order of the left-hand side is kept. A model
 * with a term of higher order is refused, naming the term and its power.
 *
 * <p>Exact in the limit as long as fluctuations vanish relative to the means, which is checked from the diffusion and
 * otherwise reported among the warnings.
 */
public final class MeanField {

    private final OpenSystem model;
    private final ClassicalLimit limit;

    private MeanField(OpenSystem model) {
        this.model = model;
        this.limit = new ClassicalLimit(model);
    }

    /**
     * Derives the mean-field equations of a model.
     *
     * @throws NotApplicableException when some term grows too fast with N
     */
    public static MeanFieldEquations derive(OpenSystem model) {
        return new MeanField(model).derive();
    }

    private MeanFieldEquations derive() {
        List<Coefficient> rates = new ArrayList<>();
        for (MeanVariable v : limit.variables()) rates.add(rate(v));
        return new MeanFieldEquations(model, limit, limit.variables(), rates, noise());
    }

    private Coefficient rate(MeanVariable v) {
        Coefficient full = limit.image(v.drift(model)).dividedBy(v.unit());
        if (full.sizeOrder().orElse(0) > 0) throw refusal(v);
        Coefficient rate = full.leading(0);
        requireReal(v, rate);
        return rate;
    }

    private static void requireReal(MeanVariable v, Coefficient rate) {
        if (!rate.isReal()) throw new IllegalStateException("the rate of " + v.name() + " is complex: " + rate);
    }

    private NotApplicableException refusal(MeanVariable v) {
        for (HamiltonianTerm term : model.hamiltonian()) {
            Operator part = Lindblad.unitary(term.operator(), v.letter());
            if (tooFast(v, part)) return tooFast(v, "Hamiltonian term '" + term.name() + "'", part);
        }
        for (JumpOperator jump : model.jumps()) {
            Operator part = model.dissipation(jump, v.letter());
            if (tooFast(v, part)) return tooFast(v, "jump '" + jump.name() + "'", part);
        }
        return tooFast(v, "the force law", v.drift(model));
    }

    private boolean tooFast(MeanVariable v, Operator part) {
        return limit.image(part).dividedBy(v.unit()).sizeOrder().orElse(0) > 0;
    }

    private NotApplicableException tooFast(MeanVariable v, String what, Operator part) {
        String grows = power(limit.image(part).sizeOrder().orElse(0));
        String mean = power(v.unit().sizeOrder().orElse(0));
        return new NotApplicableException(what + " drives <" + v.name() + "> at order " + grows + ", but <" + v.name()
                + "> is of order " + mean + ": no mean-field limit. Scale its coefficient with a suitable power of 1/N,"
                + " or use a level at finite N");
    }

    private static String power(int twiceOrder) {
        if (twiceOrder == 0) return "1";
        String exponent = twiceOrder % 2 == 0 ? String.valueOf(twiceOrder / 2) : twiceOrder + "/2";
        return exponent.equals("1") ? "N" : "N^" + exponent;
    }

    /** One sentence for each variable whose fluctuations do not vanish relative to its mean. */
    private List<String> noise() {
        List<String> warnings = new ArrayList<>();
        for (MeanVariable v : limit.variables()) {
            if (v.letter().degreesOfFreedom().isEmpty()) continue;
            Coefficient diffusion = limit.image(model.diffusion(v.letter(), v.letter()));
            int mean = 2 * v.unit().sizeOrder().orElse(0);
            if (diffusion.sizeOrder().orElse(mean - 1) >= mean && isReal(diffusion.leading(mean))) {
                warnings.add("the noise of <" + v.name() + "> does not vanish as N grows: the mean field is only a "
                        + "closure here, not the limit");
            }
        }
        return warnings;
    }

    private static boolean isReal(Coefficient c) {
        return c.terms().values().stream().map(ExactComplex::re).anyMatch(re -> !re.isZero());
    }
}
