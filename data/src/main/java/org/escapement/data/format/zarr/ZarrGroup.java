package org.escapement.data.format.zarr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.escapement.data.Axis;
import org.escapement.data.Schema;
import org.escapement.data.StatusCode;
import org.escapement.data.Variable;

/** The arrays that hold a store, as Zarr and xarray want them described. */
final class ZarrGroup {
    private final StoreLayout layout;

    ZarrGroup(StoreLayout layout) {
        this.layout = layout;
    }

    /** All metadata documents by their path inside the store, in a fixed order. */
    Map<String, Object> documents() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(".zgroup", Map.of("zarr_format", 2));
        all.put(".zattrs", attributes());
        for (ZarrArray array : arrays()) {
            all.put(array.name() + "/.zarray", array.metadata());
            all.put(array.name() + "/.zattrs", array.allAttributes());
        }
        return all;
    }

    /** The same documents in one, so that a reader on a slow file system opens one file instead of dozens. */
    Map<String, Object> consolidated(Map<String, Object> documents) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("metadata", documents);
        all.put("zarr_consolidated_format", 1);
        return all;
    }

    private Map<String, Object> attributes() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.putAll(layout.provenance().entries());
        all.putAll(layout.identity());
        all.putAll(layout.attributes());
        return all;
    }

    private List<ZarrArray> arrays() {
        List<ZarrArray> all = new ArrayList<>();
        Schema schema = layout.schema();
        schema.axes().forEach(axis -> all.add(coordinate(axis)));
        schema.variables().forEach(variable -> all.add(variable(variable)));
        all.add(status());
        return all;
    }

    static ZarrArray coordinate(Axis axis) {
        int[] shape = {axis.size()};
        int[] chunk = {Math.max(1, axis.size())};
        String type = axis.categorical() ? "<U" + width(axis) : "<f8";
        Object fill = axis.categorical() ? "" : "NaN";
        return new ZarrArray(
                axis.name(),
                shape,
                chunk,
                type,
                fill,
                List.of(axis.name()),
                described(axis.unit(), axis.longName(), axis.label()));
    }

    /** Longest category in characters as numpy counts them. */
    static int width(Axis axis) {
        return Math.max(
                1,
                axis.categories().stream()
                        .mapToInt(c -> c.codePointCount(0, c.length()))
                        .max()
                        .orElse(1));
    }

    private ZarrArray variable(Variable variable) {
        return new ZarrArray(
                variable.name(),
                layout.schema().shape(variable),
                chunk(variable),
                "<f8",
                "NaN",
                variable.axes(),
                described(variable.unit(), variable.longName(), variable.label()));
    }

    /** Block shape along the sweep axes, full length along the axes of the variable's own. */
    int[] chunk(Variable variable) {
        int[] chunk = layout.schema().shape(variable);
        int[] block = layout.blockShape();
        System.arraycopy(block, 0, chunk, 0, block.length);
        return chunk;
    }

    private ZarrArray status() {
        List<StatusCode> statuses = layout.schema().statuses();
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("long_name", "status of the point");
        // Names of the CF conventions for integer flags.
        attributes.put("flag_values", statuses.stream().map(StatusCode::code).toList());
        attributes.put("flag_meanings", statuses.stream().map(StatusCode::name).collect(Collectors.joining(" ")));
        attributes.put(
                "legend",
                statuses.stream()
                        .map(s -> s.code() + " " + s.name() + ": " + s.meaning())
                        .collect(Collectors.joining("; ")));
        return new ZarrArray(
                Schema.STATUS,
                layout.schema().sweepShape(),
                layout.blockShape(),
                "<i4",
                StatusCode.NOT_COMPUTED.code(),
                layout.schema().sweep().stream().map(Axis::name).toList(),
                attributes);
    }

    private static Map<String, Object> described(String unit, String longName, String label) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("units", unit);
        attributes.put("long_name", longName);
        attributes.put("label", label);
        return attributes;
    }
}
