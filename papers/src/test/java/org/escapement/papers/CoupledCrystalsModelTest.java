package org.escapement.papers;

import static java.lang.Math.sqrt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.escapement.expression.Expression;
import org.escapement.model.Bath;
import org.escapement.model.InitialState;
import org.escapement.model.JumpOperator.Scope;
import org.escapement.model.OpenSystem;
import org.escapement.model.OpenSystemBuilder;
import org.escapement.model.SpinConvention;
import org.escapement.model.file.ModelReader;
import org.junit.jupiter.api.Test;

/** Paulino et al., Thermodynamics of coupled time crystals. */
class CoupledCrystalsModelTest {

    private static final PaperModel PAPER = new PaperModel("coupled-btc");

    /** m_j' = b_j x m_j, b_j = (Omega_j, 0, delta) + sqrt2 (J,J,Jz)*m_other + sqrt2 kappa (-m_jy, m_jx, 0). */
    private static double[] appendixB(double[] m, ToDoubleFunction<String> p) {
        double[] rates = new double[6];
        for (int j = 0; j < 2; j++) {
            int own = 3 * j;
            int other = 3 - own;
            double j2 = sqrt(2) * p.applyAsDouble("J");
            double kappa2 = sqrt(2) * p.applyAsDouble("kappa");
            double bx = p.applyAsDouble("Omega" + (j + 1)) + j2 * m[other] - kappa2 * m[own + 1];
            double by = j2 * m[other + 1] + kappa2 * m[own];
            double bz = p.applyAsDouble("delta") + sqrt(2) * p.applyAsDouble("Jz") * m[other + 2];
            rates[own] = by * m[own + 2] - bz * m[own + 1];
            rates[own + 1] = bz * m[own] - bx * m[own + 2];
            rates[own + 2] = bx * m[own + 1] - by * m[own];
        }
        return rates;
    }

    @Test
    void theDerivedMeanFieldIsAppendixB() {
        PAPER.agreesWith(
                CoupledCrystalsModelTest::appendixB, "J", "Jz", "Omega1", "Omega2", "kappa", "delta", "n1", "n2");
    }

    @Test
    void thePrintedEquationsAreTheComponentsOfTheSpecification() {
        assertEquals(
                List.of(
                        "-delta*A.y + sqrt(2)*kappa*A.x*A.z - sqrt(2)*Jz*A.y*B.z + sqrt(2)*J*A.z*B.y",
                        "delta*A.x - Omega1*A.z + sqrt(2)*Jz*A.x*B.z + sqrt(2)*kappa*A.y*A.z - sqrt(2)*J*A.z*B.x",
                        "Omega1*A.y - sqrt(2)*kappa*A.x^2 - sqrt(2)*J*A.x*B.y - sqrt(2)*kappa*A.y^2"
                                + " + sqrt(2)*J*A.y*B.x",
                        "-delta*B.y + sqrt(2)*kappa*B.x*B.z - sqrt(2)*Jz*B.y*A.z + sqrt(2)*J*B.z*A.y",
                        "delta*B.x - Omega2*B.z + sqrt(2)*Jz*B.x*A.z + sqrt(2)*kappa*B.y*B.z - sqrt(2)*J*B.z*A.x",
                        "Omega2*B.y - sqrt(2)*kappa*B.x^2 - sqrt(2)*J*B.x*A.y - sqrt(2)*kappa*B.y^2"
                                + " + sqrt(2)*J*B.y*A.x"),
                PAPER.printed());
    }

    private static InitialState both(String direction) {
        List<Expression> numbers = InitialState.DIRECTIONS.get(direction);
        return new InitialState(Map.of("A", numbers, "B", numbers));
    }

    private static OpenSystemBuilder physics(double j) {
        OpenSystemBuilder b = OpenSystem.named("coupled time crystals")
                .parameter("J", j)
                .parameter("Jz", 0)
                .parameter("Omega1", 2)
                .parameter("Omega2", 2)
                .parameter("kappa", 1)
                .parameter("n1", 0)
                .parameter("nu", 1)
                .let("g", "J - Jz")
                .ensemble("A", "N", SpinConvention.SIGMA_OVER_SQRT2)
                .ensemble("B", "N", SpinConvention.SIGMA_OVER_SQRT2);
        Expression n1 = Expression.symbol("n1");
        Expression beta = Expression.call("ln", Expression.ONE.over(n1).plus(Expression.ONE))
                .over(Expression.symbol("nu"));
        return b.bath(new Bath("bath A", Optional.of(beta)))
                .hamiltonian("exchange", "J*(A.x*B.x + A.y*B.y)/N + Jz*A.z*B.z/N")
                .drive("laser", "Omega1/sqrt(2)*A.x + Omega2/sqrt(2)*B.x")
                .jump("loss A", "A.minus", "(kappa + kappa*n1)/N", "bath A", "nu", Scope.COLLECTIVE)
                .jump("gain A", "A.x + i*A.y", "kappa*n1/N", "bath A", "-nu", Scope.COLLECTIVE)
                .state("ground", both("down"))
                .quantity("m_z1", "<A.z>/N");
    }

    private static final String FILE = """
            model: coupled time crystals
            about: words do not change the physics
            parameters: {J: 1, Jz: 0, Omega1: 2, Omega2: 2, kappa: 1, n1: 0, nu: 1}
            let: {g: J - Jz}
            spins: {A: {atoms: N, as: sigma/sqrt2}, B: {atoms: N, as: sigma/sqrt2}}
            baths: {bath A: {inverse temperature: ln(1/n1 + 1)/nu}}
            hamiltonian:
              exchange: J/N*(A.x*B.x + A.y*B.y) + Jz/N*A.z*B.z
              laser: {term: (Omega1*A.x + Omega2*B.x)/sqrt(2), role: drive}
            jumps:
              loss A: {operator: A.minus, rate: kappa*(1 + n1)/N, bath: bath A, quantum: nu}
              gain A: {operator: A.plus, rate: kappa*n1/N, bath: bath A, quantum: -nu}
            states: {ground: {A: down, B: down}}
            quantities: {m_z1: <A.z>/N}
            """;

    @Test
    void javaAndTheFileGiveEqualModels() {
        OpenSystem read = ModelReader.read(FILE, "model.yaml");
        OpenSystem written = physics(1).about("said differently").build();
        assertEquals(read, written);
        assertEquals(read.digest(), written.digest());
        assertEquals(read.hashCode(), written.hashCode());
    }

    @Test
    void orderOfWritingAndLabelsDoNotCount() {
        String swapped = FILE.replace("{J: 1, Jz: 0,", "{Jz: 0, J: {preset: 1, label: J/\\kappa, meaning: exchange},")
                .replace("{A: down, B: down}", "{B: down, A: down}")
                .replace("<A.z>/N", "{is: <A.z>/N, label: m}");
        assertEquals(
                ModelReader.read(FILE, "model.yaml").digest(),
                ModelReader.read(swapped, "model.yaml").digest());
    }

    @Test
    void everythingPhysicalChangesTheDigest() {
        OpenSystem model = physics(1).build();
        List<OpenSystem> others = List.of(
                physics(2).build(),
                physics(1).hamiltonian("more", "g*A.z").build(),
                physics(1).state("up", both("up")).build(),
                physics(1).let("d", "g^2").build(),
                physics(1).frame("nu*A.z").build(),
                physics(1)
                        .jump("dephasing", "B.z", "kappa", "bath A", "0", Scope.INDIVIDUAL)
                        .build(),
                physics(1)
                        .jump("dephasing", "B.z", "2*kappa", "bath A", "0", Scope.INDIVIDUAL)
                        .build(),
                physics(1)
                        .jump("dephasing", "B.z", "kappa", "bath A", "0", Scope.COLLECTIVE)
                        .build(),
                physics(1)
                        .jump("dephasing", "B.z", "kappa", "bath A", "nu", Scope.INDIVIDUAL)
                        .build());
        for (OpenSystem other : others) assertNotEquals(model, other);
        assertEquals(
                others.size() + 1,
                Stream.concat(Stream.of(model), others.stream())
                        .map(OpenSystem::digest)
                        .distinct()
                        .count());
    }

    @Test
    void aFinishedModelNoLongerChanges() {
        OpenSystemBuilder builder = physics(1);
        OpenSystem model = builder.build();
        String digest = model.digest();
        builder.hamiltonian("later", "J*A.z");
        model.operator("exp(J)*A.z");
        assertEquals(digest, model.digest());
        assertEquals(2, model.hamiltonian().size());
    }

    @Test
    void bothLengthsAreConservedAndNoiseVanishes() {
        assertEquals(Set.of("A", "B"), PAPER.derived.conservedLengths().keySet());
        assertEquals(List.of(), PAPER.derived.warnings());
    }
}
