package org.escapement.dynamics.diffusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.CollectiveSpin;
import org.escapement.algebra.ExactComplex;
import org.escapement.algebra.Letter;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Symbol;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.diffusion.Action.Kind;
import org.escapement.dynamics.equations.CommutingPolynomial;
import org.escapement.dynamics.equations.SystemSize;
import org.escapement.expression.Expression;
import org.escapement.model.OpenSystem;
import org.escapement.model.SpinEnsemble;

/**
 * The limit of infinite N as a stochastic motion of one unit vector m for each ensemble, in the sense of Stratonovich:
 *
 * <pre>
 * dm = [Ω(m) dt + Σ_k g_k ∘ dW_k] × m,   Σ_k g_k g_k' = 2 S
 * </pre>
 *
 * read off the generator: words with one commutator turn the vectors by Ω, words with two are the diffusion S. Noise whose
 * strength depends on the vectors is refused. Immutable.
 */
public final class DiffusionEquations {

    private static final List<String> AXES = List.of("x", "y", "z");

    private final TensorEquations equations;
    private final List<CollectiveSpin> spins;
    private final Coefficient[] turning;
    private final Coefficient[][] diffusion;

    private DiffusionEquations(OpenSystem model) {
        this.equations = TensorEquations.derive(model, SystemSize.INFINITE);
        this.spins = equations.spins();
        int n = 3 * spins.size();
        turning = new Coefficient[n];
        diffusion = new Coefficient[n][n];
        for (int a = 0; a < n; a++) {
            turning[a] = Coefficient.ZERO;
            for (int b = 0; b < n; b++) diffusion[a][b] = Coefficient.ZERO;
        }
        equations.generator().terms().forEach(this::add);
        symmetrise();
        for (Coefficient[] row : diffusion) for (Coefficient c : row) requireConstant(c);
    }

    /**
     * Derives the equations of a model.
     *
     * @throws NotApplicableException where the limit does not exist, or the noise depends on the state
     */
    public static DiffusionEquations derive(OpenSystem model) {
        return new DiffusionEquations(model);
    }

    private static void requireConstant(Coefficient c) {
        if (c.symbols().stream().anyMatch(s -> s.kind() == Symbol.Kind.CLASSICAL)) {
            throw new NotApplicableException(
                    "the noise depends on the state, because a jump is a product of letters: use "
                            + "spherical tensors instead of samples");
        }
    }

    /**
     * A word of the generator acts on densities; on functions it acts transposed, anticommutators last. With ad = -i R, R =
     * m × ∇, one commutator gives i c μ R and two give -c R_b R_a.
     */
    private void add(List<Action> word, Coefficient c) {
        List<Action> rotations =
                word.stream().filter(a -> a.kind() == Kind.COMMUTATOR).toList();
        Coefficient factor = c;
        for (Action a : word) if (a.kind() == Kind.ANTICOMMUTATOR) factor = factor.times(letter(a));
        if (rotations.size() == 1) {
            Coefficient[] axes = cartesian(rotations.getFirst());
            for (int a = 0; a < axes.length; a++) {
                turning[a] = turning[a].plus(factor.times(Coefficient.I).times(axes[a]));
            }
        } else if (rotations.size() == 2) {
            Coefficient[] first = cartesian(rotations.get(1));
            Coefficient[] second = cartesian(rotations.get(0));
            for (int a = 0; a < first.length; a++) {
                for (int b = 0; b < second.length; b++) {
                    Coefficient product = factor.times(first[a]).times(second[b]);
                    diffusion[a][b] = diffusion[a][b].minus(product);
                }
            }
        } else {
            throw new NotApplicableException(
                    "the limit of infinite N is no diffusion: a term turns the vectors " + rotations.size() + " times");
        }
    }

    /** R_ℓ in R_x, R_y, R_z of its ensemble. */
    private Coefficient[] cartesian(Action a) {
        Coefficient[] axes = new Coefficient[3 * spins.size()];
        java.util.Arrays.fill(axes, Coefficient.ZERO);
        int at = 3 * spins.indexOf(a.spin());
        if (a.letter() == Letter.Z) {
            axes[at + 2] = Coefficient.ONE;
        } else {
            axes[at] = Coefficient.ONE;
            axes[at + 1] = a.letter() == Letter.RAISING ? Coefficient.I : Coefficient.I.negate();
        }
        return axes;
    }

    /** {J, ·}/(2N) as a multiple of a component of the unit vector. */
    private Coefficient letter(Action a) {
        SpinEnsemble e = equations.model().ensembles().get(spins.indexOf(a.spin()));
        Coefficient half = equations.atomsPerSize(e).times(Coefficient.of(1, 2));
        Coefficient x = component(a.spin(), 0);
        Coefficient iy = component(a.spin(), 1).times(Coefficient.I);
        return switch (a.letter()) {
            case RAISING -> half.times(x.plus(iy));
            case LOWERING -> half.times(x.minus(iy));
            default -> half.times(component(a.spin(), 2));
        };
    }

    private static Coefficient component(CollectiveSpin spin, int axis) {
        return Coefficient.of(Symbol.classical(spin.name() + "." + AXES.get(axis)));
    }

    /** What is antisymmetric in two rotations of one vector is a single rotation: [R_a, R_b] = -R_c. */
    private void symmetrise() {
        int n = turning.length;
        for (int site = 0; site < n; site += 3) {
            for (int a = 0; a < 3; a++) {
                int b = (a + 1) % 3;
                int c = (a + 2) % 3;
                Coefficient odd = diffusion[site + a][site + b].minus(diffusion[site + b][site + a]);
                turning[site + c] = turning[site + c].minus(odd.times(Coefficient.of(1, 2)));
            }
        }
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                Coefficient even = diffusion[a][b].plus(diffusion[b][a]).times(Coefficient.of(1, 2));
                diffusion[a][b] = even;
                diffusion[b][a] = even;
            }
        }
    }

    public OpenSystem model() {
        return equations.model();
    }

    /** Components of all unit vectors: {@code A.x, A.y, A.z, B.x, ...}. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (CollectiveSpin spin : spins) for (String axis : AXES) names.add(spin.name() + "." + axis);
        return names;
    }

    /** Ω of each vector as expressions of components and parameters. */
    public List<Expression> turning() {
        List<Expression> all = new ArrayList<>();
        for (Coefficient c : turning) all.add(expression(c));
        return all;
    }

    /** S, half the squared noise, between rotations about all axes. */
    public Expression diffusion(int a, int b) {
        return expression(diffusion[a][b]);
    }

    /** Symbols of the diffusion that is not zero. */
    boolean diffuses(int a, int b) {
        return !diffusion[a][b].isZero();
    }

    /** Twice the power of N that stands outside an expectation value. */
    public int twiceOrder(Operator o) {
        return equations.expectation(o).twiceOrder();
    }

    /** The leading order of an expectation value as a function on the spheres. */
    Expression function(Operator o) {
        Coefficient sum = Coefficient.ZERO;
        for (Map.Entry<List<Action>, Coefficient> term :
                equations.expectation(o).symmetrised().terms().entrySet()) {
            if (term.getKey().stream().anyMatch(a -> a.kind() == Kind.COMMUTATOR)) continue;
            Coefficient product = term.getValue();
            for (Action a : term.getKey()) product = product.times(letter(a));
            sum = sum.plus(product);
        }
        return expression(sum);
    }

    private static Expression expression(Coefficient c) {
        for (Map.Entry<?, ExactComplex> term : c.terms().entrySet()) {
            if (!term.getValue().isReal()) throw new IllegalStateException("a rate of real vectors is complex: " + c);
        }
        return CommutingPolynomial.expression(c, s -> Expression.symbol(s.name()), Comparator.comparing(Symbol::name));
    }
}
