package org.escapement.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Labelled arrays in memory, with a status for each point of the sweep, attributes and provenance. Immutable.
 *
 * <p>Every variable is a row-major array over its axes. Wherever the status of a point is not "ok" the variables that
 * sweep hold NaN there, so that no unusable number can be plotted or averaged by mistake.
 */
public final class Dataset {
    private final Schema schema;
    private final Map<String, double[]> values;
    private final int[] status;
    private final Map<String, String> attributes;
    private final Provenance provenance;

    /**
     * @param values one row-major array for each variable of the schema
     * @param status one code for each point of the sweep
     */
    public Dataset(
            Schema schema,
            Map<String, double[]> values,
            int[] status,
            Map<String, String> attributes,
            Provenance provenance) {
        this.schema = schema;
        this.status = status.clone();
        this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        this.provenance = provenance;
        require("status", Grid.size(schema.sweepShape()), status.length);
        Map<String, double[]> own = new LinkedHashMap<>();
        for (Variable variable : schema.variables()) {
            double[] given = values.get(variable.name());
            if (given == null) {
                throw new IllegalArgumentException("No values were given for variable \"" + variable.name() + "\".");
            }
            require("variable \"" + variable.name() + "\"", Grid.size(schema.shape(variable)), given.length);
            own.put(variable.name(), masked(variable, given.clone()));
        }
        this.values = own;
    }

    /** A dataset in which every point is "ok". */
    public static Dataset of(Schema schema, Map<String, double[]> values) {
        return new Dataset(schema, values, new int[Grid.size(schema.sweepShape())], Map.of(), Provenance.empty());
    }

    private static void require(String what, int expected, int given) {
        if (expected != given) {
            throw new IllegalArgumentException(
                    "The " + what + " needs " + expected + " values for its axes but was given " + given + ".");
        }
    }

    private double[] masked(Variable variable, double[] array) {
        if (schema.sweeps(variable)) {
            int inner = status.length == 0 ? 0 : array.length / status.length;
            for (int point = 0; point < status.length; point++) {
                if (status[point] != StatusCode.OK.code()) {
                    Arrays.fill(array, point * inner, (point + 1) * inner, Double.NaN);
                }
            }
        }
        return array;
    }

    public Schema schema() {
        return schema;
    }

    public Map<String, String> attributes() {
        return attributes;
    }

    public Provenance provenance() {
        return provenance;
    }

    public Axis axis(String name) {
        return schema.axis(name);
    }

    /** A copy of the row-major values of a variable. */
    public double[] values(String variable) {
        return values.get(schema.variable(variable).name()).clone();
    }

    /** The value at one index for each axis of the variable, in the variable's order. */
    public double value(String variable, int... index) {
        Variable v = schema.variable(variable);
        return values.get(v.name())[Grid.offset(schema.shape(v), index)];
    }

    /** Codes of all points in row-major order of the sweep axes. */
    public int[] status() {
        return status.clone();
    }

    /** Code of one point, given by one index for each sweep axis. */
    public int status(int... index) {
        return status[Grid.offset(schema.sweepShape(), index)];
    }

    /** Number of points with a given code. */
    public int count(StatusCode code) {
        return (int) Arrays.stream(status).filter(s -> s == code.code()).count();
    }

    /** Index of the position of an axis closest to a value. */
    public int nearest(String axis, double value) {
        return schema.axis(axis).nearest(value);
    }

    /**
     * The part of the data at one position of one axis; the axis is gone from every variable and its value is kept as
     * the attribute {@code at_<axis>}.
     */
    public Dataset slice(String axis, int index) {
        return new Slicing(this, axis, index).result();
    }

    /** The part of the data at the position of an axis closest to a value. */
    public Dataset select(String axis, double value) {
        return slice(axis, nearest(axis, value));
    }

    public Dataset withAttribute(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(attributes);
        more.put(key, value);
        return new Dataset(schema, values, status, more, provenance);
    }

    /** True when schema, statuses, attributes, provenance and every bit of every value agree. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Dataset that
                && schema.equals(that.schema)
                && Arrays.equals(status, that.status)
                && attributes.equals(that.attributes)
                && provenance.equals(that.provenance)
                && values.keySet().stream().allMatch(k -> Arrays.equals(values.get(k), that.values.get(k)));
    }

    @Override
    public int hashCode() {
        return 31 * schema.hashCode() + Arrays.hashCode(status);
    }

    @Override
    public String toString() {
        return "Dataset[" + schema.axes() + ", " + values.keySet() + ", " + status.length + " points, "
                + count(StatusCode.OK) + " ok]";
    }
}
