package org.escapement.dynamics.cumulant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.DegreeOfFreedom;
import org.escapement.algebra.Operator;
import org.escapement.algebra.SiteWord;
import org.escapement.algebra.Word;

/**
 * A linear combination of moments that no process changes and that the number of atoms fixes: the squared length of a
 * spin, and products of two of them where the order is high enough.
 *
 * @param eliminated the moment expressed by the others
 * @param others coefficients of the other moments: ⟨eliminated⟩ = value - Σ coefficient ⟨word⟩
 */
record Invariant(Word eliminated, Map<Word, Coefficient> others, Coefficient value) {

    /** The invariants among moments of at most so many letters. */
    static List<Invariant> of(MomentHierarchy hierarchy, int order) {
        Map<DegreeOfFreedom, Coefficient> lengths =
                new HashMap<>(hierarchy.units().lengths());
        lengths.keySet().removeAll(hierarchy.order().reduced());
        List<DegreeOfFreedom> spins = lengths.keySet().stream().sorted().toList();
        List<Invariant> all = new ArrayList<>();
        for (DegreeOfFreedom spin : spins) if (order >= 2) all.add(of(hierarchy, lengths, List.of(spin)));
        for (int i = 0; i < spins.size() && order >= 4; i++) {
            for (int j = i; j < spins.size(); j++) {
                all.add(of(hierarchy, lengths, List.of(spins.get(i), spins.get(j))));
            }
        }
        return all;
    }

    private static Invariant of(
            MomentHierarchy hierarchy, Map<DegreeOfFreedom, Coefficient> lengths, List<DegreeOfFreedom> spins) {
        Operator product = Operator.identity();
        Coefficient value = Coefficient.ONE;
        List<Word> pairs = new ArrayList<>();
        for (DegreeOfFreedom spin : spins) {
            product = product.times(LetterUnits.squaredLength(spin));
            value = value.times(lengths.get(spin));
            pairs.addAll(Word.of(List.of(new SiteWord(spin, 1, 0, 1))).letters());
        }
        Word eliminated = CumulantClosure.joined(pairs);
        Map<Word, Coefficient> others = new HashMap<>(hierarchy.combination(eliminated, product));
        Coefficient own = others.remove(eliminated);
        Coefficient constant =
                hierarchy.combination(eliminated, Operator.of(value)).get(Word.IDENTITY);
        others.replaceAll((word, c) -> c.dividedBy(own));
        return new Invariant(eliminated, others, constant.dividedBy(own));
    }
}
