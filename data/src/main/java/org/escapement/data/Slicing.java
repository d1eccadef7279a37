package org.escapement.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes one position of one axis out of a dataset. */
final class Slicing {
    private final Dataset whole;
    private final Axis axis;
    private final int at;

    Slicing(Dataset whole, String axis, int at) {
        this.whole = whole;
        this.axis = whole.axis(axis);
        this.at = at;
        if (at < 0 || at >= this.axis.size()) {
            throw new IndexOutOfBoundsException(
                    "Position " + at + " of axis \"" + axis + "\", which has " + this.axis.size() + " positions.");
        }
    }

    Dataset result() {
        Schema schema = whole.schema();
        List<Variable> variables = new ArrayList<>();
        Map<String, double[]> values = new LinkedHashMap<>();
        for (Variable v : schema.variables()) {
            List<String> axes = new ArrayList<>(v.axes());
            axes.remove(axis.name());
            variables.add(new Variable(v.name(), axes, v.unit(), v.longName(), v.label()));
            double[] all = whole.values(v.name());
            int[] kept = kept(schema.shape(v), v.axes().indexOf(axis.name()));
            double[] part = new double[kept.length];
            for (int i = 0; i < kept.length; i++) {
                part[i] = all[kept[i]];
            }
            values.put(v.name(), part);
        }
        Schema reduced = new Schema(without(schema.sweep()), without(schema.own()), variables, schema.statuses());
        Dataset part = new Dataset(reduced, values, status(schema), whole.attributes(), whole.provenance());
        return part.withAttribute("at_" + axis.name(), axis.text(at));
    }

    private int[] status(Schema schema) {
        int[] all = whole.status();
        int[] kept = kept(schema.sweepShape(), schema.sweep().indexOf(axis));
        int[] part = new int[kept.length];
        for (int i = 0; i < kept.length; i++) {
            part[i] = all[kept[i]];
        }
        return part;
    }

    private List<Axis> without(List<Axis> axes) {
        return axes.stream().filter(a -> !a.equals(axis)).toList();
    }

    /** Row-major places of the cells at the chosen position; all cells when the array does not have the axis. */
    private int[] kept(int[] shape, int position) {
        int size = Grid.size(shape);
        if (position < 0) {
            return java.util.stream.IntStream.range(0, size).toArray();
        }
        int inner = 1;
        for (int k = position + 1; k < shape.length; k++) {
            inner *= shape[k];
        }
        int[] kept = new int[size / shape[position]];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = (i / inner * shape[position] + at) * inner + i % inner;
        }
        return kept;
    }
}
