package org.escapement.papers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.YamlReader;

/**
 * A panel of one of the papers and the level of description it needs.
 *
 * @param name as the paper numbers it, such as {@code 2a}
 */
public record Panel(String paper, String name, String level) {

    /** All panels of all papers, in the order of the papers. */
    public static List<Panel> all() {
        Node root = YamlReader.read(list(), "papers/panels.yaml");
        List<Panel> all = new ArrayList<>();
        Fields.of(root, "the panels").all().values().forEach(paper -> {
            Fields.of(paper.value(), "the panels of a paper").all().values().forEach(level -> {
                for (Node name : Fields.items(level.value())) {
                    all.add(new Panel(paper.key(), Fields.scalar(name, "panel").text(), level.key()));
                }
            });
        });
        return all;
    }

    /** Names of the panels of a paper. */
    public static List<String> names(String paper) {
        return all().stream()
                .filter(p -> p.paper().equals(paper))
                .map(Panel::name)
                .toList();
    }

    private static String list() {
        try (InputStream in = Panel.class.getResourceAsStream("/papers/panels.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
