package org.escapement.algebra.text;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.ExactComplex;
import org.escapement.algebra.Monomial;
import org.escapement.algebra.Rational;
import org.escapement.algebra.Surd;
import org.escapement.algebra.Symbol;

/** Turns coefficients and exact numbers into signed terms. */
record CoefficientText(Typography typography, Notation notation) {

    /** q sqrt(radicand), times i when imaginary. */
    private record NumberTerm(Rational factor, BigInteger radicand, boolean imaginary) {}

    List<SignedText> terms(Coefficient coefficient) {
        return coefficient.terms().entrySet().stream()
                .map(term -> term(term.getKey(), term.getValue()))
                .toList();
    }

    List<SignedText> terms(ExactComplex number) {
        return numberTerms(number).stream()
                .map(term -> product(term, Monomial.ONE))
                .toList();
    }

    private SignedText term(Monomial monomial, ExactComplex number) {
        List<NumberTerm> numbers = numberTerms(number);
        if (numbers.size() == 1) {
            return product(numbers.getFirst(), monomial);
        }
        boolean negative = numbers.getFirst().factor().signum() < 0;
        String sum = SignedText.sum(terms(negative ? number.negate() : number), typography);
        if (monomial.equals(Monomial.ONE)) {
            return new SignedText(negative, typography.parenthesised(sum));
        }
        List<String> above = new ArrayList<>(List.of(typography.parenthesised(sum)));
        List<String> below = new ArrayList<>();
        addSymbols(monomial, above, below);
        return new SignedText(negative, typography.fraction(above, below));
    }

    private static List<NumberTerm> numberTerms(ExactComplex number) {
        List<NumberTerm> terms = new ArrayList<>();
        addNumberTerms(number.re(), false, terms);
        addNumberTerms(number.im(), true, terms);
        return terms;
    }

    private static void addNumberTerms(Surd surd, boolean imaginary, SequencedCollection<NumberTerm> terms) {
        surd.terms().forEach((radicand, factor) -> terms.addLast(new NumberTerm(factor, radicand, imaginary)));
    }

    private SignedText product(NumberTerm number, Monomial monomial) {
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        addUnlessOne(number.factor().numerator().abs(), above);
        addUnlessOne(number.factor().denominator(), below);
        if (!number.radicand().equals(BigInteger.ONE)) {
            above.add(typography.root(number.radicand().toString()));
        }
        if (number.imaginary()) {
            above.add("i");
        }
        addSymbols(monomial, above, below);
        return new SignedText(number.factor().signum() < 0, typography.fraction(above, below));
    }

    private static void addUnlessOne(BigInteger value, SequencedCollection<String> factors) {
        if (!value.equals(BigInteger.ONE)) {
            factors.addLast(value.toString());
        }
    }

    private void addSymbols(Monomial monomial, SequencedCollection<String> above, SequencedCollection<String> below) {
        for (Map.Entry<Symbol, Integer> factor : monomial.exponents().entrySet()) {
            int exponent = factor.getValue();
            String power = typography.power(notation.symbol(factor.getKey()), Math.abs(exponent));
            (exponent > 0 ? above : below).addLast(power);
        }
        int twice = monomial.twiceSize();
        if (twice != 0) {
            (twice > 0 ? above : below).addLast(typography.halfPower(notation.size(), Math.abs(twice)));
        }
    }
}
