package org.escapement.algebra.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.escapement.algebra.BosonMode;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.CollectiveSpin;
import org.escapement.algebra.DegreeOfFreedom;
import org.escapement.algebra.ExactComplex;
import org.escapement.algebra.Letter;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Rational;
import org.escapement.algebra.Surd;
import org.escapement.algebra.Symbol;
import org.junit.jupiter.api.Test;

class OperatorPrinterTest {

    private static final CollectiveSpin A = new CollectiveSpin("A");
    private static final CollectiveSpin B = new CollectiveSpin("B");
    private static final BosonMode MODE = new BosonMode("a");
    private static final Coefficient KAPPA = Coefficient.parameter("kappa");
    private static final Coefficient J = Coefficient.parameter("J");

    private static final OperatorPrinter PLAIN = OperatorPrinter.of(Style.PLAIN);
    private static final OperatorPrinter UNICODE = OperatorPrinter.of(Style.UNICODE);
    private static final OperatorPrinter LATEX = OperatorPrinter.of(Style.LATEX);

    private static void assertPrinted(Operator operator, String plain, String unicode, String latex) {
        assertEquals(plain, PLAIN.print(operator));
        assertEquals(unicode, UNICODE.print(operator));
        assertEquals(latex, LATEX.print(operator));
    }

    @Test
    void anExchangeReadsAsItIsWritten() {
        Operator exchange = Operator.raising(A).times(Operator.lowering(B)).times(J.dividedBy(Coefficient.N));
        assertPrinted(exchange, "J/N*A.plus*B.minus", "(J/N) A₊ B₋", "\\frac{J}{N} A_{+} B_{-}");
    }

    @Test
    void signsAndUnitCoefficientsAreThoseOfAPhysicist() {
        Operator sum = Operator.raising(A)
                .minus(Operator.z(A))
                .minus(Operator.of(KAPPA))
                .minus(Operator.lowering(A).times(KAPPA));
        assertPrinted(
                sum,
                "-kappa + A.plus - A.z - kappa*A.minus",
                "−κ + A₊ − A_z − κ A₋",
                "-\\kappa + A_{+} - A_{z} - \\kappa A_{-}");
    }

    @Test
    void aSumOfCoefficientsStandsInParenthesesWithItsSignOutside() {
        Coefficient rate = KAPPA.plus(KAPPA.times(Coefficient.parameter("n1"))).negate();
        assertPrinted(
                Operator.z(A).times(rate),
                "-(kappa + kappa*n1)*A.z",
                "−(κ + κ n₁) A_z",
                "-\\left(\\kappa + \\kappa n_{1}\\right) A_{z}");
    }

    @Test
    void imaginaryFractionsAndPowersOfTheSizeArePrinted() {
        Coefficient g = Coefficient.parameter("g").times(Coefficient.I).times(Coefficient.of(3, 2));
        assertPrinted(
                Operator.annihilation(MODE).times(g.times(Coefficient.sizePower(-1))),
                "3*i*g/(2*sqrt(N))*a.annihilate",
                "(3 i g/(2 √N)) a",
                "\\frac{3 i g}{2 \\sqrt{N}} a");
        assertEquals("N^(3/2)", PLAIN.print(Coefficient.sizePower(3)));
        assertEquals("N²", UNICODE.print(Coefficient.sizePower(4)));
    }

    @Test
    void powersOfLettersAreSet() {
        Operator word = Operator.creation(MODE).power(2).times(Operator.z(A).power(2));
        assertPrinted(word, "A.z^2*a.create^2", "A_z² a†²", "A_{z}^{2} (a^{\\dagger})^{2}");
    }

    @Test
    void exactNumbersArePrinted() {
        Surd half = Surd.sqrt(Rational.of(1, 2));
        assertEquals("3/2", PLAIN.print(Surd.of(3, 2)));
        assertEquals("sqrt(2)/2", PLAIN.print(half));
        assertEquals("√2/2", UNICODE.print(half));
        assertEquals("\\frac{\\sqrt{2}}{2}", LATEX.print(half));
        assertEquals("1 - i", PLAIN.print(ExactComplex.ONE.minus(ExactComplex.I)));
        assertEquals("0", PLAIN.print(Operator.zero()));
        Coefficient complex = KAPPA.times(Coefficient.of(new ExactComplex(Surd.of(-1), Surd.of(1))));
        assertEquals("-(1 - i)*kappa", PLAIN.print(complex));
    }

    @Test
    void namesBecomeGreekLettersAndSubscripts() {
        assertName("omega_at", "ωₐₜ", "\\omega_{\\mathrm{at}}");
        assertName("Omega", "Ω", "\\Omega");
        assertName("Jz", "J_z", "J_{z}");
        assertName("beta1", "β₁", "\\beta_{1}");
        assertName("drive", "drive", "\\mathrm{drive}");
        assertName("mirror.X", "Xₘᵢᵣᵣₒᵣ", "X_{\\mathrm{mirror}}");
        assertName("g_mu", "g_μ", "g_{\\mu}");
    }

    private static void assertName(String name, String unicode, String latex) {
        Coefficient symbol = Coefficient.of(Symbol.parameter(name));
        assertEquals(name, PLAIN.print(symbol));
        assertEquals(unicode, UNICODE.print(symbol));
        assertEquals(latex, LATEX.print(symbol));
    }

    @Test
    void opaqueExpressionsAreProtectedByParenthesesWhereNeeded() {
        Coefficient call = Coefficient.parameter("exp(-beta*nu)");
        Coefficient quotient = Coefficient.parameter("1/(n1 - 1)");
        assertEquals("exp(-beta*nu)^2*kappa", PLAIN.print(KAPPA.times(call.power(2))));
        assertEquals("(1/(n1 - 1))*kappa", PLAIN.print(quotient.times(KAPPA)));
        assertEquals("exp(-β·ν)", UNICODE.print(call));
        assertEquals("\\exp(-\\beta \\nu)", LATEX.print(call));
        assertEquals("(1/(n_{1} - 1))", LATEX.print(quotient));
    }

    @Test
    void aSpinWithASubscriptInItsNameKeepsOneSubscriptInLatex() {
        CollectiveSpin first = new CollectiveSpin("S1");
        assertPrinted(Operator.raising(first), "S1.plus", "S₁₊", "S_{1,+}");
    }

    @Test
    void anotherConventionRescalesItsCoefficients() {
        Notation pauli = new Notation() {
            @Override
            public String size() {
                return "M";
            }

            @Override
            public String symbol(Symbol symbol) {
                return symbol.name();
            }

            @Override
            public String letter(DegreeOfFreedom site, Letter letter) {
                return "sigma" + site.name() + "." + letter.word();
            }

            @Override
            public Surd scale(DegreeOfFreedom site, Letter letter) {
                return letter == Letter.Z ? Surd.of(1, 2) : Surd.ONE;
            }
        };
        OperatorPrinter printer = OperatorPrinter.of(Style.PLAIN, pauli);
        assertEquals("M/4*sigmaA.z^2", printer.print(Operator.z(A).power(2).times(Coefficient.N)));
    }
}
