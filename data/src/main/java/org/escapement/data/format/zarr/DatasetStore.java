package org.escapement.data.format.zarr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.escapement.data.Axis;
import org.escapement.data.Dataset;
import org.escapement.data.Grid;
import org.escapement.data.Schema;
import org.escapement.data.StoreException;
import org.escapement.data.Variable;

/**
 * Results of a sweep on disk while they are computed: a Zarr version 2 directory cut into blocks of points.
 *
 * <p>A block is done exactly when the file of its statuses exists, because that file is written last. Every file is
 * written under a temporary name, forced to disk and renamed, so a process may die at any moment and the run goes on
 * from the blocks that are done. The files depend on the values alone, never on the order of commits or on the clock;
 * times of day belong into {@link #log}. One process writes at a time; anyone may {@link #read(Path)}. Blocks may be
 * committed from several threads.
 */
public final class DatasetStore implements AutoCloseable {
    private static final String LOG = "run.log";

    private final Path directory;
    private final StoreLayout layout;
    private final StoreLock lock;
    private final BlockFiles files;

    private DatasetStore(Path directory, StoreLayout layout, StoreLock lock) {
        this.directory = directory;
        this.layout = layout;
        this.lock = lock;
        this.files = new BlockFiles(directory, layout);
    }

    /** Creates a store in a directory that is new, empty, or left by a creation that died. */
    public static DatasetStore create(Path directory, StoreLayout layout) {
        return locked(directory, true, lock -> {
            if (Files.exists(directory.resolve(LayoutFile.NAME))) {
                throw new StoreException("There is a store at " + directory
                        + " already: open it to continue that run, or choose another directory.");
            }
            refuseForeign(directory);
            writeMetadata(directory, layout);
            return new DatasetStore(directory, layout, lock).swept();
        });
    }

    /** Opens an existing store to continue it, as it is. */
    public static DatasetStore open(Path directory) {
        return locked(directory, false, lock -> {
            StoreLayout stored = new LayoutFile().read(directory);
            return new DatasetStore(directory, stored, lock).swept();
        });
    }

    /** Opens an existing store to continue it, and refuses when it was made for something else. */
    public static DatasetStore open(Path directory, StoreLayout wanted) {
        DatasetStore store = open(directory);
        Optional<String> difference = new LayoutDifference(store.layout, wanted).first();
        if (difference.isPresent()) {
            store.close();
            throw new StoreException("The store " + directory + " belongs to another run: " + difference.get()
                    + ". Choose another directory, or restore the old settings to continue it.");
        }
        return store;
    }

    /** Opens the store when there is one and creates it otherwise. */
    public static DatasetStore openOrCreate(Path directory, StoreLayout layout) {
        return Files.exists(directory.resolve(LayoutFile.NAME)) ? open(directory, layout) : create(directory, layout);
    }

    /** What is done so far, without asking for the right to write. */
    public static Dataset read(Path directory) {
        try {
            StoreLayout stored = new LayoutFile().read(directory);
            return new BlockFiles(directory, stored).read();
        } catch (IOException e) {
            throw failed("read", directory, e);
        }
    }

    /** What is done so far. */
    public Dataset read() {
        try {
            return files.read();
        } catch (IOException e) {
            throw failed("read", directory, e);
        }
    }

    public StoreLayout layout() {
        return layout;
    }

    /** All blocks in row-major order. */
    public List<Block> blocks() {
        return IntStream.range(0, Grid.size(layout.blockCounts()))
                .mapToObj(number -> Block.of(layout, number))
                .toList();
    }

    /** The blocks that remain to be computed. */
    public List<Block> missing() {
        return blocks().stream().filter(block -> !done(block)).toList();
    }

    public boolean done(Block block) {
        return files.done(block);
    }

    /**
     * Stores a block for good.
     *
     * @param values for each variable a row-major array over the points of the block, then the variable's own axes
     * @param status one code for each point of the block; values of points that are not ok are stored as NaN
     */
    public void commit(Block block, Map<String, double[]> values, int[] status) {
        try {
            files.write(block, values, status);
        } catch (IOException e) {
            throw failed("write " + block + " of", directory, e);
        }
    }

    /** Appends a line to the log beside the data, the one file that two equal runs may have different. */
    public void log(String line) {
        try {
            Files.writeString(
                    directory.resolve(LOG),
                    line + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw failed("write the log of", directory, e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw failed("close", directory, e);
        }
    }

    private interface Opening {
        DatasetStore with(StoreLock lock) throws IOException;
    }

    private static DatasetStore locked(Path directory, boolean create, Opening opening) {
        try {
            if (create) {
                Files.createDirectories(directory);
            } else if (!Files.isDirectory(directory)) {
                throw new StoreException("There is no store at " + directory + ": no such directory. Check the path.");
            }
            StoreLock lock = StoreLock.take(directory);
            try {
                return opening.with(lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw failed("open", directory, e);
        }
    }

    private static void refuseForeign(Path directory) throws IOException {
        try (Stream<Path> content = Files.list(directory)) {
            boolean ours = Files.exists(directory.resolve(".zgroup"));
            Optional<Path> foreign = content.filter(
                            f -> !f.getFileName().toString().startsWith("."))
                    .findFirst();
            if (!ours && foreign.isPresent()) {
                throw new StoreException("No store can be created at " + directory + ": it already holds \""
                        + foreign.get().getFileName() + "\". Choose a new or empty directory.");
            }
        }
    }

    private static void writeMetadata(Path directory, StoreLayout layout) throws IOException {
        LayoutFile file = new LayoutFile();
        ZarrGroup group = new ZarrGroup(layout);
        Map<String, Object> documents = group.documents();
        for (Map.Entry<String, Object> document : documents.entrySet()) {
            Path path = directory.resolve(document.getKey());
            Files.createDirectories(path.getParent());
            AtomicFile.write(path, file.json(document.getValue()));
        }
        for (Axis axis : layout.schema().axes()) {
            byte[] chunk = axis.categorical()
                    ? ZarrArray.encode(axis.categories(), ZarrGroup.width(axis))
                    : ZarrArray.encode(axis.values());
            AtomicFile.write(directory.resolve(axis.name()).resolve("0"), chunk);
        }
        AtomicFile.write(directory.resolve(".zmetadata"), file.json(group.consolidated(documents)));
        AtomicFile.write(directory.resolve(LayoutFile.NAME), file.bytes(layout));
        AtomicFile.settle(directory);
    }

    private DatasetStore swept() throws IOException {
        AtomicFile.sweep(directory);
        AtomicFile.sweep(directory.resolve(Schema.STATUS));
        for (Axis axis : layout.schema().axes()) {
            AtomicFile.sweep(directory.resolve(axis.name()));
        }
        for (Variable variable : layout.schema().variables()) {
            AtomicFile.sweep(directory.resolve(variable.name()));
        }
        return this;
    }

    private static StoreException failed(String action, Path directory, IOException cause) {
        return new StoreException(
                "Could not " + action + " the store " + directory + ": " + cause
                        + ". Check free space and permissions there.",
                cause);
    }
}
