package org.escapement.study.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.escapement.data.Dataset;
import org.escapement.data.Grid;
import org.escapement.data.StoreException;
import org.escapement.data.format.zarr.Block;
import org.escapement.data.format.zarr.DatasetStore;
import org.escapement.data.format.zarr.StoreLayout;
import org.escapement.observables.Outcome;
import org.escapement.study.file.Level;
import org.escapement.study.file.Recording;
import org.escapement.study.file.Run;
import org.escapement.study.file.Study;

/**
 * Runs a study: each sweep in blocks over the given number of threads, every finished block committed atomically, so
 * that a run killed at any moment goes on from there. The bytes do not depend on threads, blocks or interruptions.
 */
public final class StudyRunner {

    /** What to do with results that are already there. */
    public enum Existing {
        /** Refuse, naming the remedy. */
        REFUSE,
        /** Compute what is missing. */
        RESUME,
        /** Delete and begin again. */
        OVERWRITE
    }

    private final Study study;
    private final Path directory;
    private final int threads;
    private final Progress progress;

    /**
     * @param directory where results go, one store for each sweep
     * @param threads number of worker threads, at least 1
     */
    public StudyRunner(Study study, Path directory, int threads, Progress progress) {
        this.study = study;
        this.directory = directory;
        this.threads = threads;
        this.progress = progress;
    }

    /** Runs all sweeps and returns their datasets by name; statistics follow their sweep as {@code name-statistics}. */
    public Map<String, Dataset> run(Existing existing) {
        Map<String, Dataset> results = new LinkedHashMap<>();
        for (Run run : study.runs()) {
            Dataset data = run(run, existing);
            results.put(run.name(), data);
            if (!run.statistics().isEmpty()) {
                results.put(run.name() + "-statistics", Statistics.of(run, data, statisticsPath(run)));
            }
        }
        return results;
    }

    private Path path(Run run) {
        return directory.resolve(run.name() + ".zarr");
    }

    private Path statisticsPath(Run run) {
        return directory.resolve(run.name() + "-statistics.zarr");
    }

    private Dataset run(Run run, Existing existing) {
        PointWorker worker = worker(run);
        List<String> warnings = worker instanceof MeanFieldWorker m ? m.warnings() : List.of();
        StoreLayout layout = new RunLayout(study, run).layout(worker.kernel(), warnings);
        prepare(path(run), existing);
        try (DatasetStore store = DatasetStore.openOrCreate(path(run), layout)) {
            List<Block> missing = store.missing();
            long total = run.points();
            long left = missing.stream().mapToLong(Block::points).sum();
            progress.begin(run.name(), total, total - left);
            compute(run, store, missing, worker);
            progress.end();
            return store.read();
        }
    }

    private static PointWorker worker(Run run) {
        if (!run.dynamic()) return new NumberWorker(run);
        return switch (run.level()) {
            case Level.MeanField m -> new MeanFieldWorker(run);
            case Level.Exact e -> new ExactWorker(run);
        };
    }

    private static void prepare(Path path, Existing existing) {
        boolean there = Files.exists(path);
        if (there && existing == Existing.REFUSE) {
            throw new StoreException("there are results in '" + path
                    + "' already: add --resume to go on with them or --overwrite to begin again");
        }
        if (there && existing == Existing.OVERWRITE) Directories.delete(path);
    }

    private void compute(Run run, DatasetStore store, List<Block> missing, PointWorker worker) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> tasks = new ArrayList<>();
        int workers = Math.max(1, Math.min(threads, missing.size()));
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            for (int w = 0; w < workers; w++) {
                PointWorker own = w == 0 ? worker : worker.copy();
                tasks.add(pool.submit(() -> work(run, store, missing, next, own)));
            }
            for (Future<?> task : tasks) task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted: finished blocks are kept, go on with --resume");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        }
    }

    private void work(Run run, DatasetStore store, List<Block> blocks, AtomicInteger next, PointWorker worker) {
        for (int b = next.getAndIncrement(); b < blocks.size(); b = next.getAndIncrement()) {
            Block block = blocks.get(b);
            commit(run, store, block, worker.compute(block));
            progress.done(block.points());
        }
    }

    private static void commit(Run run, DatasetStore store, Block block, List<Outcome> outcomes) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (int r = 0; r < run.recordings().size(); r++) {
            Recording recording = run.recordings().get(r);
            int length = Grid.size(store.layout()
                            .schema()
                            .shape(store.layout().schema().variable(recording.name())))
                    / Grid.size(store.layout().schema().sweepShape());
            double[] column = new double[block.points() * length];
            java.util.Arrays.fill(column, Double.NaN);
            for (int p = 0; p < outcomes.size(); p++) {
                if (!outcomes.get(p).ok()) continue;
                System.arraycopy(outcomes.get(p).values().get(r), 0, column, p * length, length);
            }
            values.put(recording.name(), column);
        }
        int[] status = outcomes.stream().mapToInt(o -> o.status().code()).toArray();
        store.commit(block, values, status);
        log(store, block, outcomes);
    }

    /** The reasons of failed points, each once for a block. */
    private static void log(DatasetStore store, Block block, List<Outcome> outcomes) {
        Map<String, Integer> reasons = new TreeMap<>();
        for (Outcome o : outcomes) if (!o.ok()) reasons.merge(o.status() + " " + o.message(), 1, Integer::sum);
        reasons.forEach((reason, count) -> store.log(block + ": " + count + " points " + reason));
    }
}
