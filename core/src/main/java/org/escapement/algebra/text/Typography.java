package org.escapement.algebra.text;

import java.util.List;
import org.escapement.algebra.Rational;

/** The marks of one style: products, fractions, powers, roots and signs. */
record Typography(Style style) {

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    String minus() {
        return style == Style.UNICODE ? "−" : "-";
    }

    String product(List<String> factors) {
        return String.join(style == Style.PLAIN ? "*" : " ", factors);
    }

    String fraction(List<String> above, List<String> below) {
        String numerator = above.isEmpty() ? "1" : product(above);
        if (below.isEmpty()) {
            return numerator;
        }
        if (style == Style.LATEX) {
            return "\\frac{" + numerator + "}{" + product(below) + "}";
        }
        return numerator + "/" + (below.size() == 1 ? below.getFirst() : "(" + product(below) + ")");
    }

    String root(String radicand) {
        return switch (style) {
            case PLAIN -> "sqrt(" + radicand + ")";
            case UNICODE -> "√" + radicand;
            case LATEX -> "\\sqrt{" + radicand + "}";
        };
    }

    String power(String base, int exponent) {
        if (exponent == 1) {
            return base;
        }
        return switch (style) {
            case PLAIN -> base + "^" + exponent;
            case UNICODE -> base + superscript(exponent);
            // A second superscript on one base is an error in LaTeX.
            case LATEX -> (base.contains("^") ? "(" + base + ")" : base) + "^{" + exponent + "}";
        };
    }

    /** A positive half-integer power. */
    String halfPower(String base, int twice) {
        if (twice % 2 == 0) {
            return power(base, twice / 2);
        }
        if (twice == 1) {
            return root(base);
        }
        Rational exponent = Rational.of(twice, 2);
        return style == Style.LATEX ? base + "^{" + exponent + "}" : base + "^(" + exponent + ")";
    }

    private static String superscript(int exponent) {
        StringBuilder raised = new StringBuilder();
        for (char digit : Integer.toString(exponent).toCharArray()) {
            raised.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return raised.toString();
    }

    String parenthesised(String text) {
        return style == Style.LATEX ? "\\left(" + text + "\\right)" : "(" + text + ")";
    }

    /** A coefficient before a word: a bare slash in Unicode would seem to divide by the word. */
    String before(String coefficient, String word) {
        boolean ambiguous = style == Style.UNICODE && coefficient.contains("/") && !isEnclosed(coefficient);
        return product(List.of(ambiguous ? parenthesised(coefficient) : coefficient, word));
    }

    private static boolean isEnclosed(String text) {
        return text.startsWith("(") && SymbolName.closing(text, 0) == text.length() - 1;
    }
}
