package org.escapement.algebra;

import static org.escapement.algebra.RandomAlgebra.A;
import static org.escapement.algebra.RandomAlgebra.B;
import static org.escapement.algebra.RandomAlgebra.MODE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RepresentationTest {

    private static final double ROUNDING = 1e-12;
    private static final int CUT_OFF = 12;

    private static final Representation SPINS = Representation.ofDimensions(Map.of(A, 3, B, 5), 4);
    private static final Representation SPIN_AND_MODE = Representation.ofDimensions(Map.of(A, 4, MODE, CUT_OFF), 3);

    @Provide
    Arbitrary<Operator> spinOperators() {
        return RandomAlgebra.operators(List.of(A, B));
    }

    @Provide
    Arbitrary<Operator> spinAndModeOperators() {
        return RandomAlgebra.operators(List.of(A, MODE));
    }

    @Property(tries = 100)
    void productsOfSpinsAreProductsOfDickeMatrices(
            @ForAll("spinOperators") Operator a, @ForAll("spinOperators") Operator b) {
        DenseMatrix expected = SPINS.matrix(a).times(SPINS.matrix(b));
        double error = expected.minus(SPINS.matrix(a.times(b))).maximum();
        assertEquals(0, error, ROUNDING * (1 + expected.maximum()));
    }

    @Property(tries = 100)
    void productsWithAModeHoldBelowTheCutOff(
            @ForAll("spinAndModeOperators") Operator a, @ForAll("spinAndModeOperators") Operator b) {
        DenseMatrix expected = SPIN_AND_MODE.matrix(a).times(SPIN_AND_MODE.matrix(b));
        DenseMatrix difference = expected.minus(SPIN_AND_MODE.matrix(a.times(b)));
        // Columns from which no path of letters climbs over the cut-off are exact.
        int exact = CUT_OFF - 1 - a.degree() - b.degree();
        for (int column = 0; column < difference.size; column++) {
            if (column % CUT_OFF <= exact) {
                assertEquals(0, difference.columnMaximum(column), ROUNDING * (1 + expected.maximum()));
            }
        }
    }

    @Property(tries = 100)
    void theAdjointIsTheAdjointMatrix(@ForAll("spinAndModeOperators") Operator a) {
        DenseMatrix expected = SPIN_AND_MODE.matrix(a).adjoint();
        double error = expected.minus(SPIN_AND_MODE.matrix(a.adjoint())).maximum();
        assertEquals(0, error, ROUNDING * (1 + expected.maximum()));
    }

    @Property(tries = 60)
    void theHeisenbergGeneratorIsDualToTheOneOfStates(
            @ForAll("spinOperators") Operator h,
            @ForAll("spinOperators") Operator jump,
            @ForAll("spinOperators") Operator o,
            @ForAll long seed) {
        Operator hamiltonian = h.plus(h.adjoint());
        DenseMatrix rho = hermitian(SPINS.matrix(o).size, seed);
        DenseMatrix energy = SPINS.matrix(hamiltonian);
        DenseMatrix moved = rho.dissipated(SPINS.matrix(jump))
                .plus(energy.times(rho), 0, -1)
                .plus(rho.times(energy), 0, 1);
        DenseMatrix schroedinger = SPINS.matrix(o).times(moved);
        Operator drift = Lindblad.unitary(hamiltonian, o).plus(Lindblad.dissipator(jump, o));
        DenseMatrix heisenberg = SPINS.matrix(drift).times(rho);
        double scale = 1 + schroedinger.maximum() + heisenberg.maximum();
        assertEquals(schroedinger.traceRe(), heisenberg.traceRe(), 100 * ROUNDING * scale);
        assertEquals(schroedinger.traceIm(), heisenberg.traceIm(), 100 * ROUNDING * scale);
    }

    private static DenseMatrix hermitian(int size, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        DenseMatrix matrix = new DenseMatrix(size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix.set(i, j, random.nextGaussian(), random.nextGaussian());
            }
        }
        return matrix.plus(matrix.adjoint());
    }
}
