package org.escapement.data.format.zarr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.escapement.data.Axis;
import org.escapement.data.Dataset;
import org.escapement.data.Schema;
import org.escapement.data.StatusCode;
import org.escapement.data.StoreException;
import org.escapement.data.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetStoreTest {
    @TempDir
    Path temp;

    @Test
    void whatIsCommittedIsReadBack() {
        Path path = temp.resolve("run");
        try (DatasetStore store = DatasetStore.create(path, Sample.LAYOUT)) {
            Sample.commit(store, store.blocks());
            assertTrue(store.missing().isEmpty());
            assertEquals(Sample.expected(), store.read());
        }
        assertEquals(Sample.expected(), DatasetStore.read(path));
    }

    @Test
    void bytesDoNotDependOnTheOrderOfCommits() throws IOException {
        Path straight = temp.resolve("straight");
        try (DatasetStore store = DatasetStore.create(straight, Sample.LAYOUT)) {
            Sample.commit(store, store.blocks());
        }
        Path shuffled = temp.resolve("shuffled");
        List<Block> order;
        try (DatasetStore store = DatasetStore.create(shuffled, Sample.LAYOUT)) {
            order = new ArrayList<>(store.blocks());
            Collections.shuffle(order, new Random(1));
            Sample.commit(store, order.subList(0, 3));
        }
        try (DatasetStore store = DatasetStore.open(shuffled, Sample.LAYOUT)) {
            assertEquals(order.size() - 3, store.missing().size());
            Sample.commit(store, store.missing());
            store.log("finished at some time of day");
        }
        Sample.assertSameFiles(straight, shuffled);
    }

    @Test
    void aWriterKilledBetweenOrInsideBlocksLosesNothingThatIsDone() throws IOException, InterruptedException {
        Path straight = temp.resolve("straight");
        try (DatasetStore store = DatasetStore.create(straight, Sample.LAYOUT)) {
            Sample.commit(store, store.blocks());
        }
        Path killed = temp.resolve("killed");
        Process writer = Sample.writer(killed);
        try (var lines = writer.inputReader()) {
            lines.readLine();
            StoreException refusal = assertThrows(StoreException.class, () -> DatasetStore.open(killed));
            assertTrue(refusal.getMessage().contains("another process"), refusal.getMessage());
            lines.readLine();
            writer.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        Files.write(killed.resolve("power").resolve(".0.1.99.1.tmp"), new byte[] {1, 2, 3});
        try (DatasetStore store = DatasetStore.open(killed, Sample.LAYOUT)) {
            assertFalse(store.missing().isEmpty());
            assertTrue(store.missing().size() < store.blocks().size());
            Sample.commit(store, store.missing());
        }
        Sample.assertSameFiles(straight, killed);
    }

    @Test
    void aBlockWithoutStatusIsNotDoneAndReadsAsNotComputed() throws IOException {
        Path path = temp.resolve("run");
        try (DatasetStore store = DatasetStore.create(path, Sample.LAYOUT)) {
            Sample.commit(store, store.blocks());
            Files.delete(path.resolve("status").resolve("0.0"));
            assertFalse(store.done(store.blocks().getFirst()));
            Dataset data = store.read();
            assertEquals(StatusCode.NOT_COMPUTED.code(), data.status(0, 0));
            assertTrue(Double.isNaN(data.value("power", 0, 0)));
        }
    }

    @Test
    void aDamagedChunkIsNamedWithTheRemedy() throws IOException {
        Path path = temp.resolve("run");
        try (DatasetStore store = DatasetStore.create(path, Sample.LAYOUT)) {
            Sample.commit(store, store.blocks());
        }
        Path chunk = path.resolve("power").resolve("0.0");
        Files.write(chunk, java.util.Arrays.copyOf(Files.readAllBytes(chunk), 12));
        StoreException damage = assertThrows(StoreException.class, () -> DatasetStore.read(path));
        assertTrue(damage.getMessage().contains("power/0.0"), damage.getMessage());
        assertTrue(damage.getMessage().contains("status/0.0"), damage.getMessage());
    }

    @Test
    void twoWritersInOneProcessAreRefusedUntilTheFirstCloses() {
        Path path = temp.resolve("run");
        try (DatasetStore store = DatasetStore.create(path, Sample.LAYOUT)) {
            assertThrows(StoreException.class, () -> DatasetStore.open(path));
            assertEquals(0, store.read().count(StatusCode.OK));
        }
        DatasetStore.open(path).close();
    }

    @Test
    void whatDiffersIsNamedWhenAStoreBelongsToAnotherRun() {
        Path path = temp.resolve("run");
        DatasetStore.create(path, Sample.LAYOUT).close();
        refused(path, Sample.layout(Map.of("model digest", "other"), 2, 3), "model digest is abc, not other");
        refused(path, Sample.layout(Sample.LAYOUT.identity(), 2, 2), "block shape");
        Schema schema = Sample.LAYOUT.schema();
        Schema moved = new Schema(
                List.of(Axis.of("J", 0, 1, 2, 3, 4.5), schema.sweep().get(1)),
                schema.own(),
                schema.variables(),
                schema.statuses());
        refused(path, Sample.layout(moved), "axis \"J\" is described by");
        Schema renamed =
                new Schema(schema.sweep(), schema.own(), List.of(Variable.of("heat", "J", "K")), schema.statuses());
        refused(path, Sample.layout(renamed), "variables are [power, m], not [heat]");
        DatasetStore.open(path, Sample.LAYOUT).close();
    }

    private static void refused(Path path, StoreLayout wanted, String why) {
        String message = assertThrows(StoreException.class, () -> DatasetStore.open(path, wanted))
                .getMessage();
        assertTrue(message.contains(why), message);
    }

    @Test
    void aDirectoryOfSomeoneElseIsLeftAlone() throws IOException {
        Files.writeString(temp.resolve("thesis.txt"), "precious");
        assertThrows(StoreException.class, () -> DatasetStore.create(temp, Sample.LAYOUT));
        assertThrows(StoreException.class, () -> DatasetStore.open(temp));
        assertThrows(StoreException.class, () -> DatasetStore.open(temp.resolve("nowhere")));
    }

    @Test
    void valuesThatDoNotFitTheBlockAreRefused() {
        try (DatasetStore store = DatasetStore.create(temp.resolve("run"), Sample.LAYOUT)) {
            Block block = store.blocks().getFirst();
            assertThrows(StoreException.class, () -> store.commit(block, Map.of("power", new double[6]), new int[6]));
            assertThrows(
                    StoreException.class,
                    () -> store.commit(block, Map.of("power", new double[5], "m", new double[12]), new int[6]));
        }
    }

    @Test
    void aStoreWithoutSweepHoldsOnePoint() {
        Schema schema =
                new Schema(List.of(), List.of(Axis.of("t", 0, 1, 2)), List.of(Variable.of("x", "t")), List.of());
        try (DatasetStore store = DatasetStore.create(temp.resolve("one"), StoreLayout.of(schema))) {
            assertEquals(1, store.blocks().size());
            store.commit(store.blocks().getFirst(), Map.of("x", new double[] {3, 4, 5}), new int[1]);
            assertArrayEquals(new double[] {3, 4, 5}, store.read().values("x"));
        }
    }
}
