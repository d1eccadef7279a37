package org.escapement.algebra.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.ExactComplex;
import org.escapement.algebra.Letter;
import org.escapement.algebra.Operator;
import org.escapement.algebra.SiteWord;
import org.escapement.algebra.Surd;
import org.escapement.algebra.Word;

/**
 * Prints operators, coefficients and exact numbers as plain text, Unicode or LaTeX, in the fixed order of words and
 * monomials. Plain text can be read back: {@code J/N*A.plus*B.minus - kappa*A.z}.
 */
public final class OperatorPrinter {

    private final Typography typography;
    private final Notation notation;
    private final CoefficientText coefficients;

    private OperatorPrinter(Style style, Notation notation) {
        this.typography = new Typography(style);
        this.notation = notation;
        this.coefficients = new CoefficientText(typography, notation);
    }

    public static OperatorPrinter of(Style style) {
        return new OperatorPrinter(style, Notation.standard(style));
    }

    public static OperatorPrinter of(Style style, Notation notation) {
        return new OperatorPrinter(style, notation);
    }

    public String print(Operator operator) {
        List<SignedText> terms = new ArrayList<>();
        for (Map.Entry<Word, Coefficient> term : operator.terms().entrySet()) {
            Word word = term.getKey();
            Coefficient coefficient = inPrintedLetters(word, term.getValue());
            if (word.isIdentity()) {
                terms.addAll(coefficients.terms(coefficient));
            } else {
                terms.add(term(coefficient, print(word)));
            }
        }
        return SignedText.sum(terms, typography);
    }

    public String print(Coefficient coefficient) {
        return SignedText.sum(coefficients.terms(coefficient), typography);
    }

    public String print(ExactComplex number) {
        return SignedText.sum(coefficients.terms(number), typography);
    }

    public String print(Surd number) {
        return print(ExactComplex.of(number));
    }

    /** The letters of a word alone; any {@link Notation#scale} is left to the coefficient. */
    public String print(Word word) {
        List<String> factors = new ArrayList<>();
        for (SiteWord part : word.sites()) {
            for (Letter letter : part.site().letters()) {
                int power = part.power(letter);
                if (power > 0) {
                    factors.add(typography.power(notation.letter(part.site(), letter), power));
                }
            }
        }
        return factors.isEmpty() ? "1" : typography.product(factors);
    }

    private SignedText term(Coefficient coefficient, String word) {
        List<SignedText> sum = coefficients.terms(coefficient);
        SignedText first = sum.getFirst();
        if (sum.size() == 1) {
            boolean unit = first.magnitude().equals("1");
            return new SignedText(first.negative(), unit ? word : typography.before(first.magnitude(), word));
        }
        List<SignedText> positive =
                first.negative() ? sum.stream().map(SignedText::opposite).toList() : sum;
        String inner = typography.parenthesised(SignedText.sum(positive, typography));
        return new SignedText(first.negative(), typography.before(inner, word));
    }

    private Coefficient inPrintedLetters(Word word, Coefficient coefficient) {
        Surd factor = Surd.ONE;
        for (SiteWord part : word.sites()) {
            for (Letter letter : part.site().letters()) {
                Surd scale = notation.scale(part.site(), letter);
                for (int count = 0; count < part.power(letter); count++) {
                    factor = factor.times(scale);
                }
            }
        }
        return factor.equals(Surd.ONE) ? coefficient : coefficient.times(Coefficient.of(factor));
    }
}
