package org.escapement.study.file;

import java.util.List;
import java.util.Optional;
import org.escapement.model.Model;
import org.escapement.yaml.Node;

/**
 * A study file read: a model, sweeps, and what is to be drawn and claimed.
 *
 * @param text the file as written; its digest is part of a run's identity
 * @param figure the figure section, read by whoever draws
 * @param claims the claims section, read by whoever judges
 */
public record Study(
        String name, String about, Model model, List<Run> runs, Optional<Node> figure, List<Node> claims, String text) {
    public Study {
        runs = List.copyOf(runs);
        claims = List.copyOf(claims);
    }

    /** The run of that name. */
    public Optional<Run> run(String runName) {
        return runs.stream().filter(r -> r.name().equals(runName)).findFirst();
    }

    /** The same with long axes thinned out, ends kept, for a first look. */
    public Study coarse() {
        return new Study(name, about, model, runs.stream().map(Run::coarse).toList(), figure, claims, text);
    }
}
