package org.escapement.yaml;

import java.util.ArrayList;
import java.util.List;

/** Finds where the characters of a value written on several lines stand in the file. */
final class ScalarPlaces {

    private final String file;
    private final List<String> lines;
    private int line;
    private int column;

    /** Begins at a zero-based line and column of the file. */
    ScalarPlaces(String file, List<String> lines, int line, int column) {
        this.file = file;
        this.lines = lines;
        this.line = line;
        this.column = column;
    }

    /**
     * Positions of all characters: line breaks and indentation are skipped, everything else stands in the file as it
     * is. Empty where that fails, as for escapes in quotes.
     */
    List<Position> of(String text, boolean block) {
        if (block) nextLine();
        List<Position> places = new ArrayList<>(text.length());
        for (char c : text.toCharArray()) {
            if (Character.isWhitespace(c)) {
                places.add(here());
                continue;
            }
            skipSpace();
            if (line >= lines.size() || lines.get(line).charAt(column) != c) return List.of();
            places.add(here());
            column++;
        }
        return places;
    }

    private void skipSpace() {
        while (line < lines.size()) {
            String current = lines.get(line);
            while (column < current.length() && Character.isWhitespace(current.charAt(column))) column++;
            if (column < current.length()) return;
            nextLine();
        }
    }

    private void nextLine() {
        line++;
        column = 0;
    }

    private Position here() {
        return new Position(file, line + 1, column + 1);
    }
}
