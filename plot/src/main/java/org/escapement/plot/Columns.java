package org.escapement.plot;

import java.util.List;
import org.escapement.data.Dataset;
import org.escapement.data.Schema;
import org.escapement.data.Variable;

/** Reads axes and one-dimensional variables of a dataset alike, as the columns of a table. */
final class Columns {
    private Columns() {}

    static boolean isAxis(Dataset data, String name) {
        return data.schema().axes().stream().anyMatch(a -> a.name().equals(name));
    }

    static double[] values(Dataset data, String name) {
        if (isAxis(data, name)) {
            return data.axis(name).values();
        }
        Variable variable = data.schema().variable(name);
        if (variable.axes().size() != 1) {
            throw new FigureException("Variable \"" + name + "\" has the axes " + variable.axes()
                    + " but a line needs one axis: slice the dataset first, or draw a family of lines.");
        }
        return data.values(name);
    }

    static String label(Dataset data, String name) {
        Schema schema = data.schema();
        return isAxis(data, name)
                ? schema.axis(name).label()
                : schema.variable(name).label();
    }

    static void sameLength(String what, double[] x, double[]... others) {
        for (double[] other : others) {
            if (other.length != x.length) {
                throw new FigureException(
                        "A " + what + " has " + x.length + " abscissas but " + other.length + " values beside them.");
            }
        }
    }

    /** Values of a variable with exactly two axes, as rows of constant {@code y} over {@code x}. */
    static double[] rows(Dataset data, String name, String x, String y) {
        Variable variable = data.schema().variable(name);
        if (variable.axes().size() != 2 || !variable.axes().containsAll(List.of(x, y))) {
            throw new FigureException("Variable \"" + name + "\" has the axes " + variable.axes() + ", not " + x
                    + " and " + y + ": slice the dataset first, or name its axes.");
        }
        int nx = data.axis(x).size();
        int ny = data.axis(y).size();
        double[] values = data.values(name);
        if (variable.axes().getFirst().equals(y)) {
            return values;
        }
        double[] turned = new double[values.length];
        for (int i = 0; i < nx; i++) {
            for (int j = 0; j < ny; j++) {
                turned[j * nx + i] = values[i * ny + j];
            }
        }
        return turned;
    }
}
