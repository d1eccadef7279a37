package org.escapement.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargeSizeTest {

    private static final Scope SCOPE = Scope.numbers(List.of("N", "b", "zero"));
    private static final double B = 1.7;

    private static Laurent series(String text) {
        return LargeSize.expand(ExpressionParser.parse(text, SCOPE), name -> switch (name) {
            case "N" -> Laurent.size(2);
            case "b" -> Laurent.constant(B);
            default -> Laurent.constant(0);
        });
    }

    private static double value(String text, double size) {
        return Evaluation.of(
                ExpressionParser.parse(text, SCOPE), name -> name.equals("N") ? size : name.equals("b") ? B : 0);
    }

    @Test
    void aHotOccupationBeginsAsInTheTextbook() {
        Laurent n = series("1/(exp(b/N) - 1)");
        assertEquals(2, n.twiceOrder());
        assertEquals(1 / B, n.coefficient(2), 1e-15);
        assertEquals(0, n.coefficient(1), 1e-15);
        assertEquals(-0.5, n.coefficient(0), 1e-15);
        assertEquals(B / 12, n.coefficient(-2), 1e-15);
        assertEquals(-B * B * B / 720, n.coefficient(-6), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/(exp(b/N) - 1)",
                "sqrt(N^2 + b*N) - N",
                "ln(1 + b/N)*N^1.5",
                "sin(b/sqrt(N)) + cos(1/N)",
                "tan(b/N)/sinh(1/sqrt(N))",
                "tanh(b + 1/N)*cosh(1/N)",
                "(1 + b/N)^(-2.5)",
                "(b*N + 1)^3/(N + sqrt(N))^2",
                "2^(1 + 1/N)",
                "b^(1/N)",
                "sqrt(N)*atan2(1, b)",
                "if(b > 1, 1/N, N)",
                "zero/N + (zero/N)^2 + 1/sqrt(N)",
                "(zero*N)^2 + sqrt(zero/N) + 3",
                "1/(1/zero) + 1/N",
                "exp(-1/0.5*b)*infinity^(-1) + N"
            })
    void aSeriesAgreesWithItsFunctionBelowTheKeptOrder(String text) {
        Laurent s = series(text);
        int kept = 6;
        double[] sizes = {400, 1600};
        double[] errors = new double[2];
        for (int k = 0; k < 2; k++) {
            double sum = 0;
            for (int j = 0; j < kept; j++) {
                int order = s.twiceOrder() - j;
                sum += s.coefficient(order) * Math.pow(sizes[k], order / 2.0);
            }
            errors[k] = Math.abs(sum - value(text, sizes[k])) / Math.pow(sizes[k], s.twiceOrder() / 2.0);
            assertFalse(Double.isNaN(errors[k]), text);
        }
        double rounding = 1e-11;
        assertEquals(0, errors[0], 200 * Math.pow(sizes[0], -kept / 2.0) + rounding, text);
        assertEquals(0, errors[1], 200 * Math.pow(sizes[1], -kept / 2.0) + rounding, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp(N)", "exp(-b*sqrt(N))", "sin(N)", "ln(N)", "N^N", "N^0.3", "max(N, 1)", "abs(1/N)"})
    void whatHasNoExpansionIsRefused(String text) {
        assertThrows(ArithmeticException.class, () -> series(text));
    }
}
