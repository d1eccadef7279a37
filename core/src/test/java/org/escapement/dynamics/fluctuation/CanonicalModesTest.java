package org.escapement.dynamics.fluctuation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.file.ModelReader;
import org.escapement.observables.information.GaussianState;
import org.junit.jupiter.api.Test;

/** The bosonic modes read from a state vector do not depend on how the vector describes them. */
class CanonicalModesTest {

    private static final OpenSystem MIXED = ModelReader.read("""
            model: mixed
            parameters: {g: 0.9, O: 0.5, kappa: 1.2, J: 0.6}
            spins: {A: {atoms: 2*N, as: sums, scale: N/2}, B: {atoms: N, as: sigma/2}}
            modes: [cavity]
            hamiltonian:
              drive: O*(A.plus + A.minus)
              atoms: J/N*A.z*B.z + 0.3*B.y
              coupling: g/sqrt(N)*(cavity.a*A.plus + cavity.adag*A.minus)
            jumps:
              loss: {operator: cavity.a, rate: kappa, bath: light}
            states: {s: {A: [0.6, 0, -0.8], B: [0, 0, 1], cavity: [0.2, -0.1]}}
            """, "mixed.yaml");

    @Test
    void coherentStatesAreTheVacuumWhateverTheNormalisationOfTheLetters() {
        FluctuationPoint point =
                FluctuationProgram.of(FluctuationEquations.derive(MIXED)).at(ParameterValues.of(MIXED, Map.of()));
        double[][] v = point.state(0, point.start(MIXED.states().get("s"))).canonical();
        for (int i = 0; i < 6; i++) for (int j = 0; j < 6; j++) assertEquals(i == j ? 1 : 0, v[i][j], 1e-14);
        assertEquals(List.of("A", "B", "cavity"), point.modes());
    }

    @Test
    void commutatorsOfTheModesAreCanonicalAlongTheEvolution() {
        FluctuationPoint point =
                FluctuationProgram.of(FluctuationEquations.derive(MIXED)).at(ParameterValues.of(MIXED, Map.of()));
        FluctuationState state =
                Crystals.evolved(point, point.start(MIXED.states().get("s")), 2);
        double[] y = state.vector();
        double[][] s = point.local().commutators(2, state.means());
        double[][] rows = Frames.rows(point.layout(), y);
        double[] scale = {2 * 2, 1 * 0.5, 0.5};
        for (int mode = 0; mode < 3; mode++) {
            assertEquals(scale[mode], LocalMoments.form(rows[2 * mode], s, rows[2 * mode + 1]), 1e-9);
        }
        // A closed pure system but for the lossy cavity: the uncertainty relation holds.
        double[] symplectic = GaussianState.of(state.canonical()).symplecticEigenvalues();
        assertEquals(1, symplectic[0], 0.2);
    }

    @Test
    void sharedMeansChangeNothing() {
        OpenSystem crystals = Crystals.model();
        Map<String, Double> values = new TreeMap<>(Crystals.GENERIC);
        values.put("Omega2", values.get("Omega1"));
        FluctuationProgram program = FluctuationProgram.withShifts(FluctuationEquations.derive(crystals));
        ParameterValues at = ParameterValues.of(crystals, values);
        FluctuationPoint apart = program.at(at);
        double[] ground = program.equations().means().start(crystals.states().get("ground"), at);
        FluctuationPoint shared = program.at(at, ground);
        assertEquals(6, apart.dimension() - shared.dimension());
        FluctuationState one = Crystals.evolved(apart, apart.start(ground), 3);
        FluctuationState other = Crystals.evolved(shared, shared.start(ground), 3);
        assertArrayEquals(one.means(), other.means(), 1e-9);
        assertArrayEquals(one.shifts(), other.shifts(), 1e-8);
        for (int j = 0; j < 6; j++) assertArrayEquals(one.covariances()[j], other.covariances()[j], 1e-9);
    }
}
