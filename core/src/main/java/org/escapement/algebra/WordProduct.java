package org.escapement.algebra;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The product of two canonical words as a sum of canonical words with integer factors.
 *
 * <p>Closed formulas, both from pushing raising letters to the left:
 *
 * <pre>
 * J-^c J+^a = sum_k k! C(c,k) C(a,k) J+^(a-k) [prod_(j&lt;k) (-2 Jz - c - a + 2k - j)] J-^(c-k)
 * a^n a†^m  = sum_k k! C(n,k) C(m,k) a†^(m-k) a^(n-k)
 * </pre>
 *
 * The first is Kostant's identity of sl(2) with e = J-, f = J+, h = -2 Jz.
 */
final class WordProduct {

    /** A canonical word times an integer. */
    record Term(Word word, BigInteger factor) {}

    private record SiteTerm(SiteWord word, BigInteger factor) {}

    private record Partial(List<SiteWord> parts, BigInteger factor) {}

    private WordProduct() {}

    /** The terms of left * right; their words are distinct. */
    static List<Term> of(Word left, Word right) {
        if (left.isIdentity()) {
            return List.of(new Term(right, BigInteger.ONE));
        }
        if (right.isIdentity()) {
            return List.of(new Term(left, BigInteger.ONE));
        }
        List<Partial> partials = List.of(new Partial(List.of(), BigInteger.ONE));
        for (List<SiteTerm> site : siteProducts(left.sites(), right.sites())) {
            partials = append(partials, site);
        }
        return partials.stream()
                .map(partial -> new Term(Word.ofSorted(partial.parts()), partial.factor()))
                .toList();
    }

    private static List<List<SiteTerm>> siteProducts(List<SiteWord> left, List<SiteWord> right) {
        List<List<SiteTerm>> products = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            int order = i == left.size()
                    ? 1
                    : j == right.size()
                            ? -1
                            : left.get(i).site().compareTo(right.get(j).site());
            if (order == 0) {
                products.add(product(left.get(i++), right.get(j++)));
            } else {
                SiteWord alone = order < 0 ? left.get(i++) : right.get(j++);
                products.add(List.of(new SiteTerm(alone, BigInteger.ONE)));
            }
        }
        return products;
    }

    private static List<Partial> append(List<Partial> partials, List<SiteTerm> site) {
        List<Partial> extended = new ArrayList<>(partials.size() * site.size());
        for (Partial partial : partials) {
            for (SiteTerm term : site) {
                List<SiteWord> parts = new ArrayList<>(partial.parts());
                if (term.word().degree() > 0) {
                    parts.add(term.word());
                }
                extended.add(new Partial(parts, partial.factor().multiply(term.factor())));
            }
        }
        return extended;
    }

    private static List<SiteTerm> product(SiteWord left, SiteWord right) {
        List<SiteTerm> terms = new ArrayList<>();
        BigInteger contractions = BigInteger.ONE;
        int c = left.down();
        int a = right.up();
        for (int k = 0; k <= Math.min(c, a); k++) {
            if (left.site() instanceof BosonMode) {
                terms.add(new SiteTerm(
                        new SiteWord(left.site(), left.up() + a - k, 0, c - k + right.down()), contractions));
            } else {
                addSpinTerms(terms, left, right, k, contractions);
            }
            // k! C(c,k) C(a,k) from k to k + 1
            contractions = contractions
                    .multiply(BigInteger.valueOf((long) (c - k) * (a - k)))
                    .divide(BigInteger.valueOf(k + 1L));
        }
        return terms;
    }

    private static void addSpinTerms(
            List<SiteTerm> terms, SiteWord left, SiteWord right, int k, BigInteger contractions) {
        int c = left.down();
        int a = right.up();
        // Jz^b J+^p = J+^p (Jz + p)^b and J-^q Jz^b = (Jz + q)^b J-^q carry the outer Jz inwards.
        IntegerPolynomial inZ = IntegerPolynomial.constant(contractions)
                .timesLinear(1, a - k, left.z())
                .timesLinear(1, c - k, right.z());
        for (int j = 0; j < k; j++) {
            inZ = inZ.timesLinear(-2, 2L * k - c - a - j, 1);
        }
        for (int power = inZ.degree(); power >= 0; power--) {
            if (inZ.coefficient(power).signum() != 0) {
                SiteWord word = new SiteWord(left.site(), left.up() + a - k, power, c - k + right.down());
                terms.add(new SiteTerm(word, inZ.coefficient(power)));
            }
        }
    }
}
