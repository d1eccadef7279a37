package org.escapement.papers.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.model.ModelException;

/** Computes the entries of an acceptance file over all cores and compares them with their reference values. */
public final class Verification {

    /** How an entry came out. */
    public enum Verdict {
        PASSED,
        FAILED,
        UNSUPPORTED
    }

    /**
     * The result of one entry.
     *
     * @param computed empty when nothing was computed
     * @param expected the reference value
     * @param worst largest deviation in units of the tolerance; NaN when nothing can be compared
     * @param message why it failed, or empty
     */
    public record Result(
            String id,
            String kind,
            Verdict verdict,
            Optional<Answer> computed,
            Reference expected,
            double worst,
            double seconds,
            String message) {}

    private final Map<String, List<Adapter>> adapters = Map.of(
            "coupled-btc",
            List.of(new FluctuatingCrystals(), new CoupledCrystals()),
            "seeding",
            List.of(new SeedingOrbits(), new SeededOrbits(), new Seeding()),
            "optomech-engine",
            List.of(new EngineOrbits(), new EngineCycles(), new OptomechanicalEngine()),
            "heat-engine",
            List.of(new HeatEngine(), new DissipativeEnsemble(), new EngineClosures(), new EngineLimits()),
            "tur-oscillators",
            List.of(new Oscillators()));

    /**
     * Verifies entries.
     *
     * @param json content of the file
     * @param kinds kinds to restrict to, empty for all
     * @param seen told each result as it comes, from several threads
     * @return all results in the order of the file
     */
    public List<Result> run(String json, List<String> kinds, int threads, Consumer<Result> seen) {
        List<JsonNode> entries = new ArrayList<>();
        read(json).forEach(e -> {
            if (kinds.isEmpty() || kinds.contains(e.path("kind").asText())) entries.add(e);
        });
        List<Result> results = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Result>> tasks = entries.stream()
                    .map(e -> pool.submit(() -> {
                        Result result = verify(e);
                        seen.accept(result);
                        return result;
                    }))
                    .toList();
            for (Future<Result> task : tasks) results.add(task.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return results;
    }

    private static JsonNode read(String json) {
        try {
            JsonNode root = new ObjectMapper().readTree(json);
            if (root.isArray()) return root;
            throw new ModelException("an acceptance file is a JSON list of entries");
        } catch (JsonProcessingException e) {
            throw new ModelException("not valid JSON at line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr());
        }
    }

    private Result verify(JsonNode entry) {
        String id = entry.path("id").asText("(no id)");
        String kind = entry.path("kind").asText("(no kind)");
        Reference expected = reference(entry.path("value"));
        long begin = System.nanoTime();
        try {
            Optional<Answer> answer = answer(entry, kind);
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (answer.isEmpty()) {
                return new Result(id, kind, Verdict.UNSUPPORTED, answer, expected, Double.NaN, seconds, "");
            }
            double worst = expected.worst(answer.get(), tolerance(entry, "atol"), tolerance(entry, "rtol"));
            Verdict verdict = worst <= 1 ? Verdict.PASSED : Verdict.FAILED;
            String message = Double.isNaN(worst) ? "the shape differs or a number is missing" : "";
            return new Result(id, kind, verdict, answer, expected, worst, seconds, message);
        } catch (ModelException | NotApplicableException | IllegalArgumentException | ArithmeticException e) {
            return failed(id, kind, expected, begin, e.getMessage());
        } catch (RuntimeException | OutOfMemoryError e) {
            // A fault of the program at one entry must not lose the results of the others.
            return failed(id, kind, expected, begin, "fault of the program: " + e);
        }
    }

    private static Result failed(String id, String kind, Reference expected, long begin, String message) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Result(id, kind, Verdict.FAILED, Optional.empty(), expected, Double.NaN, seconds, message);
    }

    /** The answer of the first adapter of the paper that knows the kind. */
    private Optional<Answer> answer(JsonNode entry, String kind) {
        Parameters parameters = new Parameters(entry.path("params"));
        return adapters.getOrDefault(entry.path("paper").asText(), List.of()).stream()
                .map(adapter -> adapter.answer(kind, parameters))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static double tolerance(JsonNode entry, String name) {
        double tolerance = Parameters.number(entry.path(name));
        if (tolerance >= 0) return tolerance;
        throw new IllegalArgumentException("the entry has no '" + name + "', a number from 0 up");
    }

    private static Reference reference(JsonNode value) {
        List<Integer> shape = new ArrayList<>();
        for (JsonNode n = value; n.isArray(); n = n.path(0)) shape.add(n.size());
        List<Double> numbers = new ArrayList<>();
        flatten(value, numbers);
        return new Reference(shape, numbers);
    }

    private static void flatten(JsonNode node, List<Double> numbers) {
        if (node.isArray()) node.forEach(child -> flatten(child, numbers));
        else numbers.add(Parameters.number(node));
    }
}
