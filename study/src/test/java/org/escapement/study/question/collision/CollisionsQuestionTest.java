package org.escapement.study.question.collision;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.escapement.data.Dataset;
import org.escapement.model.file.ModelReader;
import org.escapement.study.file.StudyReader;
import org.escapement.study.run.Progress;
import org.escapement.study.run.StudyRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollisionsQuestionTest {

    private static final String MODEL = """
            model: spin
            size: N
            parameters: {w: 0.7, n: 0.1}
            spins:
              S: {atoms: N, as: sigma/2}
            hamiltonian:
              drive: {term: w*S.x, role: drive}
            jumps:
              loss: {operator: S.minus, rate: (1+n)/N, bath: bath, quantum: 2}
              gain: {operator: S.plus, rate: n/N, bath: bath, quantum: -2}
            frame: 2*S.z
            states:
              down: {S: down}
            """;

    @TempDir
    private Path directory;

    private Dataset main(String body) {
        return new StudyRunner(
                        StudyReader.read(
                                "study: s\nmodel: m\nset: {N: 2}\n" + body,
                                "study.yaml",
                                (name, structure) -> ModelReader.read(MODEL, "model.yaml")),
                        directory,
                        1,
                        Progress.silent())
                .run(StudyRunner.Existing.OVERWRITE)
                .get("main");
    }

    @Test
    void collisionsBecomeTheMasterEquationAndKeepBothLaws() {
        Dataset d = main("""
                level: exact
                record:
                  distance: {collisions: {ask: distance, time: 1, duration: [0.1, 0.05, 0.025], levels: 6}}
                  left: {collisions: {ask: imbalance, time: 1, duration: [0.1, 0.05, 0.025], levels: 6}}
                  produced: {collisions: {ask: least entropy production, time: 1, duration: [0.1, 0.05, 0.025], levels: 6}}
                  heat: {collisions: {ask: heat, bath: bath, time: 1, duration: 0.025, levels: 6}}
                  exact: {quantity: integral(heat()), at: 1}
                """);
        double[] distance = d.values("distance");
        assertEquals(2, distance[0] / distance[1], 0.2);
        assertEquals(2, distance[1] / distance[2], 0.2);
        assertArrayEquals(new double[3], d.values("left"), 1e-12);
        for (double s : d.values("produced")) assertTrue(s > 0);
        assertEquals(d.values("exact")[0], d.values("heat")[0], 0.02);
        assertArrayEquals(new double[] {0.1, 0.05, 0.025}, d.axis("duration").values());
    }

    @Test
    void tooManyLevelsAreRefusedWithTheirNumber() {
        Dataset d = main("""
                record:
                  heat: {collisions: {ask: heat, time: 1, duration: 0.5, levels: 1000}}
                """);
        assertEquals(10, d.status()[0]);
    }
}
