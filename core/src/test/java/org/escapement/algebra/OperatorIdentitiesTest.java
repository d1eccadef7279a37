package org.escapement.algebra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OperatorIdentitiesTest {

    @Provide
    Arbitrary<Operator> operators() {
        return RandomAlgebra.operators();
    }

    @Property(tries = 100)
    void theProductIsAssociative(
            @ForAll("operators") Operator a, @ForAll("operators") Operator b, @ForAll("operators") Operator c) {
        assertEquals(a.times(b).times(c), a.times(b.times(c)));
    }

    @Property(tries = 100)
    void theProductDistributesOverTheSum(
            @ForAll("operators") Operator a, @ForAll("operators") Operator b, @ForAll("operators") Operator c) {
        assertEquals(a.times(b).plus(a.times(c)), a.times(b.plus(c)));
        assertEquals(b.times(a).plus(c.times(a)), b.plus(c).times(a));
    }

    @Property(tries = 60)
    void theCommutatorObeysJacobi(
            @ForAll("operators") Operator a, @ForAll("operators") Operator b, @ForAll("operators") Operator c) {
        Operator sum = a.commutator(b.commutator(c))
                .plus(b.commutator(c.commutator(a)))
                .plus(c.commutator(a.commutator(b)));
        assertEquals(Operator.zero(), sum);
    }

    @Property(tries = 60)
    void theCommutatorObeysLeibniz(
            @ForAll("operators") Operator a, @ForAll("operators") Operator b, @ForAll("operators") Operator c) {
        assertEquals(a.commutator(b).times(c).plus(b.times(a.commutator(c))), a.commutator(b.times(c)));
    }

    @Property(tries = 100)
    void theCommutatorIsTheDifferenceOfTheProducts(@ForAll("operators") Operator a, @ForAll("operators") Operator b) {
        assertEquals(a.times(b).minus(b.times(a)), a.commutator(b));
        assertEquals(a.times(b).times(Coefficient.of(2)), a.commutator(b).plus(a.anticommutator(b)));
    }

    @Property(tries = 100)
    void theAdjointReversesProducts(@ForAll("operators") Operator a, @ForAll("operators") Operator b) {
        assertEquals(b.adjoint().times(a.adjoint()), a.times(b).adjoint());
        assertEquals(a, a.adjoint().adjoint());
        assertTrue(a.plus(a.adjoint()).isHermitian());
    }

    @Property(tries = 60)
    void aDissipatorIsTheTextbookExpression(@ForAll("operators") Operator jump, @ForAll("operators") Operator o) {
        Operator adjoint = jump.adjoint();
        Operator textbook = adjoint.times(o)
                .times(jump)
                .minus(adjoint.times(jump).anticommutator(o).times(Coefficient.of(1, 2)));
        assertEquals(textbook, Lindblad.dissipator(jump, o));
    }

    @Property(tries = 30)
    void theDissipatorOfAProductExceedsTheProductRuleByTheDiffusion(
            @ForAll("operators") Operator jump, @ForAll("operators") Operator a, @ForAll("operators") Operator b) {
        Operator productRule = Lindblad.dissipator(jump, a).times(b).plus(a.times(Lindblad.dissipator(jump, b)));
        assertEquals(Lindblad.dissipator(jump, a.times(b)), productRule.plus(Lindblad.diffusion(jump, a, b)));
    }
}
