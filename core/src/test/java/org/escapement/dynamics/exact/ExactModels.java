package org.escapement.dynamics.exact;

import java.nio.file.Path;
import java.util.Map;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.file.ModelReader;

/** Systems with different structures, at points where nothing is degenerate by accident. */
final class ExactModels {

    static final OpenSystem ENGINE = paper("heat-engine");
    static final OpenSystem CRYSTALS = paper("coupled-btc");
    static final OpenSystem SEEDING = paper("seeding");

    /** Two detuned atoms pairs in a lossy cavity with loss of single atoms: multiplets and a mode. */
    static final OpenSystem CAVITY = ModelReader.read("""
            model: cavity with lossy atoms
            parameters: {g: 0.9, O: 0.5, D: 0.4, d: -0.3, kappa: 1.2, nu: 0.3}
            spins: {A: {atoms: N, as: sums}}
            modes: [cavity]
            hamiltonian:
              drive: O*(A.plus + A.minus)
              atoms: -D*A.z/2
              coupling: g/sqrt(N)*(cavity.a*A.plus + cavity.adag*A.minus)
              cavity: -d*cavity.n
            jumps:
              loss: {operator: cavity.a, rate: kappa, bath: light, quantum: 1}
              atoms: {operator: A.minus, rate: nu, bath: light, scope: individual, quantum: 1}
            states: {s: {A: [0, 0, -1]}}
            """, "cavity.yaml");

    /** Two equal ensembles whose excitations are only counted: every population stays. */
    static final OpenSystem DEPHASING = ModelReader.read("""
            model: dephasing pair
            parameters: {k: 1}
            spins: {A: {atoms: N, as: sigma/2}, B: {atoms: N, as: sigma/2}}
            hamiltonian: {split: 0.3*A.z + 0.3*B.z}
            jumps:
              count A: {operator: A.z, rate: k/N, bath: a}
              count B: {operator: B.z, rate: k/N, bath: a}
            states: {s: {A: x, B: x}}
            """, "dephasing.yaml");

    static final Map<String, Double> ENGINE_POINT = Map.of("omega0", 0.7, "Gamma0", 0.4, "E2", 3.0, "T2", 9.0);
    static final Map<String, Double> ALIKE =
            Map.of("Omega1", 1.2, "Omega2", 1.2, "J", 1.0, "Jz", 0.5, "n1", 0.2, "n2", 0.2);
    static final Map<String, Double> ONE_DRIVEN =
            Map.of("Omega1", 0.0, "Omega2", 1.4, "J", 0.9, "Jz", 0.0, "n1", 0.1, "n2", 0.3);
    static final Map<String, Double> SEED = Map.of("Omega_A", 1.5, "Omega_B", 0.9, "Gamma", 0.1);

    private ExactModels() {}

    private static OpenSystem paper(String name) {
        return ModelReader.read(Path.of("../papers/" + name + "/model.yaml"));
    }

    static Map<String, Double> sized(Map<String, Double> point, double size) {
        Map<String, Double> all = new java.util.HashMap<>(point);
        all.put("N", size);
        return all;
    }

    static ExactSystem system(OpenSystem model, Map<String, Double> point, double size) {
        return system(model, point, size, ExactOptions.none());
    }

    static ExactSystem system(OpenSystem model, Map<String, Double> point, double size, ExactOptions options) {
        return ExactSystem.of(model, ParameterValues.of(model, sized(point, size)), options);
    }
}
