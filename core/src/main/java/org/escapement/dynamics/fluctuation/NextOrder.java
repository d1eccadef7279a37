package org.escapement.dynamics.fluctuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Word;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.meanfield.ClassicalLimit;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.dynamics.meanfield.MeanVariable;
import org.escapement.expression.Derivative;
import org.escapement.expression.Expression;
import org.escapement.model.ModelException;

/**
 * Expectation values to the order after the leading one: with ⟨letter_j⟩/unit_j = m_j + μ_j/N and covariances G,
 *
 * <p>⟨O⟩ = N^k [O(m) + (Σ_j ∂_j O μ_j + Σ_jk ∂_j ∂_k O G_jk/2 + O_1(m))/N + ...],
 *
 * <p>where O_1 gathers what the order of the letters and explicit powers of N contribute: a product of letters is
 * symmetrised by half the commutators of its pairs. Covariances and shifts appear as symbols, see {@link #covariance} and
 * {@link #shift}. Immutable.
 */
public final class NextOrder {

    private static final Coefficient HALF = Coefficient.of(1, 2);

    private final MeanFieldEquations means;
    private final ClassicalLimit limit;
    private final List<String> letters;

    public NextOrder(FluctuationEquations equations) {
        this.means = equations.means();
        this.limit = means.limit();
        this.letters = equations.names();
    }

    /** The symbol of G_jk of two letters. */
    public static String covariance(String a, String b) {
        return a.compareTo(b) <= 0 ? "G#" + a + "#" + b : covariance(b, a);
    }

    /** The symbol of μ_j of a mean-field variable. */
    public static String shift(String variable) {
        return "mu#" + variable;
    }

    /**
     * An expectation value in two orders.
     *
     * @param twiceOrder twice the leading power of N
     * @param leading what multiplies that power
     * @param next what multiplies the power less one
     */
    public record Expansion(int twiceOrder, Expression leading, Expression next) {}

    /**
     * The expansion of the expectation value of a Hermitian operator.
     *
     * @throws ModelException when it is not real
     * @throws NotApplicableException when it has an order between the two
     */
    public Expansion expectation(Operator o) {
        Coefficient image = limit.image(o);
        int order = image.sizeOrder().orElse(0);
        MeanFieldEquations.Leading leading = means.expectation(o);
        Coefficient corrections = image.leading(order - 2).plus(ordering(o).leading(order - 2));
        if (!image.leading(order - 1).isZero()) throw halfOrder("<" + o + ">");
        Coefficient stripped = corrections.times(Coefficient.sizePower(2 - order));
        return new Expansion(
                order,
                leading.value(),
                means.expression(stripped).plus(movedBy(leading.value())).plus(spread(leading.value())));
    }

    /** Σ_j ∂_j O μ_j. */
    private Expression movedBy(Expression value) {
        List<Expression> terms = new ArrayList<>();
        for (String name : means.names()) {
            terms.add(Derivative.partial(value, name).times(Expression.symbol(shift(name))));
        }
        return Expression.sum(terms);
    }

    /** Σ_jk ∂_j ∂_k O G_jk/2 over the letters that fluctuate. */
    private Expression spread(Expression value) {
        List<Expression> terms = new ArrayList<>();
        for (int j = 0; j < letters.size(); j++) {
            Expression first = Derivative.partial(value, letters.get(j));
            if (first.isZero()) continue;
            for (int k = 0; k <= j; k++) {
                Expression second = Derivative.partial(first, letters.get(k));
                Expression weight = j == k ? Expression.of(0.5) : Expression.ONE;
                terms.add(weight.times(second).times(Expression.symbol(covariance(letters.get(j), letters.get(k)))));
            }
        }
        return Expression.sum(terms);
    }

    /**
     * The rate of change of the shift of each mean-field variable: μ_i' = Σ_j Q_ij μ_j + Σ_jk ∂_j ∂_k f_i G_jk/2 + c_i(m).
     */
    public List<Expression> shiftRates() {
        List<Expression> rates = new ArrayList<>();
        List<Expression> leading = means.rateExpressions();
        for (int i = 0; i < leading.size(); i++) {
            Expression f = leading.get(i);
            rates.add(explicit(means.variables().get(i)).plus(movedBy(f)).plus(spread(f)));
        }
        return rates;
    }

    /** c_i: what the rate of ⟨letter⟩/unit has at order 1/N whatever the covariances are. */
    private Expression explicit(MeanVariable v) {
        Operator drift = v.drift(means.model());
        Coefficient image = limit.image(drift).dividedBy(v.unit());
        if (!image.leading(-1).isZero()) throw halfOrder("the rate of <" + v.name() + ">");
        Coefficient next = image.leading(-2)
                .plus(ordering(drift).dividedBy(v.unit()).leading(-2))
                .times(Coefficient.N);
        return means.expression(next);
    }

    private static NotApplicableException halfOrder(String what) {
        return new NotApplicableException(what + " has a correction of relative order 1/sqrt(N), so that corrections do"
                + " not begin at 1/N; use a level at finite N");
    }

    /** Half the commutator of each pair of letters of a word, times the images of the others. */
    private Coefficient ordering(Operator o) {
        Coefficient total = Coefficient.ZERO;
        for (Map.Entry<Word, Coefficient> term : o.terms().entrySet()) {
            List<Word> word = term.getKey().letters();
            Coefficient pairs = Coefficient.ZERO;
            for (int i = 0; i < word.size(); i++) {
                for (int j = i + 1; j < word.size(); j++) pairs = pairs.plus(pair(word, i, j));
            }
            total = total.plus(pairs.times(limit.expand(term.getValue())));
        }
        return total;
    }

    private Coefficient pair(List<Word> word, int i, int j) {
        Operator commutator = Operator.of(word.get(i)).commutator(Operator.of(word.get(j)));
        Coefficient product = limit.image(commutator).times(HALF);
        for (int k = 0; k < word.size() && !product.isZero(); k++) {
            if (k != i && k != j) product = product.times(limit.image(Operator.of(word.get(k))));
        }
        return product;
    }
}
