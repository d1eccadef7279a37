package org.escapement.data.format.csv;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.escapement.data.Axis;
import org.escapement.data.Dataset;
import org.escapement.data.Grid;
import org.escapement.data.Schema;
import org.escapement.data.StatusCode;
import org.escapement.data.StoreException;
import org.escapement.data.Variable;

/**
 * Writes datasets as tidy tables: one row per point, a column for each axis, then for each variable, then the status.
 *
 * <p>The column names come first and the {@code #} lines with units and provenance second, because
 * {@code numpy.genfromtxt(file, delimiter=",", names=True)} takes the names from the first line whatever it begins with;
 * pandas wants {@code comment="#"}. Numbers have full double precision. Variables without some of the axes are repeated
 * along them.
 */
public final class CsvExport {
    private final Dataset data;
    private final List<Variable> variables;
    private final List<Axis> axes;
    private final boolean statuses;

    private CsvExport(Dataset data, List<Variable> variables) {
        this.data = data;
        this.variables = variables;
        Set<String> used = new LinkedHashSet<>();
        variables.forEach(v -> used.addAll(v.axes()));
        List<String> sweep = data.schema().sweep().stream().map(Axis::name).toList();
        this.statuses = used.containsAll(sweep);
        this.axes = data.schema().axes().stream()
                .filter(a -> used.contains(a.name()))
                .toList();
    }

    /** Writes all variables into one table. */
    public static void write(Dataset data, Path file) {
        write(data, data.schema().variables().stream().map(Variable::name).toList(), file);
    }

    /** Writes chosen variables into one table over the axes that they have between them. */
    public static void write(Dataset data, List<String> variables, Path file) {
        List<Variable> chosen =
                variables.stream().map(v -> data.schema().variable(v)).toList();
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            new CsvExport(data, chosen).write(out);
        } catch (IOException e) {
            throw new StoreException("Could not write " + file + ": " + e + ". Check free space and permissions.", e);
        }
    }

    private void write(Writer out) throws IOException {
        List<String> names = new ArrayList<>();
        axes.forEach(a -> names.add(a.name()));
        variables.forEach(v -> names.add(v.name()));
        if (statuses) {
            names.add(Schema.STATUS);
        }
        out.write(String.join(",", names) + "\n");
        comments(out);
        int[] shape = axes.stream().mapToInt(Axis::size).toArray();
        List<double[]> values =
                variables.stream().map(v -> data.values(v.name())).toList();
        for (int row = 0; row < Grid.size(shape); row++) {
            out.write(row(Grid.index(shape, row), values));
        }
    }

    private void comments(Writer out) throws IOException {
        for (Axis a : axes) {
            out.write(comment("axis " + a.name() + " [" + unit(a.unit()) + "] " + a.longName()));
        }
        for (Variable v : variables) {
            out.write(comment("variable " + v.name() + " [" + unit(v.unit()) + "] " + v.longName()));
        }
        if (statuses) {
            for (StatusCode s : data.schema().statuses()) {
                out.write(comment("status " + s.code() + " " + s.name() + ": " + s.meaning()));
            }
        }
        for (Map.Entry<String, String> entry : data.attributes().entrySet()) {
            out.write(comment(entry.getKey() + ": " + entry.getValue()));
        }
        for (Map.Entry<String, String> entry : data.provenance().entries().entrySet()) {
            out.write(comment(entry.getKey() + ": " + entry.getValue()));
        }
    }

    private static String unit(String unit) {
        return unit.isEmpty() ? "1" : unit;
    }

    private static String comment(String text) {
        return "# " + text.replaceAll("\\R", " ") + "\n";
    }

    private String row(int[] index, List<double[]> values) {
        StringBuilder row = new StringBuilder();
        for (int k = 0; k < axes.size(); k++) {
            Axis axis = axes.get(k);
            row.append(axis.categorical() ? quoted(axis.text(index[k])) : number(axis.value(index[k])))
                    .append(',');
        }
        for (int v = 0; v < variables.size(); v++) {
            Variable variable = variables.get(v);
            int[] own = pick(index, variable.axes());
            row.append(number(values.get(v)[Grid.offset(data.schema().shape(variable), own)]))
                    .append(',');
        }
        if (statuses) {
            List<String> sweep = data.schema().sweep().stream().map(Axis::name).toList();
            row.append(data.status(pick(index, sweep))).append(',');
        }
        row.setCharAt(row.length() - 1, '\n');
        return row.toString();
    }

    private int[] pick(int[] index, List<String> names) {
        List<String> known = axes.stream().map(Axis::name).toList();
        return names.stream().mapToInt(n -> index[known.indexOf(n)]).toArray();
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? Double.toString(value)
                : Double.toString(value).replace("Infinity", "inf").toLowerCase(Locale.ROOT);
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") || text.contains("#")
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
