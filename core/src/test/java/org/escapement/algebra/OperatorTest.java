package org.escapement.algebra;

import static org.escapement.algebra.RandomAlgebra.A;
import static org.escapement.algebra.RandomAlgebra.B;
import static org.escapement.algebra.RandomAlgebra.KAPPA;
import static org.escapement.algebra.RandomAlgebra.MODE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OperatorTest {

    private static final Operator PLUS = Operator.raising(A);
    private static final Operator MINUS = Operator.lowering(A);
    private static final Operator Z = Operator.z(A);

    @Test
    void collectiveSpinsObeyTheAngularMomentumRelations() {
        assertEquals(Z.times(Coefficient.of(2)), PLUS.commutator(MINUS));
        assertEquals(PLUS, Z.commutator(PLUS));
        assertEquals(MINUS.negate(), Z.commutator(MINUS));
        assertEquals(Z.times(Coefficient.I), Operator.x(A).commutator(Operator.y(A)));
    }

    @Test
    void modesObeyTheCanonicalCommutationRelation() {
        assertEquals(Operator.identity(), Operator.annihilation(MODE).commutator(Operator.creation(MODE)));
        assertEquals(
                Operator.number(MODE).plus(Operator.identity()),
                Operator.annihilation(MODE).times(Operator.creation(MODE)));
    }

    @Test
    void equalityDoesNotDependOnTheOrderOfWriting() {
        assertEquals(PLUS.times(MINUS).minus(Z.times(Coefficient.of(2))), MINUS.times(PLUS));
        assertEquals(Operator.raising(B).times(MINUS), MINUS.times(Operator.raising(B)));
    }

    @Test
    void theCasimirCommutesWithEveryLetter() {
        Operator casimir = Operator.x(A).power(2).plus(Operator.y(A).power(2)).plus(Z.power(2));
        assertTrue(casimir.isHermitian());
        for (Operator letter : List.of(PLUS, MINUS, Z)) {
            assertEquals(Operator.zero(), casimir.power(2).commutator(letter));
        }
    }

    @Test
    void powersUpToTenReorderAsRepeatedSingleSteps() {
        Operator step = PLUS.power(10);
        for (int i = 0; i < 10; i++) {
            step = MINUS.times(step);
        }
        assertEquals(step, MINUS.power(10).times(PLUS.power(10)));
    }

    @Test
    void theSizeOrderCountsNaturalSizesOfLetters() {
        Operator exchange = PLUS.times(Operator.lowering(B)).times(Coefficient.sizePower(-2));
        Operator coupling = PLUS.times(Operator.annihilation(MODE)).times(Coefficient.sizePower(-1));
        assertEquals(OptionalInt.of(2), exchange.sizeOrder());
        assertEquals(OptionalInt.of(2), coupling.sizeOrder());
        assertEquals(OptionalInt.empty(), Operator.zero().sizeOrder());
        assertEquals(2, exchange.degree());
    }

    @Test
    void substitutionReachesEveryCoefficient() {
        Operator rate = Z.times(Coefficient.of(KAPPA).plus(Coefficient.ONE));
        assertEquals(Operator.zero(), rate.substitute(KAPPA, Coefficient.of(-1)));
        assertEquals(Z.times(Coefficient.N.plus(Coefficient.ONE)), rate.substitute(KAPPA, Coefficient.N));
    }

    @Test
    void wordsListTheirLettersInCanonicalOrder() {
        Word word = Word.of(List.of(new SiteWord(MODE, 0, 0, 1), new SiteWord(A, 2, 0, 1)));
        assertEquals("A.plus*A.plus*A.minus*a.annihilate", word.toString());
        assertEquals(4, word.letters().size());
        assertEquals(7, word.twiceExtensivity());
    }

    @Test
    void lettersOfTheWrongKindAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Word.of(MODE, Letter.Z));
        assertThrows(IllegalArgumentException.class, () -> new SiteWord(MODE, 1, 1, 1));
        assertThrows(ArithmeticException.class, () -> PLUS.power(-1));
        assertFalse(PLUS.isHermitian());
    }
}
