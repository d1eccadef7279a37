package org.escapement.dynamics.cumulant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.DegreeOfFreedom;
import org.escapement.algebra.Letter;
import org.escapement.algebra.Operator;
import org.escapement.algebra.SiteWord;
import org.escapement.algebra.Word;

/**
 * Translates between operators in canonical order and symmetrised products, the average over all orders of their letters.
 * A {@link Word} here also names the symmetrised product of its letters. Expectation values of symmetrised products obey
 * the rules of commuting numbers under linear changes of letters, so that x = (J+ + J-)/2 may be inserted freely.
 *
 * <p>Where a spin has a fixed length, words with both of its ladder letters can be reduced by J+J- = j(j+1) - Jz² + Jz.
 * Remembers what it has computed; not thread-safe.
 */
final class SymmetricOrder {

    private final Map<DegreeOfFreedom, Coefficient> lengths;
    private final Map<SiteWord, Operator> products = new HashMap<>();
    private final Map<SiteWord, Map<SiteWord, Coefficient>> expansions = new HashMap<>();

    /**
     * @param lengths j(j + 1) of those spins whose words are reduced
     */
    SymmetricOrder(Map<DegreeOfFreedom, Coefficient> lengths) {
        this.lengths = Map.copyOf(lengths);
    }

    /** Spins whose words are reduced. */
    Set<DegreeOfFreedom> reduced() {
        return lengths.keySet();
    }

    /** The symmetrised product of the letters of a word. */
    Operator product(Word letters) {
        Operator product = Operator.identity();
        for (SiteWord part : letters.sites()) product = product.times(product(part));
        return product;
    }

    /** The average over all orders is the average over the first letter of the averages of what follows. */
    private Operator product(SiteWord letters) {
        if (letters.degree() == 0) return Operator.identity();
        Operator known = products.get(letters);
        if (known != null) return known;
        Operator sum = Operator.zero();
        for (Letter first : letters.site().letters()) {
            int count = letters.power(first);
            if (count == 0) continue;
            Operator rest = product(without(letters, first));
            sum = sum.plus(
                    Operator.of(letters.site(), first).times(rest).times(Coefficient.of(count, letters.degree())));
        }
        products.put(letters, sum);
        return sum;
    }

    private static SiteWord without(SiteWord w, Letter letter) {
        return switch (letter) {
            case RAISING, CREATION -> new SiteWord(w.site(), w.up() - 1, w.z(), w.down());
            case Z -> new SiteWord(w.site(), w.up(), w.z() - 1, w.down());
            case LOWERING, ANNIHILATION -> new SiteWord(w.site(), w.up(), w.z(), w.down() - 1);
        };
    }

    /**
     * An operator as a sum of symmetrised products, each coefficient passed through a map first (the identity, or an
     * expansion for large N).
     */
    Map<Word, Coefficient> symmetrised(Operator o, Function<Coefficient, Coefficient> map) {
        Map<Word, Coefficient> sum = new LinkedHashMap<>();
        o.terms().forEach((word, coefficient) -> addSymmetrised(sum, word, map.apply(coefficient)));
        return sum;
    }

    private void addSymmetrised(Map<Word, Coefficient> sum, Word word, Coefficient coefficient) {
        Map<List<SiteWord>, Coefficient> partial = new LinkedHashMap<>();
        partial.put(List.of(), coefficient);
        for (SiteWord part : word.sites()) {
            Map<List<SiteWord>, Coefficient> longer = new LinkedHashMap<>();
            partial.forEach((parts, c) -> expansion(part).forEach((next, factor) -> {
                List<SiteWord> all = new ArrayList<>(parts);
                all.add(next);
                longer.merge(all, c.times(factor), Coefficient::plus);
            }));
            partial = longer;
        }
        partial.forEach((parts, c) -> add(sum, Word.of(parts), c));
    }

    static <K> void add(Map<K, Coefficient> sum, K key, Coefficient c) {
        if (c.isZero()) return;
        sum.merge(key, c, (old, more) -> {
            Coefficient total = old.plus(more);
            return total.isZero() ? null : total;
        });
    }

    /** A canonical word of one site as symmetrised products. */
    private Map<SiteWord, Coefficient> expansion(SiteWord canonical) {
        Map<SiteWord, Coefficient> known = expansions.get(canonical);
        if (known != null) return known;
        Map<SiteWord, Coefficient> sum = new LinkedHashMap<>();
        if (lengths.containsKey(canonical.site()) && canonical.up() > 0 && canonical.down() > 0) {
            addExpansion(sum, canonical.site(), shortened(canonical));
        } else {
            sum.put(canonical, Coefficient.ONE);
            Operator rest = Operator.of(Word.of(List.of(canonical))).minus(product(canonical));
            addExpansion(sum, canonical.site(), rest);
        }
        expansions.put(canonical, sum);
        return sum;
    }

    private void addExpansion(Map<SiteWord, Coefficient> sum, DegreeOfFreedom site, Operator ofOneSite) {
        SiteWord noLetters = new SiteWord(site, 0, 0, 0);
        ofOneSite.terms().forEach((word, c) -> {
            if (word.isIdentity()) add(sum, noLetters, c);
            else expansion(word.sites().getFirst()).forEach((w, factor) -> add(sum, w, c.times(factor)));
        });
    }

    /** J+^a Jz^b J-^c = J+^(a-1) (Jz - 1)^b (j(j+1) - Jz² + Jz) J-^(c-1). */
    private Operator shortened(SiteWord w) {
        Operator z = Operator.of(w.site(), Letter.Z);
        Operator inner = Operator.of(lengths.get(w.site())).minus(z.times(z)).plus(z);
        Operator outer = z.minus(Operator.identity()).power(w.z());
        return Operator.of(w.site(), Letter.RAISING)
                .power(w.up() - 1)
                .times(outer)
                .times(inner)
                .times(Operator.of(w.site(), Letter.LOWERING).power(w.down() - 1));
    }
}
