package org.escapement.dynamics.fluctuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Symbol;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.model.JumpOperator;

/**
 * The generator of the fluctuations F_j = √N (letter_j - mean)/unit_j for N to infinity, with [F_j, F_k] = i s_jk: in the frame
 * that turns with F' = K F their state obeys ρ' = -i[H, ρ] + Σ_k r_k (V_k ρ V_k† - {V_k†V_k, ρ}/2) with
 *
 * <p>H = Σ h_jl F_j F_l/2, V_k = Σ_j v_kj F_j, v_kj = ∂ℓ_k/∂m_j, where N η(m) is the Hamiltonian and √N ℓ_k(m) the jump
 * operator k at the means. On average a jump acts like a Hamiltonian, so that h_jl = ∂²η/∂m_j∂m_l - Σ r Im(ℓ̄ ∂²ℓ/∂m_j∂m_l), and
 * the letters turn in the fields b_j = ∂η/∂m_j - Σ r Im(ℓ̄ ∂ℓ/∂m_j): K_jl = Σ_k b_k ∂s_jk/∂m_l. Drift and diffusion of the
 * covariances are those of this generator: Q = K + s(h - Σ r Im vv†), D = s (Σ r Re vv†) sᵀ.
 *
 * <p>Benatti et al. (2018), J. Phys. A 51, 325001, for bounded quadratic models; here for any collective one. Immutable.
 */
public final class EffectiveGenerator {

    private final FluctuationEquations equations;
    private final List<Jump> jumps = new ArrayList<>();
    private final Coefficient[][] hamiltonian;
    private final Coefficient[][] turning;

    /**
     * A jump operator of the fluctuations.
     *
     * @param name of the model's jump
     * @param rate r, [rate]
     * @param amplitude ℓ, at the means
     * @param weights v_j by letter, complex
     */
    public record Jump(String name, Coefficient rate, Coefficient amplitude, List<Coefficient> weights) {

        public Jump {
            weights = List.copyOf(weights);
        }
    }

    private EffectiveGenerator(FluctuationEquations equations) {
        this.equations = equations;
        int n = equations.letters().size();
        for (JumpOperator jump : equations.model().jumps()) linear(jump).ifPresent(jumps::add);
        Coefficient energy = energy();
        Coefficient[] fields = new Coefficient[n];
        hamiltonian = new Coefficient[n][n];
        for (int k = 0; k < n; k++) {
            Symbol m = symbol(k);
            fields[k] = withJumps(energy.derivative(m), l -> l.derivative(m));
            for (int l = 0; l < n; l++) {
                Symbol other = symbol(l);
                hamiltonian[k][l] = withJumps(
                        energy.derivative(m).derivative(other),
                        a -> a.derivative(m).derivative(other));
            }
        }
        turning = new Coefficient[n][n];
        for (int j = 0; j < n; j++) {
            for (int l = 0; l < n; l++) turning[j][l] = turning(j, symbol(l), fields);
        }
    }

    /**
     * Derives the generator.
     *
     * @throws NotApplicableException when single atoms jump, so that fluctuations are not those of modes alone
     */
    public static EffectiveGenerator of(FluctuationEquations equations) {
        return new EffectiveGenerator(equations);
    }

    private Symbol symbol(int letter) {
        return equations.letters().get(letter).symbol();
    }

    /** A number with what the average jumps add to it: -Σ r Im(ℓ̄ times the same of ℓ). */
    private Coefficient withJumps(Coefficient ofEnergy, UnaryOperator<Coefficient> same) {
        Coefficient total = ofEnergy;
        for (Jump jump : jumps) {
            Coefficient product = jump.amplitude().conjugate().times(same.apply(jump.amplitude()));
            total = total.minus(imaginary(product).times(jump.rate()));
        }
        return total;
    }

    private static Coefficient imaginary(Coefficient c) {
        return c.minus(c.conjugate()).times(Coefficient.I).times(Coefficient.of(-1, 2));
    }

    private Coefficient turning(int j, Symbol m, Coefficient[] fields) {
        Coefficient total = Coefficient.ZERO;
        for (int k = 0; k < fields.length; k++) {
            total = total.plus(
                    equations.commutatorPolynomial(j, k).derivative(m).times(fields[k]));
        }
        return total;
    }

    private Coefficient image(Operator o) {
        return equations.means().limit().image(o);
    }

    private static int order(Coefficient image) {
        return image.sizeOrder().orElse(Integer.MIN_VALUE / 4);
    }

    private static Coefficient stripped(Coefficient image) {
        return image.leading(order(image)).times(Coefficient.sizePower(-order(image)));
    }

    private Coefficient energy() {
        Coefficient image = image(equations.model().totalHamiltonian());
        if (order(image) > 2) {
            throw new NotApplicableException("the energy grows faster than N: its fluctuations have no Gaussian limit");
        }
        return order(image) == 2 ? stripped(image) : Coefficient.ZERO;
    }

    /** The jump of the fluctuations, unless it is too rare to matter. */
    private Optional<Jump> linear(JumpOperator jump) {
        if (jump.scope() == JumpOperator.Scope.INDIVIDUAL) {
            throw new NotApplicableException(
                    "the jump '" + jump.name() + "' happens to single atoms: beside the modes the"
                            + " length of their spin fluctuates, so that no Hamiltonian and jump operators of modes alone describe"
                            + " the fluctuations; their covariances are available");
        }
        Coefficient rate = image(Operator.of(jump.rate()));
        Coefficient amplitude = image(jump.operator());
        int twiceOrder = order(rate) + 2 * order(amplitude);
        if (twiceOrder > 2) {
            throw new NotApplicableException("the jump '" + jump.name()
                    + "' happens more often than in proportion to N:" + " its noise has no Gaussian limit");
        }
        if (twiceOrder < 2) return Optional.empty();
        Coefficient leading = stripped(amplitude);
        List<Coefficient> weights = equations.letters().stream()
                .map(v -> leading.derivative(v.symbol()))
                .toList();
        return Optional.of(new Jump(jump.name(), stripped(rate), leading, weights));
    }

    public FluctuationEquations equations() {
        return equations;
    }

    /** The jumps that matter at this order, in the order of the model. */
    public List<Jump> jumps() {
        return List.copyOf(jumps);
    }

    /** h_jk of two letters, real. */
    public Coefficient hamiltonian(int j, int k) {
        return hamiltonian[j][k];
    }

    /** K_jk of two letters, real: the motion of fluctuations that is that of the frame. */
    public Coefficient turning(int j, int k) {
        return turning[j][k];
    }
}
