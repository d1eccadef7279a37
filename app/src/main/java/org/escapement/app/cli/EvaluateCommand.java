package org.escapement.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.expression.NearestWord;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.network.NetworkModel;
import org.escapement.observables.Accuracy;
import org.escapement.observables.Measure;
import org.escapement.study.Estimate;
import org.escapement.study.Evaluation;
import org.escapement.study.Inquiry;
import org.escapement.study.text.NumberText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code escapement evaluate}: one number with its error estimate. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Print one number of a model with its error estimate.",
        footer = {
            "",
            "Examples:",
            "  escapement evaluate coupled-btc --set J=3.4,Jz=1 --quantity stored_energy --window 0:1000",
            "  escapement evaluate coupled-btc --set Omega1=3,Omega2=3 --quantity crystal_edge",
            "  escapement evaluate coupled-btc --set J=1 --quantity '<A.z>/N' --time 10",
            "  escapement evaluate coupled-btc --level exact --set N=6,n1=0.1,n2=0.1 --quantity 'entropy()' --time 3",
            "  escapement evaluate coupled-btc --level exact --set N=6,n1=0.1,n2=0.1 --quantity 'heat()' --stationary",
            "  escapement evaluate tur-oscillators --set Omega=200 --ask 'second order: {ratio: A}'"
        })
final class EvaluateCommand implements Callable<Integer> {

    static final List<String> LEVELS = List.of("mean field", "exact");
    private static final List<String> REDUCTIONS =
            List.of("average", "rate", "maximum", "minimum", "time-of-maximum", "time-of-minimum", "range");

    @Parameters(paramLabel = "MODEL", description = "a model file, or the name of a paper")
    private String model;

    @Option(names = "--level", paramLabel = "L", defaultValue = "mean field", description = "level of description")
    private String level;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "parameter values, separated by commas")
    private List<String> set = new ArrayList<>();

    @Option(
            names = "--initial",
            paramLabel = "S",
            description = "a named state of the model, or the numbers of the state separated by commas")
    private String initial;

    @Option(
            names = "--cut-off",
            paramLabel = "MODE=LEVELS",
            description = "number of Fock states of each mode at the exact level, separated by commas")
    private List<String> cutOff = new ArrayList<>();

    @Option(names = "--stationary", description = "read the quantity off in the stationary state")
    private boolean stationary;

    @Option(names = "--time", paramLabel = "T", description = "read the quantity off at this time")
    private Double time;

    @Option(names = "--window", paramLabel = "T0:T1", description = "read it off over this window")
    private String window;

    @Option(
            names = "--reduce",
            paramLabel = "R",
            defaultValue = "average",
            description = "over a window: average, rate, maximum, minimum, time-of-maximum, time-of-minimum, range")
    private String reduce;

    @Option(names = "--quantity", paramLabel = "Q", description = "a name of the model or an expression")
    private String quantity;

    @Option(
            names = "--ask",
            paramLabel = "QUESTION",
            description = "a question as a study asks it, such as 'second order: {power: A}'")
    private String ask;

    @Option(names = "--tolerance", paramLabel = "E", description = "of each integration step (default 1e-11)")
    private Double tolerance;

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!LEVELS.contains(level.replace('-', ' '))) {
            throw new ModelException("there is no level '" + level + "'" + NearestWord.hint(level, LEVELS));
        }
        if ((quantity == null) == (ask == null)) throw wrongUsage("give either --quantity or --ask");
        if (tolerance != null && !(tolerance >= 1e-14 && tolerance <= 1e-2)) {
            throw new ModelException("a tolerance lies between 1e-14 and 0.01, not " + tolerance);
        }
        Model any = ModelSource.read(model);
        if (ask != null) {
            print(ask, answers(any));
            return 0;
        }
        if (any instanceof NetworkModel) {
            double value = NumberText.value(any, quantity, ParameterValues.of(any, Assignments.parse(set)));
            print(quantity, List.of(new Estimate(value, 0)));
            return 0;
        }
        evaluate(OpenSystem.of(any));
        return 0;
    }

    private List<Estimate> answers(Model any) {
        Accuracy accuracy = Accuracy.fine();
        if (tolerance != null) accuracy = accuracy.withTolerances(tolerance, tolerance);
        return new Inquiry(any, ask)
                .answer(Assignments.parse(set), Optional.ofNullable(initial), cutOffs(cutOff), accuracy);
    }

    private void evaluate(OpenSystem system) {
        Evaluation at = Evaluation.of(system).set(Assignments.parse(set));
        if (level.equals("exact")) at = at.exact(cutOffs(cutOff));
        if (initial != null) at = start(at);
        requireKnown(at);
        if (tolerance != null) at = at.accuracy(Accuracy.fine().withTolerances(tolerance, tolerance));
        List<Estimate> values = values(at);
        if (!at.isNumber(quantity)) {
            at.warnings().forEach(w -> spec.commandLine().getErr().println("warning: " + w));
        }
        print(quantity, values);
    }

    private ParameterException wrongUsage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** A single word that nothing in the model is called is a slip: the nearest name of any kind is suggested. */
    private void requireKnown(Evaluation at) {
        OpenSystem m = at.model();
        TreeSet<String> names = new TreeSet<>(m.quantities().keySet());
        names.addAll(m.closedForms().keySet());
        names.addAll(m.thresholds().keySet());
        names.addAll(m.parameters().keySet());
        names.addAll(m.definitions().keySet());
        boolean word = quantity.matches("[A-Za-z_]\\w*")
                && !m.quantityScope().symbols().contains(quantity);
        if (word && !names.contains(quantity)) {
            throw new ModelException("the model '" + m.name() + "' has no quantity or number '" + quantity + "'"
                    + NearestWord.hint(quantity, names));
        }
    }

    private List<Estimate> values(Evaluation at) {
        if (at.isNumber(quantity)) return numbers(at);
        if (!stationary) return at.series(quantity, measure());
        if (time != null || window != null) throw new ModelException("give --stationary or a time, not both");
        return at.stationary(List.of(quantity));
    }

    /** Numbers of Fock states from texts such as {@code cavity=20}. */
    static ExactOptions cutOffs(List<String> texts) {
        ExactOptions options = ExactOptions.none();
        for (Map.Entry<String, Double> mode : Assignments.parse(texts).entrySet()) {
            if (mode.getValue() != Math.rint(mode.getValue())) {
                throw new ModelException("a number of Fock states is whole, not " + mode.getValue());
            }
            options = options.cutOff(mode.getKey(), mode.getValue().intValue());
        }
        return options;
    }

    private List<Estimate> numbers(Evaluation at) {
        return Arrays.stream(at.numbers(quantity))
                .mapToObj(x -> new Estimate(x, 0))
                .toList();
    }

    private Evaluation start(Evaluation at) {
        if (at.model().states().containsKey(initial) || initial.matches("[A-Za-z].*")) return at.start(initial);
        String[] parts = initial.split(",", -1);
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Assignments.parse(List.of("x=" + parts[i])).get("x");
        }
        return at.startAt(numbers);
    }

    private Measure measure() {
        if (time != null && window != null) throw wrongUsage("give --time or --window, not both");
        if (time != null) {
            if (time >= 0 && time < Double.POSITIVE_INFINITY) return new Measure.AtTime(time);
            throw new ModelException("times count from the start at 0; " + time + " cannot be reached");
        }
        if (window == null) {
            throw wrongUsage(
                    "'" + quantity + "' changes in time: say when, with --time T, --window T0:T1 or --stationary");
        }
        String[] ends = window.split(":", -1);
        if (ends.length != 2) throw new ModelException("a window is T0:T1, not '" + window + "'");
        double from = Assignments.parse(List.of("x=" + ends[0])).get("x");
        double to = Assignments.parse(List.of("x=" + ends[1])).get("x");
        if (!(to > from)) throw new ModelException("the window " + window + " ends before it begins");
        if (from < 0)
            throw new ModelException("times count from the start at 0; the window " + window + " begins before");
        if (to == Double.POSITIVE_INFINITY) throw new ModelException("the window " + window + " never ends");
        return switch (reduce) {
            case "average" -> new Measure.Average(from, to);
            case "rate" -> new Measure.Rate(from, to);
            case "maximum" -> new Measure.Extremum(from, to, true, false);
            case "minimum" -> new Measure.Extremum(from, to, false, false);
            case "time-of-maximum" -> new Measure.Extremum(from, to, true, true);
            case "time-of-minimum" -> new Measure.Extremum(from, to, false, true);
            case "range" -> new Measure.Range(from, to);
            default ->
                throw new ModelException(
                        "there is no reduction '" + reduce + "'" + NearestWord.hint(reduce, REDUCTIONS));
        };
    }

    private void print(String what, List<Estimate> estimates) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.put("quantity", what).put("level", level);
            ArrayNode values = object.putArray("values");
            ArrayNode errors = object.putArray("errors");
            estimates.forEach(e -> {
                values.add(e.value());
                errors.add(e.error());
            });
            out.println(object);
            return;
        }
        for (Estimate e : estimates) {
            out.println(e.error() == 0 ? Double.toString(e.value()) : e.value() + " ± " + Numbers.brief(e.error()));
        }
    }
}
