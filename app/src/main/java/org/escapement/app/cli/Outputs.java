package org.escapement.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.escapement.app.figure.FigureReader;
import org.escapement.data.Dataset;
import org.escapement.data.StatusCode;
import org.escapement.data.format.zarr.DatasetStore;
import org.escapement.model.ModelException;
import org.escapement.plot.Figure;
import org.escapement.plot.FigureSpec;
import org.escapement.study.file.Run;
import org.escapement.study.file.Study;
import org.escapement.study.run.StudyRunner;

/** Runs a study, draws its figure, and finds results again. */
final class Outputs {

    private final Study study;
    private final Path directory;
    private final PrintWriter err;

    Outputs(Study study, Path directory, PrintWriter err) {
        this.study = study;
        this.directory = directory;
        this.err = err;
    }

    /** Runs all sweeps of the study; a message tells how to go on when the run is interrupted. */
    Map<String, Dataset> run(StudyRunner.Existing existing, int threads) {
        ProgressLine progress = new ProgressLine(err);
        Thread farewell = new Thread(() -> {
            err.println("interrupted: " + progress.finished() + " points of the current sweep are kept in '" + directory
                    + "'; go on with --resume");
            err.flush();
        });
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            Map<String, Dataset> data = new StudyRunner(study, directory, threads, progress).run(existing);
            data.forEach(this::tellRefusals);
            return data;
        } finally {
            cancel(farewell);
        }
    }

    private static void cancel(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException ending) {
            // The program is being ended from outside and the message on its way.
        }
    }

    /** Points without a value, by their status, and where the reasons are. */
    private void tellRefusals(String run, Dataset data) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int code : data.status()) if (code != 0) counts.merge(meaning(data, code), 1, Integer::sum);
        counts.forEach((meaning, count) -> err.println(
                run + ": " + count + (count == 1 ? " point" : " points") + " without a value, because " + meaning
                        + "; details in " + directory.resolve(run + ".zarr").resolve("run.log")));
        err.flush();
    }

    private static String meaning(Dataset data, int code) {
        return data.schema().statuses().stream()
                .filter(s -> s.code() == code)
                .map(StatusCode::meaning)
                .findFirst()
                .orElse("of status " + code);
    }

    /** Reads the results of an earlier run, finished or not. */
    Map<String, Dataset> read() {
        Map<String, Dataset> data = new LinkedHashMap<>();
        for (Run run : study.runs()) {
            for (String name : new String[] {run.name(), run.name() + "-statistics"}) {
                Path store = directory.resolve(name + ".zarr");
                if (Files.exists(store)) data.put(name, DatasetStore.read(store));
            }
        }
        if (data.isEmpty()) {
            throw new ModelException(
                    "there are no results of '" + study.name() + "' in '" + directory + "': run the study first");
        }
        return data;
    }

    /** Draws the study's figure as PNG and SVG; returns the file names. */
    void draw(Map<String, Dataset> data, String name) {
        if (study.figure().isEmpty()) return;
        FigureSpec spec = FigureReader.read(study.figure().get(), data);
        Figure figure = Figure.of(spec);
        for (String ending : new String[] {".png", ".svg"}) {
            Path file = directory.resolve(name + ending);
            figure.write(file);
            err.println("figure: " + file);
        }
        err.flush();
    }
}
