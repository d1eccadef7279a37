package org.escapement.study.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escapement.data.Axis;
import org.escapement.data.Dataset;
import org.escapement.data.Grid;
import org.escapement.data.Schema;
import org.escapement.data.StatusCode;
import org.escapement.data.Variable;
import org.escapement.data.format.zarr.DatasetStore;
import org.escapement.data.format.zarr.StoreLayout;
import org.escapement.study.file.Run;

/** Statistics of recorded variables over one axis, stored as a dataset of their own. */
final class Statistics {

    private static final StatusCode INCOMPLETE = new StatusCode(
            6, "incomplete", "some points along the axis have no value, or no fit of the kind goes through them");

    private Statistics() {}

    /** Computes and stores all statistics of a run; they share the axis they run over. */
    static Dataset of(Run run, Dataset data, Path path) {
        String over = run.statistics().getFirst().over();
        int axis = 0;
        List<Axis> kept = new ArrayList<>();
        for (int k = 0; k < data.schema().sweep().size(); k++) {
            Axis a = data.schema().sweep().get(k);
            if (a.name().equals(over)) axis = k;
            else kept.add(a);
        }
        List<Axis> own = new ArrayList<>();
        List<Variable> variables = new ArrayList<>();
        Axis along = data.schema().sweep().get(axis);
        for (Run.Statistic s : run.statistics()) variables.add(variable(s, kept, own, along));
        Schema schema = new Schema(kept, own, variables, List.of(INCOMPLETE));
        int[] whole = schema.sweepShape();
        int[] status = new int[Grid.size(whole)];
        Map<String, double[]> values = new LinkedHashMap<>();
        for (Run.Statistic s : run.statistics()) {
            values.put(s.name(), reduce(data.values(s.of()), data.schema().sweep(), axis, s, status));
        }
        StoreLayout layout =
                new StoreLayout(schema, whole, Map.of(), data.provenance(), Map.of("title", "statistics over " + over));
        if (Files.exists(path)) Directories.delete(path);
        try (DatasetStore store = DatasetStore.create(path, layout)) {
            store.commit(store.blocks().getFirst(), values, status);
            return store.read();
        }
    }

    private static Variable variable(Run.Statistic s, List<Axis> kept, List<Axis> own, Axis along) {
        List<String> names = new ArrayList<>(kept.stream().map(Axis::name).toList());
        if (s.kind() == Run.Statistic.Kind.FITTED_CURVE) names.add(inverse(s, own, along));
        return new Variable(s.name(), names, "", s.meaning(), s.label().isEmpty() ? s.name() : "$" + s.label() + "$");
    }

    /** The axis of a fitted curve; curves of as many points share one. */
    private static String inverse(Run.Statistic s, List<Axis> own, Axis along) {
        double[] positions = FitStatistic.inverses(s, along);
        for (Axis a : own) if (a.size() == positions.length) return a.name();
        String name = "inverse_" + along.name() + (own.isEmpty() ? "" : "_" + (own.size() + 1));
        String label = "$1/" + along.label().replace("$", "") + "$";
        own.add(Axis.of(name, positions, "", "inverse of " + along.name(), label));
        return name;
    }

    private static double[] reduce(double[] values, List<Axis> sweep, int axis, Run.Statistic s, int[] status) {
        int inner = 1;
        for (int k = axis + 1; k < sweep.size(); k++) inner *= sweep.get(k).size();
        Axis along = sweep.get(axis);
        int length = along.size();
        int lines = values.length / length;
        double[] result = new double[0];
        for (int r = 0; r < lines; r++) {
            double[] line = new double[length];
            int base = r / inner * inner * length + r % inner;
            for (int k = 0; k < length; k++) line[k] = values[base + k * inner];
            double[] reduced = s.fit().isPresent()
                    ? FitStatistic.of(s, line, along)
                    : new double[] {reduce(line, along, s.kind())};
            if (r == 0) result = new double[lines * reduced.length];
            System.arraycopy(reduced, 0, result, r * reduced.length, reduced.length);
            if (Arrays.stream(reduced).anyMatch(Double::isNaN)) status[r] = INCOMPLETE.code();
        }
        return result;
    }

    private static double reduce(double[] line, Axis along, Run.Statistic.Kind kind) {
        return switch (kind) {
            case MEAN -> mean(line);
            case MINIMUM -> Arrays.stream(line).min().orElse(Double.NaN);
            case MAXIMUM -> Arrays.stream(line).max().orElse(Double.NaN);
            case VARIANCE -> squares(line) / line.length;
            case STANDARD_ERROR -> Math.sqrt(squares(line) / ((line.length - 1.0) * line.length));
            case POSITION_OF_JUMP -> jump(line, along);
            case LIMIT, ERROR_OF_LIMIT, EXPONENT, ERROR_OF_EXPONENT, FITTED_CURVE ->
                throw new IllegalArgumentException(kind + " is read off a fit");
        };
    }

    private static double mean(double[] line) {
        return Arrays.stream(line).sum() / line.length;
    }

    /** Sum of squared distances from the mean. */
    private static double squares(double[] line) {
        double mean = mean(line);
        return Arrays.stream(line).map(x -> (x - mean) * (x - mean)).sum();
    }

    /** The middle of the two neighbours that differ most; NaN when a value is missing. */
    private static double jump(double[] line, Axis along) {
        double largest = -1;
        double where = Double.NaN;
        for (int k = 1; k < line.length; k++) {
            double change = Math.abs(line[k] - line[k - 1]);
            if (Double.isNaN(change)) return Double.NaN;
            if (change > largest) {
                largest = change;
                where = (along.value(k - 1) + along.value(k)) / 2;
            }
        }
        return where;
    }
}
