package org.escapement.algebra;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random values for property tests: two spins and a mode, two parameters, small exact numbers. */
final class RandomAlgebra {

    static final CollectiveSpin A = new CollectiveSpin("A");
    static final CollectiveSpin B = new CollectiveSpin("B");
    static final BosonMode MODE = new BosonMode("a");
    static final Symbol KAPPA = Symbol.parameter("kappa");
    static final Symbol POSITION = Symbol.classical("mirror.X");

    private RandomAlgebra() {}

    static Arbitrary<Rational> rationals() {
        return Combinators.combine(
                        Arbitraries.integers().between(-6, 6),
                        Arbitraries.integers().between(1, 4))
                .as(Rational::of);
    }

    static Arbitrary<Surd> surds() {
        Arbitrary<Surd> single = Combinators.combine(
                        rationals(), Arbitraries.integers().between(1, 12))
                .as((factor, radicand) -> Surd.sqrt(Rational.of(radicand)).times(Surd.of(factor)));
        return single.list()
                .ofMinSize(0)
                .ofMaxSize(3)
                .map(terms -> terms.stream().reduce(Surd.ZERO, Surd::plus));
    }

    static Arbitrary<ExactComplex> numbers() {
        return Combinators.combine(surds(), surds()).as(ExactComplex::new);
    }

    static Arbitrary<Coefficient> coefficients() {
        Arbitrary<ExactComplex> small = Combinators.combine(rationals(), rationals())
                .as((re, im) -> new ExactComplex(Surd.of(re), Surd.of(im)));
        return Combinators.combine(
                        small,
                        Arbitraries.integers().between(-1, 2),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(-3, 2))
                .as((number, kappa, position, twiceSize) ->
                        Coefficient.of(Monomial.of(Map.of(KAPPA, kappa, POSITION, position), twiceSize), number))
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .map(terms -> terms.stream().reduce(Coefficient.ZERO, Coefficient::plus));
    }

    static Arbitrary<Operator> operators() {
        return operators(List.of(A, B, MODE));
    }

    static Arbitrary<Operator> operators(List<DegreeOfFreedom> sites) {
        List<Word> letters = sites.stream()
                .flatMap(site -> site.letters().stream().map(letter -> Word.of(site, letter)))
                .toList();
        Arbitrary<Operator> product = Arbitraries.of(letters)
                .map(Operator::of)
                .list()
                .ofMinSize(0)
                .ofMaxSize(3)
                .map(factors -> factors.stream().reduce(Operator.identity(), Operator::times));
        return Combinators.combine(product, coefficients())
                .as(Operator::times)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(terms -> terms.stream().reduce(Operator.zero(), Operator::plus));
    }
}
