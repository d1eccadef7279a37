package org.escapement.dynamics.fluctuation;

import java.util.ArrayList;
import java.util.List;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.meanfield.MeanField;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.dynamics.meanfield.MeanVariable;
import org.escapement.expression.Derivative;
import org.escapement.expression.Expression;
import org.escapement.model.OpenSystem;

/**
 * The equations of the covariances G_jk = ⟨{F_j, F_k}⟩/2 of the fluctuations F_j = √N (letter_j - mean)/unit_j for N to
 * infinity, derived from a model: G' = Q G + G Qᵀ + D with
 * <ul>
 *   <li>Q_jk = ∂(rate of mean j)/∂(mean k), the Jacobian of the mean field,
 *   <li>D_jk = the order N⁰ of N Σ r [L†, letter_j][letter_k, L]/(unit_j unit_k), its real part,
 *   <li>[F_j, F_k] = i s_jk, s_jk the order N⁰ of -i N [letter_j, letter_k]/(unit_j unit_k).
 * </ul>
 *
 * <p>Benatti, Carollo, Floreanini, Narnhofer and Valiera (2018), J. Phys. A 51, 325001. Immutable; derive once, share
 * between threads.
 */
public final class FluctuationEquations {

    private final MeanFieldEquations means;
    private final List<MeanVariable> letters;
    private final Expression[][] jacobian;
    private final Expression[][] diffusion;
    private final Expression[][] commutators;
    private final Coefficient[][] commutatorPolynomials;

    private FluctuationEquations(MeanFieldEquations means) {
        this.means = means;
        this.letters = means.variables().stream()
                .filter(v -> !v.letter().degreesOfFreedom().isEmpty())
                .toList();
        List<Expression> rates = means.rateExpressions();
        int n = rates.size();
        jacobian = new Expression[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                jacobian[i][j] = Derivative.partial(rates.get(i), means.names().get(j));
            }
        }
        diffusion = new Expression[letters.size()][letters.size()];
        commutators = new Expression[letters.size()][letters.size()];
        commutatorPolynomials = new Coefficient[letters.size()][letters.size()];
        for (int j = 0; j < letters.size(); j++) {
            for (int k = 0; k < letters.size(); k++) fill(j, k);
        }
    }

    /**
     * Derives the equations of a model.
     *
     * @throws NotApplicableException when there is no mean field, or fluctuations grow faster than √N
     */
    public static FluctuationEquations derive(OpenSystem model) {
        return of(MeanField.derive(model));
    }

    /** Derives the equations around a mean field. */
    public static FluctuationEquations of(MeanFieldEquations means) {
        return new FluctuationEquations(means);
    }

    private void fill(int j, int k) {
        Operator a = letters.get(j).letter();
        Operator b = letters.get(k).letter();
        Coefficient noise = scaled(means.model().diffusion(a, b), j, k);
        Coefficient real = noise.plus(noise.conjugate()).times(Coefficient.of(1, 2));
        if (real.sizeOrder().orElse(0) > 0) throw tooNoisy(letters.get(j));
        diffusion[j][k] = means.expression(real.leading(0));
        Coefficient commutator =
                scaled(a.commutator(b), j, k).times(Coefficient.I).negate();
        if (commutator.sizeOrder().orElse(0) > 0) throw tooNoisy(letters.get(j));
        commutatorPolynomials[j][k] = commutator.leading(0);
        commutators[j][k] = means.expression(commutatorPolynomials[j][k]);
    }

    private Coefficient scaled(Operator second, int j, int k) {
        return means.limit()
                .image(second)
                .times(Coefficient.N)
                .dividedBy(letters.get(j).unit())
                .dividedBy(letters.get(k).unit());
    }

    private static NotApplicableException tooNoisy(MeanVariable v) {
        return new NotApplicableException("the noise of <" + v.name() + "> grows faster than its mean allows: its"
                + " fluctuations are not of relative order 1/sqrt(N), so there is no Gaussian limit; use a level at"
                + " finite N");
    }

    public MeanFieldEquations means() {
        return means;
    }

    public OpenSystem model() {
        return means.model();
    }

    /** The letters that fluctuate, in the order of the mean-field variables: those of ensembles, then of modes. */
    public List<MeanVariable> letters() {
        return letters;
    }

    public List<String> names() {
        return letters.stream().map(MeanVariable::name).toList();
    }

    /** ∂(rate of variable i)/∂(variable j) of all mean-field variables; the first of them are the letters. */
    public Expression jacobian(int i, int j) {
        return jacobian[i][j];
    }

    /** D_jk of two letters. */
    public Expression diffusion(int j, int k) {
        return diffusion[j][k];
    }

    /** s_jk of two letters. */
    public Expression commutator(int j, int k) {
        return commutators[j][k];
    }

    /** s_jk as a polynomial of means and parameters. */
    Coefficient commutatorPolynomial(int j, int k) {
        return commutatorPolynomials[j][k];
    }

    /** Where the limit is not exact, one sentence each. */
    public List<String> warnings() {
        List<String> all = new ArrayList<>(means.warnings());
        if (!model().oscillators().isEmpty()) {
            all.add("classical oscillators move without noise: their fluctuations are left out");
        }
        return all;
    }
}
