package org.escapement.data.format.zarr;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.escapement.data.Provenance;
import org.escapement.data.Schema;
import org.escapement.data.Variable;

/**
 * Everything that is fixed when a store is created.
 *
 * @param schema axes, variables and statuses; each variable has all sweep axes first, then axes of its own
 * @param blockShape points of one block along each sweep axis: the unit of work, of storage and of resuming
 * @param identity what must be equal for a run to be continued, for example the digest of the model, the tolerances
 *     and the seed
 * @param provenance further facts about the run that created the store; they may differ when it is continued
 * @param attributes title, source and the like, shown by readers of the file
 */
public record StoreLayout(
        Schema schema,
        int[] blockShape,
        Map<String, String> identity,
        Provenance provenance,
        Map<String, String> attributes) {

    public StoreLayout {
        blockShape = blockShape.clone();
        identity = Collections.unmodifiableMap(new LinkedHashMap<>(identity));
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        if (blockShape.length != schema.sweep().size()) {
            throw new IllegalArgumentException("The block shape " + Arrays.toString(blockShape)
                    + " needs one length for" + " each of the " + schema.sweep().size() + " sweep axes.");
        }
        for (int length : blockShape) {
            if (length < 1) {
                throw new IllegalArgumentException(
                        "The block shape " + Arrays.toString(blockShape) + " must hold positive lengths only.");
            }
        }
        for (Variable variable : schema.variables()) {
            if (!schema.sweeps(variable)) {
                throw new IllegalArgumentException("Variable \"" + variable.name() + "\" has the axes "
                        + variable.axes() + ": in a store every variable begins with all sweep axes in order.");
            }
        }
    }

    /** A layout with nothing to compare but the schema. */
    public static StoreLayout of(Schema schema, int... blockShape) {
        return new StoreLayout(schema, blockShape, Map.of(), Provenance.empty(), Map.of());
    }

    @Override
    public int[] blockShape() {
        return blockShape.clone();
    }

    /** Number of blocks along each sweep axis. */
    int[] blockCounts() {
        int[] counts = schema.sweepShape();
        for (int k = 0; k < counts.length; k++) {
            counts[k] = Math.ceilDiv(counts[k], blockShape[k]);
        }
        return counts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoreLayout that
                && schema.equals(that.schema)
                && Arrays.equals(blockShape, that.blockShape)
                && identity.equals(that.identity)
                && provenance.equals(that.provenance)
                && attributes.equals(that.attributes);
    }

    @Override
    public int hashCode() {
        return 31 * schema.hashCode() + Arrays.hashCode(blockShape);
    }
}
