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
import org.escapement.study.Estimate;

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
     * @param worst largest deviation in units of the tolerance; NaN when nothing can be compared
     * @param message why it failed, or empty
     */
    public record Result(
            String id,
            String kind,
            Verdict verdict,
            Optional<Answer> computed,
            JsonNode expected,
            double worst,
            double seconds,
            String message) {}

    private final Map<String, Adapter> adapters = Map.of("coupled-btc", new CoupledCrystals(), "seeding", new Seeding(), "optomech-engine", new OptomechanicalEngine());

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
            throw new ModelException("not valid JSON in line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr());
        }
    }

    private Result verify(JsonNode entry) {
        String id = entry.path("id").asText("(no id)");
        String kind = entry.path("kind").asText("(no kind)");
        JsonNode expected = entry.path("value");
        long begin = System.nanoTime();
        try {
            Adapter adapter = adapters.get(entry.path("paper").asText());
            Optional<Answer> answer =
                    adapter == null ? Optional.empty() : adapter.answer(kind, new Parameters(entry.path("params")));
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (answer.isEmpty()) {
                return new Result(id, kind, Verdict.UNSUPPORTED, answer, expected, Double.NaN, seconds, "");
            }
            double worst = Comparison.worst(
                    answer.get(),
                    expected,
                    entry.path("atol").asDouble(),
                    entry.path("rtol").asDouble());
            Verdict verdict = worst <= 1 ? Verdict.PASSED : Verdict.FAILED;
            String message = Double.isNaN(worst) ? "the shape differs or a number is missing" : "";
            return new Result(id, kind, verdict, answer, expected, worst, seconds, message);
        } catch (ModelException | NotApplicableException | IllegalArgumentException | ArithmeticException e) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Result(
                    id, kind, Verdict.FAILED, Optional.empty(), expected, Double.NaN, seconds, e.getMessage());
        }
    }

    /** Comparison by the rule of the acceptance files: |x - ref| <= atol + rtol |ref| for every number. */
    private static final class Comparison {

        private Comparison() {}

        static double worst(Answer answer, JsonNode expected, double atol, double rtol) {
            List<Integer> shape = new ArrayList<>();
            for (JsonNode n = expected; n.isArray(); n = n.path(0)) shape.add(n.size());
            List<Double> reference = new ArrayList<>();
            flatten(expected, reference);
            List<Estimate> numbers = answer.numbers();
            if (!shape.equals(answer.shape()) || reference.size() != numbers.size()) return Double.NaN;
            double worst = 0;
            for (int i = 0; i < numbers.size(); i++) {
                double difference = Math.abs(numbers.get(i).value() - reference.get(i));
                double allowed = atol + rtol * Math.abs(reference.get(i));
                double ratio = difference == 0 ? 0 : difference / allowed;
                if (Double.isNaN(ratio)) return Double.NaN;
                worst = Math.max(worst, ratio);
            }
            return worst;
        }

        private static void flatten(JsonNode node, List<Double> numbers) {
            if (node.isArray()) node.forEach(child -> flatten(child, numbers));
            else numbers.add(node.asText().equals("inf") ? Double.POSITIVE_INFINITY : node.asDouble());
        }
    }
}
