package org.escapement.observables.nonlinear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.escapement.dynamics.meanfield.MeanField;
import org.escapement.expression.Expression;
import org.escapement.expression.ExpressionParser;
import org.escapement.expression.Scope;
import org.escapement.model.OpenSystem;
import org.escapement.model.file.ModelReader;

/** Flows used by several tests. */
final class Models {

    private static final List<String> SYMBOLS = List.of(
            "x",
            "y",
            "z",
            "v",
            "mu",
            "sigma",
            "rho",
            "beta",
            "Omega",
            "kappa",
            "g",
            "p",
            "q",
            "w",
            "A",
            "B",
            "theta_A",
            "theta_B",
            "Omega_A",
            "Omega_B",
            "Gamma",
            "S.x",
            "S.y",
            "S.z",
            "A.x",
            "A.y",
            "A.z",
            "B.x",
            "B.y",
            "B.z",
            "mirror.x",
            "mirror.v",
            "cavity.re",
            "cavity.im");

    private Models() {}

    static OpenSystem model(String paper) {
        try {
            return ModelReader.read(Files.readString(Path.of("../papers/" + paper + "/model.yaml")), paper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FlowFamily paper(String paper) {
        return FlowFamily.of(MeanField.derive(model(paper)));
    }

    static Expression parse(String text) {
        return ExpressionParser.parse(text, Scope.numbers(SYMBOLS));
    }

    static List<Expression> parse(String... texts) {
        List<Expression> parsed = new ArrayList<>();
        for (String text : texts) parsed.add(parse(text));
        return parsed;
    }

    /** Three variables of two equally driven coupled crystals that move together (setup 1). */
    static FlowFamily coupledCrystal() {
        return FlowFamily.of(
                        List.of("x", "y", "z"),
                        parse(
                                "sqrt(2)*g*y*z + sqrt(2)*kappa*x*z",
                                "-sqrt(2)*g*x*z - Omega*z + sqrt(2)*kappa*y*z",
                                "Omega*y - sqrt(2)*kappa*(x^2 + y^2)"))
                .conserving(Map.of("length", parse("x^2 + y^2 + z^2")));
    }

    static FlowFamily vanDerPol() {
        return FlowFamily.of(List.of("x", "v"), parse("v", "mu*(1 - x^2)*v - x"));
    }

    static FlowFamily lorenz() {
        return FlowFamily.of(List.of("x", "y", "z"), parse("sigma*(y - x)", "x*(rho - z) - y", "x*y - beta*z"));
    }

    static Map<String, Double> lorenz(double rho) {
        return Map.of("sigma", 10.0, "rho", rho, "beta", 8 / 3.0);
    }

    /** Five dissipatively coupled ensembles with drives from 1.5 downwards in steps of delta/4. */
    static Flow five(double delta, double gamma) {
        List<String> variables = new ArrayList<>();
        List<String> rates = new ArrayList<>();
        List<String> symbols = new ArrayList<>();
        for (int i = 1; i <= 5; i++) variables.addAll(List.of("x" + i, "y" + i, "z" + i));
        String allX = "(x1 + x2 + x3 + x4 + x5)";
        String allY = "(y1 + y2 + y3 + y4 + y5)";
        for (int i = 1; i <= 5; i++) {
            String w = Double.toString(1.5 - delta / 4 * (i - 1));
            String ax = "(x" + i + " + " + gamma / 5 + "*" + allX + ")";
            String ay = "(y" + i + " + " + gamma / 5 + "*" + allY + ")";
            rates.add(ax + "*z" + i);
            rates.add("-" + w + "*z" + i + " + " + ay + "*z" + i);
            rates.add(w + "*y" + i + " - " + ax + "*x" + i + " - " + ay + "*y" + i);
        }
        symbols.addAll(variables);
        return FlowFamily.of(
                        variables,
                        rates.stream()
                                .map(r -> ExpressionParser.parse(r, Scope.numbers(symbols)))
                                .toList())
                .at(Map.of());
    }

    /** Seeding on the plane m_x = 0: one angle for each ensemble. */
    static FlowFamily phases() {
        String common = "Gamma/2*(sin(theta_A) + sin(theta_B))";
        return FlowFamily.of(
                        List.of("theta_A", "theta_B"),
                        parse(
                                "kappa*sin(theta_A) + " + common + " - Omega_A",
                                "kappa*sin(theta_B) + " + common + " - Omega_B"))
                .withAngles("theta_A", "theta_B");
    }
}
