package org.escapement.data.format.zarr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.escapement.data.Axis;
import org.escapement.data.Dataset;
import org.escapement.data.Provenance;
import org.escapement.data.Schema;
import org.escapement.data.StatusCode;
import org.escapement.data.Variable;

/** A small store whose values are known; also the program of a writer that never finishes. */
final class Sample {
    static final Schema SCHEMA = new Schema(
            List.of(
                    Axis.of("J", new double[] {0, 1, 2, 3, 4.5}, "kappa", "coupling", "$J/\\kappa$"),
                    Axis.of("K", 0.1, 0.2, 0.3, 0.4)),
            List.of(Axis.of("part", List.of("hot", "kält"), "bath", "bath")),
            List.of(
                    new Variable("power", List.of("J", "K"), "kappa^2", "power output", "$P$"),
                    Variable.of("m", "J", "K", "part")),
            List.of(new StatusCode(2, "too_many_steps", "the integrator gave up")));
    static final StoreLayout LAYOUT = layout(Map.of("model digest", "abc"), 2, 3);

    private Sample() {}

    static StoreLayout layout(Map<String, String> identity, int... blockShape) {
        return new StoreLayout(
                SCHEMA, blockShape, identity, Provenance.empty().with("cpu", "any"), Map.of("title", "a sample"));
    }

    static StoreLayout layout(Schema schema) {
        return new StoreLayout(schema, new int[] {2, 3}, LAYOUT.identity(), Provenance.empty(), Map.of());
    }

    static double power(int j, int k) {
        return 10 * j + k + 0.1;
    }

    static double m(int j, int k, int part) {
        return 100 * part - power(j, k) / 3;
    }

    static int status(int j, int k) {
        return j == 3 && k == 1 ? 2 : 0;
    }

    static void commit(DatasetStore store, List<Block> blocks) {
        for (Block block : blocks) {
            double[] power = new double[block.points()];
            double[] m = new double[2 * block.points()];
            int[] status = new int[block.points()];
            for (int p = 0; p < block.points(); p++) {
                int[] at = block.index(p);
                power[p] = power(at[0], at[1]);
                m[2 * p] = m(at[0], at[1], 0);
                m[2 * p + 1] = m(at[0], at[1], 1);
                status[p] = status(at[0], at[1]);
            }
            store.commit(block, Map.of("power", power, "m", m), status);
        }
    }

    static Dataset expected() {
        double[] power = new double[20];
        double[] m = new double[40];
        int[] status = new int[20];
        for (int p = 0; p < 20; p++) {
            power[p] = power(p / 4, p % 4);
            m[2 * p] = m(p / 4, p % 4, 0);
            m[2 * p + 1] = m(p / 4, p % 4, 1);
            status[p] = status(p / 4, p % 4);
        }
        Map<String, double[]> values = new LinkedHashMap<>();
        values.put("power", power);
        values.put("m", m);
        return new Dataset(
                SCHEMA,
                values,
                status,
                Map.of("title", "a sample"),
                Provenance.empty().with("cpu", "any").with("model digest", "abc"));
    }

    /** Starts another process that writes some blocks and then keeps the store open. */
    static Process writer(Path path) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sample.class.getName(),
                        path.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) throws InterruptedException {
        DatasetStore store = DatasetStore.create(Path.of(arguments[0]), LAYOUT);
        commit(store, store.blocks().subList(0, 2));
        System.out.println("holding");
        commit(store, store.blocks().subList(2, 3));
        System.out.println("still holding");
        Thread.sleep(60_000);
        store.close();
    }

    static void assertSameFiles(Path one, Path other) throws IOException {
        Map<String, Path> ones = files(one);
        Map<String, Path> others = files(other);
        assertEquals(ones.keySet(), others.keySet());
        for (Map.Entry<String, Path> file : ones.entrySet()) {
            assertArrayEquals(
                    Files.readAllBytes(file.getValue()), Files.readAllBytes(others.get(file.getKey())), file.getKey());
        }
    }

    private static Map<String, Path> files(Path store) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(store)) {
            walk.filter(Files::isRegularFile)
                    .filter(f -> !f.endsWith("run.log"))
                    .forEach(f -> files.put(store.relativize(f).toString(), f));
        }
        return files;
    }
}
