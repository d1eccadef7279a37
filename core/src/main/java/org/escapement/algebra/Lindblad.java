package org.escapement.algebra;

/**
 * The building blocks of a Markovian master equation acting on observables (Heisenberg picture), hbar = 1. Rates stand
 * outside: multiply the result by the rate of the jump.
 */
public final class Lindblad {

    private Lindblad() {}

    /** i [H, O]. */
    public static Operator unitary(Operator hamiltonian, Operator observable) {
        return hamiltonian.commutator(observable).times(Coefficient.I);
    }

    /**
     * L† O L - {L†L, O}/2, computed as (L† [O, L] + [L†, O] L)/2: the commutators skip whatever the jump does not touch.
     */
    public static Operator dissipator(Operator jump, Operator observable) {
        Operator adjoint = jump.adjoint();
        Operator fromRight = adjoint.times(observable.commutator(jump));
        Operator fromLeft = adjoint.commutator(observable).times(jump);
        return fromRight.plus(fromLeft).times(Coefficient.of(1, 2));
    }

    /**
     * [L†, A] [B, L]: what the dissipator of a product has beyond the product rule,
     * D(AB) = D(A) B + A D(B) + [L†, A] [B, L].
     */
    public static Operator diffusion(Operator jump, Operator a, Operator b) {
        return jump.adjoint().commutator(a).times(b.commutator(jump));
    }
}
