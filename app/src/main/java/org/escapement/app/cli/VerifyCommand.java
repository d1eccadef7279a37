package org.escapement.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.escapement.model.ModelException;
import org.escapement.model.file.ModelReader;
import org.escapement.papers.verify.Answer;
import org.escapement.papers.verify.Verification;
import org.escapement.papers.verify.Verification.Result;
import org.escapement.papers.verify.Verification.Verdict;
import org.escapement.study.Estimate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code escapement verify}: computes every entry of an acceptance file and compares. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Compute every entry of an acceptance file and compare it with its reference value.",
        footer = {"", "Example:", "  escapement verify coupled-btc.json --kinds mean-field,crystal-edge"})
final class VerifyCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "an acceptance file (JSON list of entries)")
    private Path file;

    @Option(names = "--kinds", paramLabel = "A,B", split = ",", description = "only these kinds")
    private List<String> kinds = new ArrayList<>();

    @Option(names = "--json", paramLabel = "OUT", description = "write computed and expected values to this file")
    private Path json;

    @Option(names = "--threads", paramLabel = "N", description = "worker threads (default: all cores)")
    private Integer threads;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Result> results = results(out);
        kinds.stream()
                .filter(k -> results.stream().noneMatch(r -> r.kind().equals(k)))
                .forEach(this::warn);
        if (json != null) write(results);
        long passed = count(results, Verdict.PASSED);
        long failed = count(results, Verdict.FAILED);
        long unsupported = count(results, Verdict.UNSUPPORTED);
        out.println(passed + " passed, " + failed + " failed, " + unsupported + " unsupported");
        out.flush();
        return passed == results.size() && !results.isEmpty() ? 0 : 1;
    }

    private List<Result> results(PrintWriter out) {
        AtomicBoolean begun = new AtomicBoolean();
        Consumer<Result> seen = r -> {
            synchronized (out) {
                if (!begun.getAndSet(true)) {
                    out.printf("%-44s %-12s %14s %9s%n", "entry", "verdict", "deviation", "seconds");
                }
                print(out, r);
            }
        };
        String content = ModelReader.contentOf(file);
        try {
            return new Verification().run(content, kinds, Threads.count(threads), seen);
        } catch (ModelException e) {
            throw new ModelException(file + ": " + e.getMessage());
        }
    }

    private void warn(String kind) {
        spec.commandLine().getErr().println("warning: " + file + " has no entry of the kind '" + kind + "'");
    }

    private static long count(List<Result> results, Verdict verdict) {
        return results.stream().filter(r -> r.verdict() == verdict).count();
    }

    private static void print(PrintWriter out, Result r) {
        String deviation = Double.isNaN(r.worst()) ? "-" : String.format(Locale.ROOT, "%.2g tol", r.worst());
        out.printf(
                Locale.ROOT,
                "%-44s %-12s %14s %9.2f%s%n",
                r.id(),
                r.verdict().name().toLowerCase(Locale.ROOT),
                deviation,
                r.seconds(),
                r.message().isEmpty() ? "" : "  " + r.message());
        out.flush();
    }

    private void write(List<Result> results) {
        ObjectMapper mapper = new ObjectMapper();
        ArrayNode all = mapper.createArrayNode();
        for (Result r : results) {
            ObjectNode node = all.addObject();
            node.put("id", r.id())
                    .put("kind", r.kind())
                    .put("verdict", r.verdict().name().toLowerCase(Locale.ROOT))
                    .put("seconds", r.seconds());
            node.set("expected", nested(r.expected().shape(), r.expected().numbers()));
            r.computed().ifPresent(answer -> numbers(node, answer));
            if (!r.message().isEmpty()) node.put("message", r.message());
        }
        try {
            mapper.writerWithDefaultPrettyPrinter().writeValue(json.toFile(), all);
        } catch (IOException e) {
            throw new ModelException("'" + json + "' cannot be written: " + e.getMessage());
        }
    }

    private static void numbers(ObjectNode node, Answer answer) {
        node.set(
                "computed",
                nested(
                        answer.shape(),
                        answer.numbers().stream().map(Estimate::value).toList()));
        node.set(
                "error",
                nested(
                        answer.shape(),
                        answer.numbers().stream().map(Estimate::error).toList()));
    }

    /** Numbers in the nesting of a shape, or as a plain list when they do not fill it. */
    private static JsonNode nested(List<Integer> shape, List<Double> numbers) {
        boolean fills = shape.stream().mapToInt(n -> n).reduce(1, (a, b) -> a * b) == numbers.size();
        return nest(fills ? shape : List.of(numbers.size()), new ArrayDeque<>(numbers));
    }

    private static JsonNode nest(List<Integer> shape, Deque<Double> numbers) {
        if (shape.isEmpty()) return JsonNodeFactory.instance.numberNode(numbers.poll());
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < shape.getFirst(); i++) list.add(nest(shape.subList(1, shape.size()), numbers));
        return list;
    }
}
