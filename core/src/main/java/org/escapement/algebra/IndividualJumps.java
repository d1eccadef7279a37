package org.escapement.algebra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A jump that acts on each atom of a collective spin separately: the sum over atoms k of the dissipators of l_k, exact
 * on any polynomial of collective letters (letters of other degrees of freedom commute with it).
 *
 * <p>One atom is tagged: J_a = R_a + s_a, where R_a is the spin of the others and commutes with s_a. An observable
 * becomes a 2x2 matrix over the tagged atom with entries in R, on which the single-atom map acts by matrix products.
 * The way back replaces R_a by J_a - s_a. Since R_a commutes with the tagged atom, a factor R_a on the right of
 * sum_c Q_c(J) s_c is sum_c Q_c(J) (J_a - s_a) s_c, so the tagged letters stay on the right by themselves. The sum over
 * atoms then replaces the tagged identity by the number of atoms and s_a by J_a.
 *
 * @param spin the collective spin whose atoms jump
 * @param atoms number of atoms
 * @param jump l, the jump operator of one atom; the rate stands outside
 */
public record IndividualJumps(CollectiveSpin spin, Coefficient atoms, SingleAtomOperator jump) {

    /** sum_k l_k† O l_k - {l_k† l_k, O}/2. */
    public Operator dissipator(Operator observable) {
        AtomMatrix l = AtomMatrix.of(jump);
        AtomMatrix adjoint = l.adjointOfScalars();
        AtomMatrix tagged = tag(observable);
        AtomMatrix twice = adjoint.times(tagged.commutator(l))
                .plus(adjoint.commutator(tagged).times(l));
        return sumOverAtoms(twice).times(Coefficient.of(1, 2));
    }

    /** sum_k [l_k†, A] [B, l_k]. */
    public Operator diffusion(Operator a, Operator b) {
        AtomMatrix l = AtomMatrix.of(jump);
        AtomMatrix left = l.adjointOfScalars().commutator(tag(a));
        AtomMatrix right = tag(b).commutator(l);
        return sumOverAtoms(left.times(right));
    }

    /** sum_k l_k† l_k, the number of jumps per unit of rate. */
    public Operator jumpNumber() {
        AtomMatrix l = AtomMatrix.of(jump);
        return sumOverAtoms(l.adjointOfScalars().times(l));
    }

    /** The observable with J_a = R_a + s_a; in the entries the letters of the spin stand for R. */
    private AtomMatrix tag(Operator observable) {
        AtomMatrix sum = AtomMatrix.IDENTITY.times(Operator.zero());
        for (Map.Entry<Word, Coefficient> term : observable.terms().entrySet()) {
            AtomMatrix product = AtomMatrix.IDENTITY;
            for (Letter letter : ownLetters(term.getKey())) {
                product = product.times(Operator.of(spin, letter)).plus(product.times(AtomMatrix.of(letter)));
            }
            sum = sum.plus(product.times(Operator.of(otherSites(term.getKey()), term.getValue())));
        }
        return sum;
    }

    private Operator sumOverAtoms(AtomMatrix tagged) {
        Map<Word, AtomMatrix> expansions = new HashMap<>();
        Operator sum = Operator.zero();
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 2; column++) {
                for (Map.Entry<Word, Coefficient> term :
                        tagged.at(row, column).terms().entrySet()) {
                    Word own = ownPart(term.getKey());
                    AtomMatrix expansion = expansions.computeIfAbsent(own, this::untag);
                    // (Q e_row,column)_(i,column) = Q_(i,row): only one column of the product is filled.
                    Operator collective = expansion
                            .at(0, row)
                            .times(sumOfUnit(0, column))
                            .plus(expansion.at(1, row).times(sumOfUnit(1, column)));
                    sum = sum.plus(collective.times(Operator.of(otherSites(term.getKey()), term.getValue())));
                }
            }
        }
        return sum;
    }

    /** A product of R letters as sum_ij Q_ij(J) e_ij, with Q to the left of the tagged atom. */
    private AtomMatrix untag(Word word) {
        AtomMatrix expansion = AtomMatrix.IDENTITY;
        for (Letter letter : ownLetters(word)) {
            expansion = expansion
                    .times(Operator.of(spin, letter))
                    .minus(AtomMatrix.of(letter).times(expansion));
        }
        return expansion;
    }

    /** The sum over atoms of |row><column|: n/2 ± Jz on the diagonal, J+ and J- off it. */
    private Operator sumOfUnit(int row, int column) {
        if (row != column) {
            return row == 0 ? Operator.raising(spin) : Operator.lowering(spin);
        }
        Operator half = Operator.of(atoms.times(Coefficient.of(1, 2)));
        return row == 0 ? half.plus(Operator.z(spin)) : half.minus(Operator.z(spin));
    }

    private List<Letter> ownLetters(Word word) {
        List<Letter> letters = new ArrayList<>();
        word.at(spin).ifPresent(part -> {
            for (Letter letter : spin.letters()) {
                for (int count = 0; count < part.power(letter); count++) {
                    letters.add(letter);
                }
            }
        });
        return letters;
    }

    private Word ownPart(Word word) {
        return Word.of(word.at(spin).stream().toList());
    }

    private Word otherSites(Word word) {
        return Word.of(
                word.sites().stream().filter(part -> !part.site().equals(spin)).toList());
    }
}
