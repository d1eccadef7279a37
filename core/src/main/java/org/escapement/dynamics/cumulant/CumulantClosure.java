package org.escapement.dynamics.cumulant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.escapement.algebra.Word;

/**
 * Moments of too many letters as polynomials of shorter ones, from setting their joint cumulants to zero:
 *
 * <pre>
 * ⟨l1 ... lm⟩ = -Σ_π (-1)^(|π|-1) (|π|-1)! Π_(B in π) ⟨Π_(l in B) l⟩
 * </pre>
 *
 * over all partitions π of the letters into at least two blocks (Kubo 1962), with blocks that are still too long
 * replaced in the same way. For order 2: ⟨abc⟩ = ⟨ab⟩⟨c⟩ + ⟨ac⟩⟨b⟩ + ⟨bc⟩⟨a⟩ - 2⟨a⟩⟨b⟩⟨c⟩. Not thread-safe.
 */
final class CumulantClosure {

    private final int order;
    private final Map<Word, Map<Product, Long>> known = new HashMap<>();

    CumulantClosure(int order) {
        this.order = order;
    }

    /** Factors ⟨word⟩ of a product, sorted. */
    record Product(List<Word> factors) implements Comparable<Product> {
        Product {
            factors = factors.stream().sorted().toList();
        }

        Product times(Product other) {
            List<Word> all = new ArrayList<>(factors);
            all.addAll(other.factors);
            return new Product(all);
        }

        @Override
        public int compareTo(Product other) {
            int bySize = Integer.compare(factors.size(), other.factors.size());
            for (int i = 0; bySize == 0 && i < factors.size(); i++) {
                int c = factors.get(i).compareTo(other.factors.get(i));
                if (c != 0) return c;
            }
            return bySize;
        }
    }

    /** The moment of a word as a polynomial in moments of at most the order; the word itself when it is short enough. */
    Map<Product, Long> moment(Word word) {
        if (word.isIdentity()) return Map.of(new Product(List.of()), 1L);
        if (word.degree() <= order) return Map.of(new Product(List.of(word)), 1L);
        Map<Product, Long> found = known.get(word);
        if (found == null) {
            found = close(word);
            known.put(word, found);
        }
        return found;
    }

    private Map<Product, Long> close(Word word) {
        Map<Product, Long> sum = new TreeMap<>();
        List<Word> letters = word.letters();
        for (List<List<Word>> partition : partitions(letters, letters.size() - 1)) {
            int blocks = partition.size();
            if (blocks < 2) continue;
            Map<Product, Long> product = Map.of(new Product(List.of()), factor(blocks));
            for (List<Word> block : partition) product = times(product, moment(joined(block)));
            product.forEach((p, c) -> merge(sum, p, c));
        }
        return sum;
    }

    /** -(-1)^(blocks-1) (blocks-1)!. */
    private static long factor(int blocks) {
        long factorial = 1;
        for (int i = 2; i < blocks; i++) factorial *= i;
        return blocks % 2 == 0 ? factorial : -factorial;
    }

    private static void merge(Map<Product, Long> sum, Product p, long c) {
        sum.merge(p, c, (a, b) -> a + b == 0 ? null : Long.valueOf(a + b));
    }

    private static Map<Product, Long> times(Map<Product, Long> a, Map<Product, Long> b) {
        Map<Product, Long> product = new HashMap<>();
        a.forEach((p, x) -> b.forEach((q, y) -> merge(product, p.times(q), x * y)));
        return product;
    }

    /** All partitions of the first letters up to and including a place. */
    private static List<List<List<Word>>> partitions(List<Word> letters, int last) {
        if (last < 0) return List.of(List.of());
        List<List<List<Word>>> all = new ArrayList<>();
        Word letter = letters.get(last);
        for (List<List<Word>> shorter : partitions(letters, last - 1)) {
            for (int b = 0; b < shorter.size(); b++) {
                List<List<Word>> longer = new ArrayList<>(shorter);
                List<Word> block = new ArrayList<>(shorter.get(b));
                block.add(letter);
                longer.set(b, block);
                all.add(longer);
            }
            List<List<Word>> longer = new ArrayList<>(shorter);
            longer.add(List.of(letter));
            all.add(longer);
        }
        return all;
    }

    /** The symmetrised product of commuting letters. */
    static Word joined(List<Word> letters) {
        Map<org.escapement.algebra.DegreeOfFreedom, int[]> powers = new TreeMap<>();
        for (Word letter : letters) {
            var part = letter.sites().getFirst();
            int[] p = powers.computeIfAbsent(part.site(), s -> new int[3]);
            p[0] += part.up();
            p[1] += part.z();
            p[2] += part.down();
        }
        return Word.of(powers.entrySet().stream()
                .map(e -> new org.escapement.algebra.SiteWord(
                        e.getKey(), e.getValue()[0], e.getValue()[1], e.getValue()[2]))
                .toList());
    }
}
