package org.escapement.study;

import org.escapement.model.OpenSystem;
import org.escapement.model.file.ModelReader;
import org.escapement.study.file.Study;
import org.escapement.study.file.StudyReader;

/** A model small enough to run in a test: one driven spin that turns with angular frequency w, without decay. */
public final class SmallStudy {

    private static final String MODEL = """
            model: turning spin
            size: N
            parameters:
              w: {preset: 1}
              angle: {preset: 0}
            spins:
              S: {atoms: N, as: sigma/2}
            hamiltonian:
              field: w*S.x
            states:
              tilted: {S: [0, sin(angle), cos(angle)]}
            closed forms:
              root:
                is: sqrt(w - 1)
                requires: [w >= 1]
            """;

    private SmallStudy() {}

    public static OpenSystem model() {
        return ModelReader.read(MODEL, "model.yaml");
    }

    /** A study of that model; the text goes on after the model's name. */
    public static Study of(String text) {
        return StudyReader.read("study: small\nmodel: model.yaml\n" + text, "study.yaml", (name, structure) -> model());
    }
}
