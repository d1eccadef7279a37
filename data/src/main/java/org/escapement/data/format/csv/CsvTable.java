package org.escapement.data.format.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.escapement.data.StoreException;

/**
 * A table of text cells as written by {@link CsvExport}.
 *
 * @param columns names of the columns
 * @param comments the {@code #} lines without their mark
 * @param rows cells of each row
 */
public record CsvTable(List<String> columns, List<String> comments, List<List<String>> rows) {
    public CsvTable {
        columns = List.copyOf(columns);
        comments = List.copyOf(comments);
        rows = List.copyOf(rows);
    }

    public static CsvTable read(Path file) {
        List<String> columns = List.of();
        List<String> comments = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                if (line.startsWith("#")) {
                    comments.add(line.substring(1).strip());
                } else if (columns.isEmpty()) {
                    columns = cells(line);
                } else {
                    List<String> row = cells(line);
                    if (row.size() != columns.size()) {
                        throw new StoreException("Row " + (rows.size() + 1) + " of " + file + " has " + row.size()
                                + " cells but there are " + columns.size() + " columns: complete or remove it.");
                    }
                    rows.add(row);
                }
            }
        } catch (IOException e) {
            throw new StoreException("Could not read " + file + ": " + e + ". Check the path.", e);
        }
        return new CsvTable(columns, comments, rows);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                // A doubled mark inside quotes toggles twice; the second time it is part of the text.
                if (!quoted && i > 0 && line.charAt(i - 1) == '"' && cell.length() > 0) {
                    cell.append('"');
                }
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** A column as numbers; {@code nan} becomes NaN. */
    public double[] numbers(String column) {
        int at = columns.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException("There is no column \"" + column + "\"; there are " + columns + ".");
        }
        return rows.stream().map(r -> r.get(at)).mapToDouble(CsvTable::number).toArray();
    }

    private static double number(String cell) {
        return switch (cell) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(cell);
        };
    }
}
