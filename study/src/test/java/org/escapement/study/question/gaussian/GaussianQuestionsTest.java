package org.escapement.study.question.gaussian;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.escapement.data.Dataset;
import org.escapement.model.file.ModelReader;
import org.escapement.study.file.StudyReader;
import org.escapement.study.run.Progress;
import org.escapement.study.run.StudyRunner;
import org.escapement.yaml.SourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values at a finite size and noise of currents, asked in studies. */
class GaussianQuestionsTest {

    /** One crystal between two baths, its drive switched off around t = off. */
    private static final String MODEL = """
            model: battery
            size: N
            parameters: {O: 0.5, D: 0.3, r: 1, na: 0.1, nb: 0.6, off: 1e9, ramp: 0.05}
            spins: {A: {atoms: N, as: sigma/2}}
            baths: {a: {}, b: {}}
            hamiltonian:
              drive: {term: O*(1 - tanh((t - off)/ramp))/2*A.x, role: drive}
              atoms: D*A.z
            jumps:
              loss a: {operator: A.minus, rate: r*(1 + na)/N, bath: a, quantum: 1.5}
              gain a: {operator: A.plus, rate: r*na/N, bath: a, quantum: -1.5}
              loss b: {operator: A.minus, rate: r*(1 + nb)/N, bath: b, quantum: 1.5}
              gain b: {operator: A.plus, rate: r*nb/N, bath: b, quantum: -1.5}
            states: {down: {A: down}}
            """;

    @TempDir
    private Path directory;

    private static final String STEADY = MODEL.replace("O*(1 - tanh((t - off)/ramp))/2*A.x", "O*A.x");

    private Map<String, Dataset> all(String body) {
        return all(MODEL, body);
    }

    private Map<String, Dataset> all(String model, String body) {
        return new StudyRunner(
                        StudyReader.read(
                                "study: s\nmodel: m\n" + body,
                                "study.yaml",
                                (name, structure) -> ModelReader.read(model, "model.yaml")),
                        directory,
                        1,
                        Progress.silent())
                .run(StudyRunner.Existing.OVERWRITE);
    }

    private double[] values(String body, String name) {
        return all(body).get("main").values(name);
    }

    @Test
    void whatIsLeftOfTheExactHeatIsOfSecondOrder() {
        Map<String, Dataset> data = all("""
                runs:
                  gauss:
                    axes: {N: [16, 32]}
                    record:
                      q: {mesoscopic: {quantity: heat("b")/N, at: 1.5}}
                      limit: {mesoscopic: {quantity: heat("b")/N, at: 1.5, part: leading}}
                      rest: {mesoscopic: {quantity: heat("b")/N, at: 1.5, part: correction}}
                  exact:
                    level: exact
                    axes: {N: [16, 32]}
                    record:
                      q: {quantity: heat("b")/N, at: 1.5}
                """);
        Dataset gauss = data.get("gauss");
        double[] exact = data.get("exact").values("q");
        double[] estimate = gauss.values("q");
        assertEquals(4, (exact[0] - estimate[0]) / (exact[1] - estimate[1]), 0.8);
        assertEquals(gauss.values("limit")[0], gauss.values("limit")[1], 1e-12);
        assertEquals(estimate[0] - gauss.values("limit")[0], gauss.values("rest")[0], 1e-12);
        assertEquals(2, gauss.values("rest")[0] / gauss.values("rest")[1], 1e-9);
    }

    @Test
    void aSwitchedOffBatteryDischargesLikeAPendulum() {
        Map<String, Dataset> data = all("""
                set: {O: 3, off: 2, N: 40}
                runs:
                  main:
                    record:
                      stored: {mesoscopic: {quantity: <A.z>/N, part: leading, series: [2.5, 4]}}
                      energy: {mesoscopic: {quantity: 1.2*(<A.z> + N/2), series: [2.5, 4]}}
                      work: {mesoscopic: {ergotropy of: A, energy: 1.2*A.z, series: [2.5, 4]}}
                      kept: {mesoscopic: {ergotropy of: A, energy: 1.2*A.z, part: leading, series: [2.5, 4]}}
                """);
        Dataset d = data.get("main");
        double[] z = d.values("stored");
        // z' = -(1 + 1)(1/4 - z^2): the drive is off, and both baths take.
        assertEquals(atanh(2 * z[0]) - 1.5, atanh(2 * z[1]), 1e-6);
        double[] energy = d.values("energy");
        double[] work = d.values("work");
        for (int k = 0; k < 2; k++) {
            assertTrue(work[k] < energy[k], "fluctuations bind energy");
            assertEquals(1.2 * 40 * (z[k] + 0.5), d.values("kept")[k], 1e-9);
        }
        assertTrue(work[1] < work[0], "nothing recharges it");
    }

    private static double atanh(double x) {
        return Math.log((1 + x) / (1 - x)) / 2;
    }

    @Test
    void countingFromFluctuationsHangsTogether() {
        Dataset d = all(STEADY, """
                set: {N: 1}
                record:
                  heat: {gaussian counting: {heat: all, cumulant: 1}}
                  mean: {mesoscopic: {quantity: heat()/N, part: leading, stationary: true}}
                  variance: {gaussian counting: {heat: all, cumulant: 2}}
                  a: {gaussian counting: {heat: a, cumulant: 2}}
                  b: {gaussian counting: {heat: b, cumulant: 2}}
                  across: {gaussian counting: {heat: a, with heat: b, cumulant: 2}}
                  jumps: {gaussian counting: {jumps: [loss a, loss b], cumulant: 2}}
                  spectrum: {gaussian counting: {heat: all, frequency: [0, 1, 1000]}}
                  shots: {gaussian counting: {jumps: loss a, cumulant: 1}}
                """).get("main");
        assertEquals(0, d.status()[0]);
        assertEquals(d.values("mean")[0], d.values("heat")[0], 1e-12);
        double sum = d.values("a")[0] + d.values("b")[0] + 2 * d.values("across")[0];
        assertEquals(d.values("variance")[0], sum, 1e-12);
        assertEquals(d.values("variance")[0], d.values("spectrum")[0], 1e-12);
        assertTrue(d.values("shots")[0] > 0 && d.values("jumps")[0] > 0);
        assertEquals(
                4,
                all("record:\n  q: {gaussian counting: {heat: a, cumulant: 1}}\n")
                        .get("main")
                        .status()[0]);
        assertArrayEquals(new double[] {0, 1, 1000}, d.axis("omega").values());
    }

    @Test
    void phaseDiffusionIsTheLinewidthOfTheMasterEquation() {
        String vanDerPol = """
                model: van der Pol
                size: N
                parameters: {omega: 1.3, gain: 0.4, loss: 0.25, chi: 0.2}
                modes: [a]
                hamiltonian:
                  oscillation: omega*a.n
                  shear: chi/N*a.adag*a.adag*a.a*a.a
                jumps:
                  gain: {operator: a.adag, rate: gain, bath: pump}
                  loss: {operator: a.a*a.a, rate: loss/N, bath: sink}
                states: {s: {a: [1, 0.1]}}
                """;
        Map<String, Dataset> data = all(vanDerPol, """
                runs:
                  cycle:
                    record:
                      diffusion: {gaussian cycle: {ask: phase diffusion}}
                      period: {gaussian cycle: {ask: period}}
                      multiplier: {gaussian cycle: {ask: multiplier}}
                  few:
                    axes: {N: [15, 30]}
                    cut-offs: {a: 2*N + 20}
                    record:
                      decay: {eigenvalue: {kind: oscillating, part: decay, reached by: a.a}}
                """);
        Dataset cycle = data.get("cycle");
        double diffusion = cycle.values("diffusion")[0];
        double[] decay = data.get("few").values("decay");
        double left = diffusion - 2 * 15 * decay[0];
        assertTrue(Math.abs(left) < 0.05 * diffusion, "half the diffusion is the linewidth: " + left);
        assertTrue(Math.abs(diffusion - 2 * 30 * decay[1]) < 0.5 * Math.abs(left));
        assertEquals(Math.exp(-0.4 * cycle.values("period")[0]), cycle.values("multiplier")[0], 1e-5);
    }

    @Test
    void whatMakesNoSenseIsRefusedAtItsPlace() {
        assertRefused("{mesoscopic: {quantity: integral(heat()), at: 1}}", "needs more than the state at one time");
        assertRefused("{mesoscopic: {ergotropy of: A, at: 1}}", "its 'energy'");
        assertRefused("{mesoscopic: {ergotropy of: A, energy: A.z*A.z/N, at: 1}}", "linear in its own letters");
        assertRefused("{gaussian cycle: {ask: phase diffusion, longest: 0}}", "positive time");
        assertRefused("{gaussian counting: {heat: a}}", "'cumulant' 1 or 2");
        assertRefused("{gaussian counting: {heat: a, with heat: b, cumulant: 1}}", "it needs 'cumulant: 2'");
    }

    private void assertRefused(String question, String part) {
        SourceException refused =
                assertThrows(SourceException.class, () -> values("record:\n  q: " + question + "\n", "q"));
        assertTrue(refused.getMessage().contains(part), refused.getMessage());
    }
}
