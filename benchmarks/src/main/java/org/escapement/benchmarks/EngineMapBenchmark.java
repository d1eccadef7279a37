package org.escapement.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.escapement.data.Dataset;
import org.escapement.papers.Paper;
import org.escapement.study.file.Study;
import org.escapement.study.file.StudyReader;
import org.escapement.study.run.Progress;
import org.escapement.study.run.StudyRunner;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Seconds on two threads, in a virtual machine that has just begun, of what the maps 6a, 6b, 6c and 8 of the heat engine
 * need together at 200 x 200 points: power, variance of the power and mutual information, differences of the level spacings
 * from 1 to 200 and mean temperatures from 10.05 to 20.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@org.openjdk.jmh.annotations.Measurement(iterations = 1)
@Fork(
        value = 1,
        jvmArgs = {"--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"})
public class EngineMapBenchmark {

    private static final int THREADS = 2;

    private static final String MAP = """
            study: maps
            model: model.yaml
            set: {E1: 1, E2: 1 + dE, T1: Tbar - 10, T2: Tbar + 10}
            axes:
              dE: {from: 1, to: 200, points: 200}
              Tbar: {from: 10.05, to: 20, points: 200}
            record:
            """;

    private static double map(String record) throws IOException {
        Study study = StudyReader.read(
                MAP + record, "maps.yaml", (name, structure) -> new Paper("heat-engine").model("model.yaml"));
        Path directory = Files.createTempDirectory("maps");
        Dataset data = new StudyRunner(study, directory, THREADS, Progress.silent())
                .run(StudyRunner.Existing.OVERWRITE)
                .get("main");
        double sum = 0;
        for (double v : data.values("power")) sum += v;
        return sum;
    }

    /** Third cumulants set to zero, the correlation of the power factorised as in the paper. */
    @Benchmark
    public double closure() throws IOException {
        return map("""
                  power: {cumulants: {mean: power}}
                  variance: {cumulants: {factorised noise: power}}
                  shared: {cumulants: {mutual information: [cold, hot]}}
                """);
    }

    /** The exact limit, with a truncation that adapts to each point. */
    @Benchmark
    public double exactLimit() throws IOException {
        return map("""
                  variance: {tensors: {noise: power}}
                  power: {tensors: {mean: power}}
                  shared: {tensors: {mutual information: [cold, hot]}}
                """);
    }
}
