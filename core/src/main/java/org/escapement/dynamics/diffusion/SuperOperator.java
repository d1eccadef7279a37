package org.escapement.dynamics.diffusion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.CollectiveSpin;
import org.escapement.algebra.Letter;
import org.escapement.algebra.Operator;
import org.escapement.algebra.SiteWord;
import org.escapement.algebra.Word;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.diffusion.Action.Kind;

/**
 * A linear map of density matrices of collective spins: a sum of canonical words of {@link Action}s, the leftmost acting
 * last. Exact, with powers of N in the coefficients: what cancels between jumps up and down cancels here. Immutable.
 */
final class SuperOperator {

    static final SuperOperator ZERO = new SuperOperator(Map.of());

    private final Map<List<Action>, Coefficient> terms;

    private SuperOperator(Map<List<Action>, Coefficient> terms) {
        this.terms = terms;
    }

    static SuperOperator of(Coefficient value) {
        return value.isZero() ? ZERO : new SuperOperator(Map.of(List.of(), value));
    }

    private static SuperOperator of(Action action, Coefficient factor) {
        return new SuperOperator(Map.of(List.of(action), factor));
    }

    /** ρ -> O ρ. */
    static SuperOperator fromLeft(Operator o) {
        return of(o, false);
    }

    /** ρ -> ρ O. */
    static SuperOperator fromRight(Operator o) {
        return of(o, true);
    }

    private static SuperOperator of(Operator o, boolean right) {
        SuperOperator sum = ZERO;
        for (Map.Entry<Word, Coefficient> term : o.terms().entrySet()) {
            SuperOperator product = of(term.getValue());
            List<Word> letters = new ArrayList<>(term.getKey().letters());
            // ρ a b applies a first.
            if (right) Collections.reverse(letters);
            for (Word letter : letters) product = product.times(letter(letter, right));
            sum = sum.plus(product);
        }
        return sum;
    }

    /** J ρ = (N mu + ad/2) ρ and ρ J = (N mu - ad/2) ρ. */
    private static SuperOperator letter(Word word, boolean right) {
        SiteWord part = word.sites().getFirst();
        if (!(part.site() instanceof CollectiveSpin spin)) {
            throw new NotApplicableException("spherical tensors describe collective spins, not the mode '"
                    + part.site().name() + "': use cumulants or the exact level");
        }
        Letter letter = part.up() > 0 ? Letter.RAISING : part.z() > 0 ? Letter.Z : Letter.LOWERING;
        SuperOperator mean = of(new Action(Kind.ANTICOMMUTATOR, spin, letter), Coefficient.N);
        return mean.plus(of(new Action(Kind.COMMUTATOR, spin, letter), Coefficient.of(right ? -1 : 1, 2)));
    }

    Map<List<Action>, Coefficient> terms() {
        return Collections.unmodifiableMap(terms);
    }

    SuperOperator plus(SuperOperator other) {
        Map<List<Action>, Coefficient> sum = new LinkedHashMap<>(terms);
        other.terms.forEach((word, c) -> add(sum, word, c));
        return new SuperOperator(sum);
    }

    SuperOperator times(Coefficient factor) {
        return map(c -> c.times(factor));
    }

    /** The same with every coefficient replaced. */
    SuperOperator map(UnaryOperator<Coefficient> f) {
        Map<List<Action>, Coefficient> mapped = new LinkedHashMap<>();
        terms.forEach((word, c) -> add(mapped, word, f.apply(c)));
        return new SuperOperator(mapped);
    }

    SuperOperator times(SuperOperator other) {
        Map<List<Action>, Coefficient> sum = new LinkedHashMap<>();
        terms.forEach((left, a) -> other.terms.forEach((right, b) -> {
            List<Action> joined = new ArrayList<>(left);
            joined.addAll(right);
            addCanonical(sum, joined, a.times(b));
        }));
        return new SuperOperator(sum);
    }

    private static void add(Map<List<Action>, Coefficient> sum, List<Action> word, Coefficient c) {
        if (c.isZero()) return;
        sum.merge(word, c, (old, more) -> {
            Coefficient total = old.plus(more);
            return total.isZero() ? null : total;
        });
    }

    /** Sorts a word by exchanging neighbours, each exchange leaving a shorter word with their commutator. */
    private static void addCanonical(Map<List<Action>, Coefficient> sum, List<Action> word, Coefficient c) {
        List<Action> sorted = new ArrayList<>(word);
        for (int i = 0; i + 1 < sorted.size(); ) {
            Action a = sorted.get(i);
            Action b = sorted.get(i + 1);
            if (a.compareTo(b) <= 0) {
                i++;
                continue;
            }
            for (Action.Bracket bracket : a.bracket(b)) {
                List<Action> shorter = new ArrayList<>(sorted);
                shorter.set(i, bracket.action());
                shorter.remove(i + 1);
                Coefficient factor = Coefficient.of(bracket.factor());
                if (bracket.overFourSizeSquared()) {
                    factor = factor.times(Coefficient.of(1, 4)).times(Coefficient.sizePower(-4));
                }
                addCanonical(sum, shorter, c.times(factor));
            }
            sorted.set(i, b);
            sorted.set(i + 1, a);
            i = Math.max(0, i - 1);
        }
        add(sum, List.copyOf(sorted), c);
    }

    @Override
    public String toString() {
        return terms.toString();
    }
}
