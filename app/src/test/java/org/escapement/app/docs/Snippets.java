package org.escapement.app.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Fenced snippets of the documentation. The words after the opening fence say how a snippet is checked. */
final class Snippets {

    static final Path ROOT = Path.of("..");

    /**
     * One snippet.
     *
     * @param kind the words after the fence, such as {@code yaml model}
     */
    record Snippet(Path page, int line, String kind, String text) {
        @Override
        public String toString() {
            return page + ":" + line;
        }
    }

    private Snippets() {}

    /** The README and every page below docs. */
    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            files.filter(p -> p.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    static List<Snippet> of(Path page) throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        StringBuilder text = null;
        String kind = "";
        int begin = 0;
        int number = 0;
        for (String line : Files.readAllLines(page)) {
            number++;
            if (!line.startsWith("```")) {
                if (text != null) text.append(line).append('\n');
            } else if (text == null) {
                kind = line.substring(3).trim();
                begin = number;
                text = new StringBuilder();
            } else {
                snippets.add(new Snippet(page, begin, kind, text.toString()));
                text = null;
            }
        }
        if (text != null) throw new IllegalStateException(page + ":" + begin + ": the snippet has no end");
        return snippets;
    }

    /** A file's top-level sections: the line of the key, then the lines below it. */
    static Map<String, List<String>> sections(String yaml) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        String key = "";
        for (String line : yaml.lines().toList()) {
            boolean top = !line.isEmpty() && Character.isLetter(line.charAt(0));
            if (top) key = line.substring(0, line.indexOf(':'));
            if (!key.isEmpty())
                sections.computeIfAbsent(key, k -> new ArrayList<>()).add(line);
        }
        return sections;
    }

    /** A file with the entries of a fragment added below the sections it has, or as sections of their own. */
    static String added(String file, String fragment) {
        Map<String, List<String>> sections = sections(file);
        sections(fragment).forEach((key, lines) -> {
            if (sections.containsKey(key) && lines.size() > 1) {
                sections.get(key).addAll(lines.subList(1, lines.size()));
            } else {
                sections.put(key, lines);
            }
        });
        StringBuilder text = new StringBuilder();
        sections.values().forEach(lines -> lines.forEach(l -> text.append(l).append('\n')));
        return text.toString();
    }
}
