package org.escapement.study.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.escapement.data.Dataset;
import org.escapement.model.OpenSystem;
import org.escapement.model.file.ModelReader;
import org.escapement.study.file.Study;
import org.escapement.study.file.StudyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A point that cannot be computed does not end a continuation. */
class ContinuationTest {

    @TempDir
    Path directory;

    @Test
    void theBranchBeginsAnewAfterAPointWithoutValue() {
        OpenSystem model = ModelReader.read("""
                model: one
                parameters: {k: 1}
                spins: {S: {atoms: N, as: sigma/2, scale: N/2}}
                hamiltonian: {h: S.x}
                jumps: {l: {operator: S.minus, rate: k/(N/2), bath: b}}
                states: {ground: {S: down}}
                """, "model.yaml");
        Study study = StudyReader.read("""
                study: s
                model: m
                axes: {k: [2, -0.5, 3]}
                record: {y: {quantity: <S.y>/(N/2), at: 0}}
                continuation: {along: k, settle: 50}
                """, "study.yaml", (name, structure) -> model);
        Dataset data = new StudyRunner(study, directory, 1, Progress.silent())
                .run(StudyRunner.Existing.REFUSE)
                .get("main");
        double[] y = data.values("y");
        assertEquals(0, y[0], 0);
        assertTrue(Double.isNaN(y[1]), "a negative rate has no meaning");
        assertEquals(0, y[2], 0);
    }
}
