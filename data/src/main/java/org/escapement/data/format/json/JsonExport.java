package org.escapement.data.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.escapement.data.Axis;
import org.escapement.data.Dataset;
import org.escapement.data.StatusCode;
import org.escapement.data.StoreException;
import org.escapement.data.Variable;

/**
 * Writes a dataset as one JSON object with the members {@code axes}, {@code variables}, {@code status},
 * {@code status_codes}, {@code attributes} and {@code provenance}. Values are flat row-major lists with their
 * {@code shape}; numbers that are not finite are {@code null}, since JSON has none.
 */
public final class JsonExport {
    private final Dataset data;
    private final JsonGenerator json;

    private JsonExport(Dataset data, JsonGenerator json) {
        this.data = data;
        this.json = json;
    }

    public static void write(Dataset data, Path file) {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            write(data, out);
        } catch (IOException e) {
            throw new StoreException("Could not write " + file + ": " + e + ". Check free space and permissions.", e);
        }
    }

    public static String text(Dataset data) {
        StringWriter out = new StringWriter();
        try {
            write(data, out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return out.toString();
    }

    private static void write(Dataset data, Writer out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            new JsonExport(data, json).document();
        }
    }

    private void document() throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("axes");
        for (Axis axis : data.schema().axes()) {
            axis(axis);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("variables");
        for (Variable variable : data.schema().variables()) {
            variable(variable);
        }
        json.writeEndArray();
        json.writeFieldName("status");
        int[] status = data.status();
        json.writeArray(status, 0, status.length);
        json.writeArrayFieldStart("status_codes");
        for (StatusCode code : data.schema().statuses()) {
            json.writeStartObject();
            json.writeNumberField("code", code.code());
            json.writeStringField("name", code.name());
            json.writeStringField("meaning", code.meaning());
            json.writeEndObject();
        }
        json.writeEndArray();
        map("attributes", data.attributes());
        map("provenance", data.provenance().entries());
        json.writeEndObject();
    }

    private void axis(Axis axis) throws IOException {
        json.writeStartObject();
        describe(axis.name(), axis.unit(), axis.longName(), axis.label());
        json.writeBooleanField("swept", data.schema().sweep().contains(axis));
        json.writeArrayFieldStart("values");
        for (int i = 0; i < axis.size(); i++) {
            if (axis.categorical()) {
                json.writeString(axis.text(i));
            } else {
                json.writeNumber(axis.value(i));
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void variable(Variable variable) throws IOException {
        json.writeStartObject();
        describe(variable.name(), variable.unit(), variable.longName(), variable.label());
        json.writeArrayFieldStart("axes");
        for (String axis : variable.axes()) {
            json.writeString(axis);
        }
        json.writeEndArray();
        int[] shape = data.schema().shape(variable);
        json.writeFieldName("shape");
        json.writeArray(shape, 0, shape.length);
        json.writeArrayFieldStart("values");
        for (double value : data.values(variable.name())) {
            if (Double.isFinite(value)) {
                json.writeNumber(value);
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void describe(String name, String unit, String longName, String label) throws IOException {
        json.writeStringField("name", name);
        json.writeStringField("unit", unit);
        json.writeStringField("long_name", longName);
        json.writeStringField("label", label);
    }

    private void map(String name, Map<String, String> entries) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }
}
