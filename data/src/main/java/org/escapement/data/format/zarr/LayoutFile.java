package org.escapement.data.format.zarr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.escapement.data.Axis;
import org.escapement.data.Provenance;
import org.escapement.data.Schema;
import org.escapement.data.StatusCode;
import org.escapement.data.StoreException;
import org.escapement.data.Variable;

/**
 * The file {@code layout.json} of a store: its layout in full. Zarr readers do not look at it; a resumed run compares
 * itself with it. It is written last, so a store that has it is complete in everything but blocks.
 */
final class LayoutFile {
    static final String NAME = "layout.json";
    private static final int VERSION = 1;

    /** Form of the file; the order of the components is the order of the keys. */
    private record Form(
            int version,
            List<Axis> sweep,
            List<Axis> own,
            List<Variable> variables,
            List<StatusCode> statuses,
            int[] blockShape,
            Map<String, String> identity,
            Map<String, String> provenance,
            Map<String, String> attributes) {}

    private final ObjectMapper mapper = new ObjectMapper();

    byte[] bytes(StoreLayout layout) {
        Schema schema = layout.schema();
        Form form = new Form(
                VERSION,
                schema.sweep(),
                schema.own(),
                schema.variables(),
                schema.statuses(),
                layout.blockShape(),
                layout.identity(),
                layout.provenance().entries(),
                layout.attributes());
        Map<String, Object> tree = mapper.convertValue(form, new TypeReference<>() {});
        return json(tree);
    }

    /** JSON with a fixed indentation and line end, whatever the machine. */
    byte[] json(Object document) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        ObjectWriter writer = mapper.writer(new DefaultPrettyPrinter().withObjectIndenter(indenter));
        try {
            return (writer.writeValueAsString(document) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A store document cannot be written as JSON: " + e.getMessage(), e);
        }
    }

    StoreLayout read(Path store) throws IOException {
        Path file = store.resolve(NAME);
        if (!Files.exists(file)) {
            throw new StoreException("There is no store at " + store + ": the file " + NAME
                    + " is missing. Check the path, or start the run to create the store.");
        }
        Form form;
        try {
            form = mapper.readValue(Files.readAllBytes(file), Form.class);
        } catch (JsonProcessingException e) {
            throw new StoreException(
                    "The file " + file + " cannot be read as a store layout: " + e.getOriginalMessage()
                            + ". Restore it from a copy, or start in a new directory.",
                    e);
        }
        if (form.version() != VERSION) {
            throw new StoreException("The store " + store + " has layout version " + form.version()
                    + " but this program reads version " + VERSION + ": use the program that wrote it.");
        }
        Schema schema = new Schema(form.sweep(), form.own(), form.variables(), form.statuses());
        return new StoreLayout(
                schema, form.blockShape(), form.identity(), new Provenance(form.provenance()), form.attributes());
    }
}
