package org.escapement.data.format.zarr;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escapement.data.Axis;
import org.escapement.data.StatusCode;
import org.escapement.data.Variable;

/** Says in words why a run cannot be continued in an existing store. */
record LayoutDifference(StoreLayout stored, StoreLayout wanted) {

    /** The first difference that matters; provenance and attributes may differ. */
    Optional<String> first() {
        return axes("sweep axes", stored.schema().sweep(), wanted.schema().sweep())
                .or(() ->
                        axes("own axes", stored.schema().own(), wanted.schema().own()))
                .or(() -> names(
                        "variables",
                        stored.schema().variables().stream().map(Variable::name).toList(),
                        wanted.schema().variables().stream().map(Variable::name).toList()))
                .or(this::variables)
                .or(this::statuses)
                .or(this::blocks)
                .or(this::identity);
    }

    private static Optional<String> names(String what, List<String> stored, List<String> wanted) {
        return stored.equals(wanted)
                ? Optional.empty()
                : Optional.of("its " + what + " are " + stored + ", not " + wanted);
    }

    private static Optional<String> axes(String what, List<Axis> stored, List<Axis> wanted) {
        Optional<String> names = names(
                what,
                stored.stream().map(Axis::name).toList(),
                wanted.stream().map(Axis::name).toList());
        for (int i = 0; i < stored.size() && names.isEmpty(); i++) {
            names = axis(stored.get(i), wanted.get(i));
        }
        return names;
    }

    private static Optional<String> axis(Axis stored, Axis wanted) {
        if (stored.equals(wanted)) {
            return Optional.empty();
        }
        String name = "axis \"" + stored.name() + "\"";
        if (stored.size() != wanted.size()) {
            return Optional.of(name + " has " + stored.size() + " positions, not " + wanted.size());
        }
        for (int i = 0; i < stored.size(); i++) {
            if (!stored.text(i).equals(wanted.text(i))) {
                return Optional.of(name + " holds " + stored.text(i) + " at position " + i + ", not " + wanted.text(i));
            }
        }
        return Optional.of(name + " is described by " + describe(stored) + ", not by " + describe(wanted));
    }

    private static String describe(Axis axis) {
        return "unit \"" + axis.unit() + "\", name \"" + axis.longName() + "\", label \"" + axis.label() + "\"";
    }

    private Optional<String> variables() {
        List<Variable> theirs = wanted.schema().variables();
        return stored.schema().variables().stream()
                .filter(v -> !theirs.contains(v))
                .findFirst()
                .map(v -> "variable \"" + v.name() + "\" is " + v + ", not "
                        + wanted.schema().variable(v.name()));
    }

    private Optional<String> statuses() {
        List<StatusCode> ours = stored.schema().statuses();
        List<StatusCode> theirs = wanted.schema().statuses();
        return ours.equals(theirs)
                ? Optional.empty()
                : Optional.of("its legend of statuses is " + ours + ", not " + theirs);
    }

    private Optional<String> blocks() {
        return Arrays.equals(stored.blockShape(), wanted.blockShape())
                ? Optional.empty()
                : Optional.of("its block shape is " + Arrays.toString(stored.blockShape()) + ", not "
                        + Arrays.toString(wanted.blockShape()));
    }

    private Optional<String> identity() {
        Map<String, String> ours = stored.identity();
        Map<String, String> theirs = wanted.identity();
        Set<String> keys = new LinkedHashSet<>(ours.keySet());
        keys.addAll(theirs.keySet());
        return keys.stream()
                .filter(k -> !ours.getOrDefault(k, "absent").equals(theirs.getOrDefault(k, "absent")))
                .findFirst()
                .map(k -> "its " + k + " is " + ours.getOrDefault(k, "absent") + ", not "
                        + theirs.getOrDefault(k, "absent"));
    }
}
