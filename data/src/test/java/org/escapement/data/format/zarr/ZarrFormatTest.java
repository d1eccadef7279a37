package org.escapement.data.format.zarr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the files as the Zarr version 2 specification says, without any code of the store. */
class ZarrFormatTest {
    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path store;

    @BeforeEach
    void write() {
        try (DatasetStore open = DatasetStore.create(store, Sample.LAYOUT)) {
            Sample.commit(open, open.blocks().subList(0, open.blocks().size() - 1));
        }
    }

    private JsonNode document(String path) throws IOException {
        return json.readTree(Files.readAllBytes(store.resolve(path)));
    }

    /** The element of an array as 64 bits, or its fill value as text. */
    private String element(String array, int... index) throws IOException {
        JsonNode meta = document(array + "/.zarray");
        assertEquals(2, meta.get("zarr_format").asInt());
        assertEquals("zlib", meta.get("compressor").get("id").asText());
        assertEquals("C", meta.get("order").asText());
        assertTrue(meta.get("filters").isNull());
        List<String> key = new ArrayList<>();
        int offset = 0;
        for (int k = 0; k < index.length; k++) {
            int chunk = meta.get("chunks").get(k).asInt();
            key.add(Integer.toString(index[k] / chunk));
            offset = offset * chunk + index[k] % chunk;
        }
        Path file = store.resolve(array).resolve(String.join(".", key));
        if (!Files.exists(file)) {
            return meta.get("fill_value").asText();
        }
        byte[] raw = new InflaterInputStream(new ByteArrayInputStream(Files.readAllBytes(file))).readAllBytes();
        String type = meta.get("dtype").asText();
        int width = Integer.parseInt(type.substring(2)) * (type.charAt(1) == 'U' ? 4 : 1);
        if (type.charAt(1) == 'U') {
            return new String(raw, offset * width, width, "UTF-32LE").replace("\0", "");
        }
        long bits = 0;
        for (int b = width - 1; b >= 0; b--) {
            bits = bits << 8 | raw[offset * width + b] & 0xff;
        }
        return type.equals("<f8") ? Double.toString(Double.longBitsToDouble(bits)) : Integer.toString((int) bits);
    }

    @Test
    void everyElementIsWhereTheSpecificationPutsIt() throws IOException {
        for (int j = 0; j < 4; j++) {
            for (int k = 0; k < 4; k++) {
                boolean ok = Sample.status(j, k) == 0;
                assertEquals(Integer.toString(Sample.status(j, k)), element("status", j, k));
                assertEquals(Double.toString(ok ? Sample.power(j, k) : Double.NaN), element("power", j, k));
                assertEquals(Double.toString(ok ? Sample.m(j, k, 1) : Double.NaN), element("m", j, k, 1));
            }
        }
        assertEquals("-1", element("status", 4, 3));
        assertEquals("NaN", element("power", 4, 3));
        assertEquals("4.5", element("J", 4));
        assertEquals("kält", element("part", 1));
    }

    @Test
    void arraysNameTheirDimensionsAndTheConsolidatedFileAgrees() throws IOException {
        assertEquals(
                "[\"J\",\"K\",\"part\"]",
                document("m/.zattrs").get("_ARRAY_DIMENSIONS").toString());
        assertEquals("[\"J\"]", document("J/.zattrs").get("_ARRAY_DIMENSIONS").toString());
        assertEquals("kappa", document("J/.zattrs").get("units").asText());
        assertEquals(
                "ok not_computed too_many_steps",
                document("status/.zattrs").get("flag_meanings").asText());
        assertEquals("abc", document(".zattrs").get("model digest").asText());
        JsonNode all = document(".zmetadata").get("metadata");
        for (var entry : all.properties()) {
            assertEquals(document(entry.getKey()), entry.getValue());
        }
        assertEquals(2 + 2 * 6, all.size());
        String text = Files.readString(store.resolve(".zmetadata"), StandardCharsets.UTF_8);
        assertTrue(text.endsWith("}\n") && !text.contains("\r"), "line ends do not depend on the machine");
    }
}
