package org.escapement.dynamics.cumulant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escapement.expression.Expression;
import org.escapement.model.InitialState;
import org.escapement.model.JumpOperator;
import org.escapement.model.OpenSystem;
import org.escapement.model.OpenSystemBuilder;
import org.escapement.model.ParameterValues;
import org.escapement.model.SpinConvention;
import org.escapement.model.SpinEnsemble;

/** The collective heat engine with hot baths, and single damped ensembles, for tests of several levels. */
public final class EngineModel {

    private EngineModel() {}

    /** Two ensembles 1 and 2, exchange w/N, decay G/N, thermal occupations of temperature N/b. */
    public static OpenSystem pair() {
        OpenSystemBuilder b = OpenSystem.named("pair")
                .parameter("w", 0.006)
                .parameter("G", 0.001)
                .parameter("b1", 1)
                .parameter("b2", 1);
        damped(b, "A", "b1");
        damped(b, "B", "b2");
        b.drive("exchange", "w/N*(A.x*B.x + A.y*B.y)");
        return b.state("up", start("A", 1, "B", 1)).build();
    }

    /** One damped ensemble. */
    public static OpenSystem single() {
        OpenSystemBuilder b = OpenSystem.named("single").parameter("G", 1).parameter("b1", 1);
        damped(b, "A", "b1");
        return b.build();
    }

    private static void damped(OpenSystemBuilder b, String name, String beta) {
        b.let("n" + name, "exp(-" + beta + "/(2*N))/(2*sinh(" + beta + "/(2*N)))");
        SpinEnsemble e = SpinEnsemble.of(name, b.coefficient("N"), SpinConvention.HALF_SIGMA)
                .scaledBy(b.coefficient("N/2"));
        b.ensemble(e);
        jump(b, "loss " + name, name + ".minus", "G/N*(1+n" + name + ")", name);
        jump(b, "gain " + name, name + ".plus", "G/N*n" + name, name);
    }

    static void jump(OpenSystemBuilder b, String name, String operator, String rate, String bath) {
        b.jump(new JumpOperator(
                name,
                b.operator(operator),
                b.coefficient(rate),
                "bath " + bath,
                b.coefficient("1"),
                JumpOperator.Scope.COLLECTIVE));
    }

    private static InitialState start(Object... sites) {
        Map<String, List<Expression>> all = new LinkedHashMap<>();
        for (int i = 0; i < sites.length; i += 2) {
            all.put((String) sites[i], List.of(Expression.ZERO, Expression.ZERO, Expression.of((Integer)
                    sites[i + 1])));
        }
        return new InitialState(all);
    }

    /** The engine of the specification with E1 = 1, dT = 20. */
    public static ParameterValues point(OpenSystem pair, double gap, double meanTemperature) {
        return ParameterValues.of(
                pair, Map.of("b1", 1 / (meanTemperature - 10), "b2", (1 + gap) / (meanTemperature + 10)));
    }
}
