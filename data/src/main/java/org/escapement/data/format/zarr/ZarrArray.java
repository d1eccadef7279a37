package org.escapement.data.format.zarr;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/**
 * Description of one array of the Zarr version 2 format, little endian, row-major, compressed with zlib.
 *
 * @param type element type as numpy writes it: {@code <f8}, {@code <i4} or {@code <U}n
 * @param fill value of elements whose chunk does not exist
 * @param dimensions names of the axes, which xarray reads from the attribute {@code _ARRAY_DIMENSIONS}
 */
record ZarrArray(
        String name,
        int[] shape,
        int[] chunks,
        String type,
        Object fill,
        List<String> dimensions,
        Map<String, Object> attributes) {

    private static final int LEVEL = 3;
    private static final Charset UTF_32 = Charset.forName("UTF-32LE");

    Map<String, Object> metadata() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("zarr_format", 2);
        json.put("shape", shape);
        json.put("chunks", chunks);
        json.put("dtype", type);
        json.put("order", "C");
        json.put("fill_value", fill);
        json.put("filters", null);
        Map<String, Object> compressor = new LinkedHashMap<>();
        compressor.put("id", "zlib");
        compressor.put("level", LEVEL);
        json.put("compressor", compressor);
        return json;
    }

    Map<String, Object> allAttributes() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("_ARRAY_DIMENSIONS", dimensions);
        json.putAll(attributes);
        return json;
    }

    /** File name of a chunk; an array without axes has the single chunk "0". */
    static String key(int... chunk) {
        return chunk.length == 0
                ? "0"
                : Arrays.stream(chunk).mapToObj(Integer::toString).collect(Collectors.joining("."));
    }

    static byte[] encode(double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            // One bit pattern for every NaN, so that equal results are equal files.
            buffer.putLong(Double.doubleToLongBits(value));
        }
        return deflate(buffer.array());
    }

    static byte[] encode(int[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asIntBuffer().put(values);
        return deflate(buffer.array());
    }

    /** Texts of fixed width, padded with zeros, as numpy keeps them. */
    static byte[] encode(List<String> texts, int width) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * width * texts.size());
        for (int i = 0; i < texts.size(); i++) {
            buffer.position(4 * width * i).put(texts.get(i).getBytes(UTF_32));
        }
        return deflate(buffer.array());
    }

    static double[] decodeDoubles(byte[] chunk, int size) throws DataFormatException {
        double[] values = new double[size];
        inflate(chunk, 8 * size).asDoubleBuffer().get(values);
        return values;
    }

    static int[] decodeInts(byte[] chunk, int size) throws DataFormatException {
        int[] values = new int[size];
        inflate(chunk, 4 * size).asIntBuffer().get(values);
        return values;
    }

    private static byte[] deflate(byte[] raw) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(LEVEL);
        try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
            stream.write(raw);
        } catch (IOException e) {
            throw new AssertionError("writing to memory cannot fail", e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    private static ByteBuffer inflate(byte[] chunk, int length) throws DataFormatException {
        byte[] raw = new byte[length];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(chunk);
            int read = 0;
            while (read < length && !inflater.finished()) {
                int more = inflater.inflate(raw, read, length - read);
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                read += more;
            }
            if (read < length) {
                throw new DataFormatException(read + " of " + length + " bytes");
            }
        } finally {
            inflater.end();
        }
        return ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    }
}
