package org.escapement.algebra;

import static org.escapement.algebra.RandomAlgebra.A;
import static org.escapement.algebra.RandomAlgebra.B;
import static org.escapement.algebra.RandomAlgebra.MODE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class IndividualJumpsTest {

    private static final double ROUNDING = 1e-12;
    private static final int ATOMS = 3;
    private static final Representation EXPLICIT = Representation.ofAtoms(A, ATOMS);
    private static final Coefficient N = Coefficient.N;
    private static final Coefficient HALF = Coefficient.of(1, 2);
    private static final Operator Z = Operator.z(A);

    @Provide
    Arbitrary<Operator> observables() {
        return RandomAlgebra.operators(List.of(A));
    }

    /** A jump of every kind at once, with a part along the identity. */
    private static SingleAtomOperator generalJump() {
        return SingleAtomOperator.lowering()
                .plus(SingleAtomOperator.raising()
                        .times(Coefficient.of(new ExactComplex(Surd.of(1, 3), Surd.of(1, 2)))))
                .plus(SingleAtomOperator.dephasing().times(Coefficient.of(2)))
                .plus(new SingleAtomOperator(Coefficient.I, Coefficient.ZERO, Coefficient.ZERO, Coefficient.ZERO));
    }

    private static List<SingleAtomOperator> jumps() {
        return List.of(
                SingleAtomOperator.lowering(),
                SingleAtomOperator.raising(),
                SingleAtomOperator.dephasing(),
                generalJump());
    }

    @Test
    void decayOfEachAtomMovesTheLettersAsInTheTextbook() {
        IndividualJumps decay = new IndividualJumps(A, N, SingleAtomOperator.lowering());
        assertEquals(Operator.of(N.times(HALF)).plus(Z).negate(), decay.dissipator(Z));
        for (Operator ladder : List.of(Operator.raising(A), Operator.lowering(A))) {
            assertEquals(ladder.times(HALF).negate(), decay.dissipator(ladder));
        }
    }

    @Test
    void dephasingOfEachAtomKeepsThePopulation() {
        IndividualJumps dephasing = new IndividualJumps(A, N, SingleAtomOperator.dephasing());
        assertEquals(Operator.zero(), dephasing.dissipator(Z.power(3)));
        assertEquals(Operator.raising(A).times(HALF).negate(), dephasing.dissipator(Operator.raising(A)));
    }

    @Test
    void otherDegreesOfFreedomAreSpectators() {
        IndividualJumps decay = new IndividualJumps(A, N, generalJump());
        Operator others = Operator.raising(B).times(Operator.number(MODE));
        assertEquals(Operator.zero(), decay.dissipator(others));
        assertEquals(
                decay.dissipator(Z.power(2)).times(others),
                decay.dissipator(Z.power(2).times(others)));
        assertEquals(
                decay.diffusion(Z, Operator.lowering(A)).times(others),
                decay.diffusion(others.times(Z), Operator.lowering(A)));
    }

    @Property(tries = 60)
    void theDissipatorIsTheExplicitSumOverAtoms(@ForAll("observables") Operator o) {
        DenseMatrix observable = EXPLICIT.matrix(o);
        for (SingleAtomOperator jump : jumps()) {
            DenseMatrix expected = new DenseMatrix(1 << ATOMS);
            for (int k = 0; k < ATOMS; k++) {
                DenseMatrix l = Representation.onAtom(Representation.singleAtom(jump), k, ATOMS);
                DenseMatrix square = l.adjoint().times(l);
                expected = expected.plus(l.adjoint().times(observable).times(l))
                        .plus(square.times(observable), -0.5, 0)
                        .plus(observable.times(square), -0.5, 0);
            }
            assertClose(expected, new IndividualJumps(A, N, jump).dissipator(o));
        }
    }

    @Property(tries = 40)
    void theDiffusionIsTheExplicitSumOverAtoms(@ForAll("observables") Operator a, @ForAll("observables") Operator b) {
        DenseMatrix left = EXPLICIT.matrix(a);
        DenseMatrix right = EXPLICIT.matrix(b);
        for (SingleAtomOperator jump : jumps()) {
            DenseMatrix expected = new DenseMatrix(1 << ATOMS);
            for (int k = 0; k < ATOMS; k++) {
                DenseMatrix l = Representation.onAtom(Representation.singleAtom(jump), k, ATOMS);
                DenseMatrix adjoint = l.adjoint();
                DenseMatrix first = adjoint.times(left).minus(left.times(adjoint));
                expected = expected.plus(first.times(right.times(l).minus(l.times(right))));
            }
            assertClose(expected, new IndividualJumps(A, N, jump).diffusion(a, b));
        }
    }

    @Property(tries = 30)
    void theDissipatorOfAProductExceedsTheProductRuleByTheDiffusion(
            @ForAll("observables") Operator a, @ForAll("observables") Operator b) {
        IndividualJumps jumps = new IndividualJumps(A, Coefficient.parameter("n"), generalJump());
        Operator productRule = jumps.dissipator(a).times(b).plus(a.times(jumps.dissipator(b)));
        assertEquals(jumps.dissipator(a.times(b)), productRule.plus(jumps.diffusion(a, b)));
    }

    private static void assertClose(DenseMatrix expected, Operator actual) {
        double error = expected.minus(EXPLICIT.matrix(actual)).maximum();
        assertEquals(0, error, 10 * ROUNDING * (1 + expected.maximum()));
    }
}
