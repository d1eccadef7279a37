package org.escapement.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionLanguageTest {

    private static final Scope SCOPE =
            new Scope(List.of("a", "b", "c", "Omega", "A.x", "A.z"), List.of("heat", "change"), true);

    private static Expression parse(String text) {
        return ExpressionParser.parse(text, SCOPE);
    }

    private static double value(String text) {
        return Evaluation.of(parse(text), name -> switch (name) {
            case "a" -> 6;
            case "b" -> 4;
            case "c" -> 0.5;
            default -> 3;
        });
    }

    private static String refusal(String text) {
        ExpressionException e = assertThrows(ExpressionException.class, () -> parse(text));
        return e.offset() + ": " + e.getMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "-2^2; -4",
                "(-2)^2; 4",
                "2^-1; 0.5",
                "2**3; 8",
                "2^3^2; 512",
                "2^-1^2; 0.5",
                "a/b*c; 0.75",
                "a/b/c; 3",
                "a - b - c; 1.5",
                "a - -b; 10",
                "--a; 6",
                "2*-a; -12",
                "-a^2*c; -18",
                "a^0.5^2; 1.5650845800732873",
                "(a + b)*c; 5",
                "1.5e-3; 0.0015",
                ".5 + 1.; 1.5",
                "2E2; 200",
                "0.1 + 0.2; 0.3",
                "a < b; 0",
                "a >= 6; 1",
                "a == 6; 1",
                "a != 6; 0",
                "if(a > b, 1, 2); 1",
                "if(a < b, 1/(a - 6), b); 4",
                "(a > b)*3; 3",
                "max(a, b) - min(a, b); 2",
                "sqrt(b) + abs(-c) + exp(0) + ln(1); 3.5",
                "log(exp(2)); 2",
                "atan2(1, 1)*4 - pi; 0",
                "cos(pi) + sin(pi/2) + tan(0) + tanh(0) + cosh(0) + sinh(0); 1",
                "asin(1) + acos(1) - pi/2 + atan(0); 0",
                "1/infinity; 0",
                "exp(-infinity*a); 0"
            })
    void readsAsAPhysicistWouldWriteIt(String text, double expected) {
        assertEquals(expected, value(text), 1e-15);
    }

    @Test
    void differencesOfDecimalsAreExact() {
        assertEquals(Expression.ZERO, parse("0.3 - 0.1 - 0.2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "J/| 0: 'J' is not declared; valid here: A.x, A.z, Omega, a, b, c, infinity, pi",
                "a/| 2: the expression ends where a number, a name or '(' is expected",
                "(a + b| 6: expected ')' but found the end",
                "a + b)| 5: unexpected ')' after a complete expression",
                "a + *b| 4: unexpected '*'",
                "1..2| 0: '1..2' is not a number",
                "1.2.3| 0: '1.2.3' is not a number",
                "2a| 1: unexpected 'a' after a complete expression: is a '*' missing?",
                "a b| 2: unexpected 'b' after a complete expression: is a '*' missing?",
                "(a)(b)| 3: unexpected '(' after a complete expression: is a '*' missing?",
                "Omga| 0: 'Omga' is not declared; did you mean 'Omega'?",
                "omega| 0: 'omega' is not declared; did you mean 'Omega'?",
                "A.zz| 0: 'A.zz' is not declared; did you mean 'A.z'?",
                "sine(a)| 0: 'sine' is not a function; did you mean 'sin'?",
                "atan2(a)| 0: atan2 takes 2 arguments, not 1",
                "sqrt()| 0: sqrt takes 1 argument, not 0",
                "if(a, b)| 0: if takes 3 arguments, not 2",
                "a/0| 2: division by zero",
                "a/(2 - 2)| 2: division by zero",
                "a = b| 2: '=' is not a relation; write '=='",
                "a < b < c| 6: only two sides can be compared",
                "1e99999999999| 0: number out of range: 1e99999999999",
                "1e500| 0: number out of range: 1e500",
                "1e300*1e300*a| 0: number out of range",
                "a % b| 2: unexpected '%' after a complete expression",
                "'abc'| 0: a quoted text can only stand inside a function such as heat('bath')",
                "sin('abc')| 4: a quoted text can only stand inside a function such as heat('bath')",
                "heat('abc| 5: the quotation mark is never closed",
                "<A.z| 4: expected '>' but found the end",
            },
            quoteCharacter = '`')
    void saysWhatIsWrongAndWhere(String text, String message) {
        assertEquals(message, refusal(text));
    }

    @Test
    void lengthAndNestingAreBounded() {
        assertTrue(
                refusal("(".repeat(200) + "1" + ")".repeat(200)).endsWith("expression nested deeper than 120 levels"));
        assertTrue(refusal("-".repeat(200) + "1").endsWith("expression nested deeper than 120 levels"));
        assertTrue(refusal("2^".repeat(200) + "1").endsWith("expression nested deeper than 120 levels"));
        assertTrue(refusal("sin(".repeat(200)).endsWith("expression nested deeper than 120 levels"));
        assertEquals("0: expression longer than 20000 characters", refusal("1+".repeat(10_001)));
        assertEquals(10_000, value("1+".repeat(9_999) + "1"));
    }

    @Test
    void theNearestWordForgivesCaseAndSwappedLetters() {
        List<String> words = List.of("Omega1", "Omega2", "kappa", "delta");
        assertEquals("; did you mean 'kappa'?", NearestWord.hint("kapap", words));
        assertEquals("; did you mean 'delta'?", NearestWord.hint("Delta", words));
        assertEquals("; did you mean 'Omega1'?", NearestWord.hint("omega1", words));
        assertEquals("; valid here: Omega1, Omega2, kappa, delta", NearestWord.hint("temperature", words));
        assertEquals("", NearestWord.hint("x", List.of()));
    }
}
