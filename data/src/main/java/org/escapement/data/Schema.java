package org.escapement.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The shape of a set of results, known before any is computed.
 *
 * @param sweep axes of the grid of points, slowest varying first; each point has one status
 * @param own further axes that single variables carry inside a point, for example time or frequency
 * @param variables quantities, each on some of these axes
 * @param statuses legend of the status codes; "ok" and "not computed" are always part of it
 */
public record Schema(List<Axis> sweep, List<Axis> own, List<Variable> variables, List<StatusCode> statuses) {

    /** Name under which the status of the points is stored and exported. */
    public static final String STATUS = "status";

    public Schema {
        sweep = List.copyOf(sweep);
        own = List.copyOf(own);
        variables = List.copyOf(variables);
        statuses = complete(statuses);
        Set<String> names = new HashSet<>(Set.of(STATUS));
        List<Axis> all = new ArrayList<>(sweep);
        all.addAll(own);
        for (Axis axis : all) {
            unique(names, axis.name());
        }
        Set<String> axes = all.stream().map(Axis::name).collect(Collectors.toSet());
        for (Variable variable : variables) {
            unique(names, variable.name());
            for (String axis : variable.axes()) {
                if (!axes.contains(axis)) {
                    throw new IllegalArgumentException("Variable \"" + variable.name() + "\" names the axis \"" + axis
                            + "\", which the schema does not have; it has " + axes + ".");
                }
            }
        }
    }

    /** A schema in which every axis is swept and the only statuses are "ok" and "not computed". */
    public static Schema of(List<Axis> sweep, List<Variable> variables) {
        return new Schema(sweep, List.of(), variables, List.of());
    }

    private static List<StatusCode> complete(List<StatusCode> given) {
        List<StatusCode> all = new ArrayList<>();
        for (StatusCode standard : List.of(StatusCode.OK, StatusCode.NOT_COMPUTED)) {
            if (given.stream().noneMatch(s -> s.code() == standard.code())) {
                all.add(standard);
            }
        }
        all.addAll(given);
        Set<Integer> codes = new HashSet<>();
        for (StatusCode status : all) {
            if (!codes.add(status.code())) {
                throw new IllegalArgumentException(
                        "Status code " + status.code() + " is given twice; the second is \"" + status.name() + "\".");
            }
        }
        return List.copyOf(all);
    }

    private static void unique(Set<String> names, String name) {
        if (!names.add(name)) {
            throw new IllegalArgumentException(
                    "The name \"" + name + "\" is used twice: axes, variables and \"status\" need different names.");
        }
    }

    /** Sweep axes, then own axes. */
    public List<Axis> axes() {
        List<Axis> all = new ArrayList<>(sweep);
        all.addAll(own);
        return List.copyOf(all);
    }

    public Axis axis(String name) {
        return axes().stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown("axis", name, axes().stream().map(Axis::name)));
    }

    public Variable variable(String name) {
        return variables.stream()
                .filter(v -> v.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown("variable", name, variables.stream().map(Variable::name)));
    }

    /** Lengths of the axes of a variable, in its own order. */
    public int[] shape(Variable variable) {
        return variable.axes().stream().mapToInt(a -> axis(a).size()).toArray();
    }

    /** Lengths of the sweep axes. */
    public int[] sweepShape() {
        return sweep.stream().mapToInt(Axis::size).toArray();
    }

    /** True when the variable has all sweep axes, in order, before any other: one entry for each point. */
    public boolean sweeps(Variable variable) {
        List<String> names = sweep.stream().map(Axis::name).toList();
        return variable.axes().size() >= names.size()
                && variable.axes().subList(0, names.size()).equals(names);
    }

    private static IllegalArgumentException unknown(String kind, String name, java.util.stream.Stream<String> known) {
        return new IllegalArgumentException("There is no " + kind + " \"" + name + "\"; there are "
                + known.collect(Collectors.joining(", ")) + ".");
    }
}
