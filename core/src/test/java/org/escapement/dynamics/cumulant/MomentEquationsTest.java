package org.escapement.dynamics.cumulant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Symbol;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.cumulant.WrittenMoments.Equation;
import org.escapement.dynamics.equations.SystemSize;
import org.escapement.model.OpenSystem;
import org.escapement.model.OpenSystemBuilder;
import org.escapement.model.ParameterValues;
import org.escapement.model.SpinConvention;
import org.junit.jupiter.api.Test;

class MomentEquationsTest {

    /** Rates of the specification, section 4a: moments are words such as x1z1y2; T1 is the thermal rate G/b1. */
    private static final List<String> PUBLISHED = List.of(
            "x1 = w/2 z1y2 + G/2 x1z1 - T1 x1",
            "z1 = w/2 y1x2 - w/2 x1y2 - G/2 x1x1 - G/2 y1y1 - 2T1 z1",
            "x1x1 = w x1z1y2 + G x1x1z1 + 2T1 z1z1 - 2T1 x1x1",
            "x1y1 = w/2 y1z1y2 - w/2 x1z1x2 + G x1y1z1 - 2T1 x1y1",
            "x1z1 = w/2 z1z1y2 - w/2 x1x1y2 + w/2 x1y1x2 + G/2 x1z1z1 - G/2 x1x1x1 - G/2 x1y1y1 - 5T1 x1z1",
            "z1z1 = w y1z1x2 - w x1z1y2 - G x1x1z1 - G y1y1z1 + 2T1 x1x1 + 2T1 y1y1 - 4T1 z1z1",
            "x1x2 = w/2 z1x2y2 + w/2 x1y1z2 + G/2 x1z1x2 + G/2 x1x2z2 - T1 x1x2 - T2 x1x2",
            "x1y2 = w/2 z1y2y2 - w/2 x1x1z2 + G/2 x1z1y2 + G/2 x1y2z2 - T1 x1y2 - T2 x1y2",
            "x1z2 = w/2 z1y2z2 + w/2 x1x1y2 - w/2 x1y1x2 + G/2 x1z1z2 - G/2 x1x2x2 - G/2 x1y2y2 - T1 x1z2 - 2T2 x1z2",
            "z1z2 = w/2 y1x2z2 - w/2 y1z1x2 - w/2 x1y2z2 + w/2 x1z1y2 - G/2 x1x1z2 - G/2 y1y1z2 - G/2 z1x2x2"
                    + " - G/2 z1y2y2 - 2T1 z1z2 - 2T2 z1z2");

    @Test
    void theTwentySevenEquationsAreThoseOfTheSpecification() {
        MomentEquations equations = MomentEquations.derive(EngineModel.pair(), CumulantOptions.ofOrder(2));
        Map<String, Coefficient> derived = new HashMap<>();
        for (Equation e : WrittenMoments.cartesian(equations)) derived.put(e.moment(), e.rate());
        assertEquals(27, derived.size());
        Map<String, Coefficient> expected = new HashMap<>();
        for (String line : PUBLISHED) {
            for (boolean exchanged : new boolean[] {false, true}) {
                for (boolean rotated : new boolean[] {false, true}) addExpected(line, exchanged, rotated, expected);
            }
        }
        assertEquals(derived.keySet(), expected.keySet());
        expected.forEach((moment, rate) -> assertEquals(rate, derived.get(moment), moment));
        assertEquals(
                154, derived.values().stream().mapToInt(c -> c.terms().size()).sum());
    }

    /** Applies the exchange of the ensembles and the rotation x -> y, y -> -x of both. */
    private static void addExpected(
            String line, boolean exchanged, boolean rotated, Map<String, Coefficient> expected) {
        String[] sides = line.split(" = ");
        Coefficient rate = Coefficient.ZERO;
        for (String signed : ("+ " + sides[1]).split(" (?=[+-] )")) {
            String[] parts = signed.split(" ");
            Coefficient factor = factor(parts[1], exchanged);
            Coefficient term = factor.times(moment(parts[2], exchanged, rotated));
            rate = parts[0].equals("+") ? rate.plus(term) : rate.minus(term);
        }
        Coefficient left = moment(sides[0], exchanged, rotated);
        var only = left.terms().firstEntry();
        boolean negative = only.getValue().re().startsNegative();
        String name = only.getKey().exponents().firstKey().name();
        expected.put(name, negative ? rate.negate() : rate);
    }

    private static Coefficient factor(String text, boolean exchanged) {
        return switch (text) {
            case "w/2" -> Coefficient.parameter("w").times(Coefficient.of(1, 2));
            case "w" -> Coefficient.parameter("w");
            case "G/2" -> Coefficient.parameter("G").times(Coefficient.of(1, 2));
            case "G" -> Coefficient.parameter("G");
            default -> {
                int at = text.indexOf('T');
                long number = at == 0 ? 1 : Long.parseLong(text.substring(0, at));
                boolean first = text.endsWith("1") != exchanged;
                Coefficient occupation = Coefficient.parameter(first ? "nA@2" : "nB@2");
                yield Coefficient.parameter("G").times(occupation).times(number);
            }
        };
    }

    private static Coefficient moment(String word, boolean exchanged, boolean rotated) {
        int sign = 1;
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < word.length(); i += 2) {
            char axis = word.charAt(i);
            if (rotated && axis == 'y') sign = -sign;
            if (rotated) axis = axis == 'x' ? 'y' : axis == 'y' ? 'x' : 'z';
            char site = word.charAt(i + 1) == '1' != exchanged ? 'A' : 'B';
            letters.append(site).append('.').append(axis).append(' ');
        }
        String name = Stream.of(letters.toString().split(" ")).sorted().collect(Collectors.joining("*", "<", ">"));
        return Coefficient.of(Symbol.classical(name)).times(sign);
    }

    /** Specification, section 4b, at arbitrary values of the seven variables. */
    @Test
    void theSymmetricSubsystemHasSevenVariables() {
        OpenSystem pair = EngineModel.pair();
        MomentEquations equations =
                MomentEquations.derive(pair, CumulantOptions.ofOrder(2).withoutCharge());
        assertEquals(
                List.of(
                        "<A.z>",
                        "<B.z>",
                        "Re<A.plus*B.minus>",
                        "Im<A.plus*B.minus>",
                        "<A.z*A.z>",
                        "<A.z*B.z>",
                        "<B.z*B.z>"),
                equations.variables().stream().map(MomentVariable::name).toList());
        double w = 0.3;
        double g = 0.2;
        double t1 = g / 0.7;
        double t2 = g / 1.3;
        MomentSystem system = equations.at(ParameterValues.of(pair, Map.of("w", w, "G", g, "b1", 0.7, "b2", 1.3)));
        double z1 = -0.2;
        double z2 = 0.15;
        double q1 = 0.4;
        double q2 = 0.37;
        double c = 0.05;
        double a = 0.11;
        double b = -0.07;
        // J+ J- of A and B: B + i A with A = <y1 x2 - x1 y2>, B = <x1 x2 + y1 y2>.
        double[] rates = new double[7];
        system.derivatives(0, new double[] {z1, z2, b, a, q1, c, q2}, rates);
        double[] expected = {
            w * a / 2 - g * (1 - q1) / 2 - 2 * t1 * z1,
            -w * a / 2 - g * (1 - q2) / 2 - 2 * t2 * z2,
            g * b * (z1 + z2) / 2 - (t1 + t2) * b,
            w * ((1 - q1) * z2 - (1 - q2) * z1) / 2 + g * a * (z1 + z2) / 2 - (t1 + t2) * a,
            w * a * z1 - g * (1 - q1) * z1 + t1 * (2 - 6 * q1),
            w * a * (z2 - z1) / 2 - g * ((1 - q1) * z2 + (1 - q2) * z1) / 2 - 2 * (t1 + t2) * c,
            -w * a * z2 - g * (1 - q2) * z2 + t2 * (2 - 6 * q2)
        };
        for (int i = 0; i < 7; i++) assertEquals(expected[i], rates[i], 1e-15, "variable " + i);
    }

    @Test
    void fromThermalStatesTheOtherQuadratureStaysAsleep() {
        MomentEquations all = MomentEquations.derive(EngineModel.pair(), CumulantOptions.ofOrder(2));
        assertEquals(25, all.variables().size());
        List<String> reached = all.reachedFromThermalStates().variables().stream()
                .map(MomentVariable::name)
                .toList();
        assertEquals(List.of("<A.z>", "<B.z>", "Im<A.plus*B.minus>", "<A.z*A.z>", "<A.z*B.z>", "<B.z*B.z>"), reached);
    }

    /** Eqs. (38), (39): with the Casimir before closing <z>' = -(G/2)(1 - q + 4 z/b), q' = ... - 2 G z (1 - q)... */
    @Test
    void theCasimirBeforeClosingGivesTheOtherClosure() {
        OpenSystem single = EngineModel.single();
        MomentEquations equations = MomentEquations.derive(
                single,
                CumulantOptions.ofOrder(2).casimir(CasimirUse.BEFORE_CLOSING).withoutCharge());
        double b = 5;
        MomentSystem system = equations.at(ParameterValues.of(single, Map.of("b1", b)));
        MomentSteadyState steady = MomentSteadyState.from(system, new double[] {-0.6, 0.5});
        double z = steady.y()[0];
        assertEquals(-0.6305827417763576, z, 1e-12);
        assertEquals(0, -2 * z * z * z + 12 / b * z * z + (2 - 24 / (b * b)) * z - 4 / b, 1e-12);
        MomentEquations after =
                MomentEquations.derive(single, CumulantOptions.ofOrder(2).withoutCharge());
        MomentSystem other = after.at(ParameterValues.of(single, Map.of("b1", b)));
        double zAfter = MomentSteadyState.from(other, new double[] {-0.6, 0.5}).y()[0];
        assertEquals(3 / b - Math.sqrt(1 + 9 / (b * b)), zAfter, 1e-12);
    }

    @Test
    void noLimitWithoutScalingIsRefused() {
        OpenSystemBuilder b = OpenSystem.named("unscaled").parameter("kappa", 1);
        b.ensemble("S", "N", SpinConvention.HALF_SIGMA);
        EngineModel.jump(b, "loss", "S.minus", "kappa", "S");
        OpenSystem model = b.build();
        NotApplicableException e = assertThrows(
                NotApplicableException.class, () -> MomentEquations.derive(model, CumulantOptions.ofOrder(2)));
        assertTrue(e.getMessage().contains("jump 'loss'"), e.getMessage());
        MomentEquations.derive(model, CumulantOptions.ofOrder(2).size(SystemSize.FINITE));
    }

    @Test
    void orderOneIsTheMeanField() {
        OpenSystemBuilder b = OpenSystem.named("driven").parameter("Omega", 0.7).parameter("kappa", 1);
        b.ensemble("S", "N", SpinConvention.HALF_SIGMA).drive("drive", "Omega*S.x");
        EngineModel.jump(b, "loss", "S.minus", "kappa/N", "S");
        OpenSystem model = b.build();
        MomentEquations equations = MomentEquations.derive(model, CumulantOptions.ofOrder(1));
        MomentSystem system = equations.at(ParameterValues.of(model, Map.of()));
        double x = 0.1;
        double y = -0.3;
        double z = 0.25;
        double[] rates = new double[3];
        system.derivatives(0, new double[] {x, y, z}, rates);
        assertEquals(x * z, rates[0], 1e-15);
        assertEquals(y * z - 0.7 * z, rates[1], 1e-15);
        assertEquals(0.7 * y - x * x - y * y, rates[2], 1e-15);
    }

    @Test
    void complexExpectationValuesAreRefused() {
        OpenSystem pair = EngineModel.pair();
        MomentEquations equations = MomentEquations.derive(pair, CumulantOptions.ofOrder(2));
        Operator raising = pair.operator("A.plus");
        assertThrows(org.escapement.model.ModelException.class, () -> equations.expectation(raising));
    }
}
