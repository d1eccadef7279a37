package org.escapement.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.escapement.dynamics.exact.DensityMatrix;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.expression.Expression;
import org.escapement.expression.NearestWord;
import org.escapement.model.InitialState;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.observables.Accuracy;
import org.escapement.observables.Measure;
import org.escapement.observables.Measurement;
import org.escapement.observables.NamedNumbers;
import org.escapement.observables.Outcome;
import org.escapement.observables.means.ExactLevel;
import org.escapement.observables.means.ExactRunner;
import org.escapement.observables.means.MeanFieldLevel;
import org.escapement.observables.means.MeanFieldQuantity;
import org.escapement.observables.means.MeansLevel;
import org.escapement.observables.nonlinear.Flow;
import org.escapement.observables.nonlinear.FlowFamily;
import org.escapement.study.text.NumberText;
import org.escapement.study.text.QuantityText;

/**
 * Asks a model for single numbers at one parameter point. Immutable: every setting gives a new evaluation, so that one
 * can serve as the starting point of many. Safe to share between threads.
 *
 * <pre>{@code
 * Evaluation crystals = Evaluation.of(model).set("J", 3.4).set("Jz", 1);
 * Estimate energy = crystals.measure("stored_energy", new Measure.Average(0, 1000));
 * double edge = crystals.number("crystal_edge");
 * }</pre>
 */
public final class Evaluation {

    private final OpenSystem model;
    private final MeanFieldLimit equations;
    private final Optional<ExactOptions> exact;
    private final Map<String, Double> set;
    private final MeansLevel.Start start;
    private final Accuracy accuracy;

    private Evaluation(
            OpenSystem model,
            MeanFieldLimit equations,
            Optional<ExactOptions> exact,
            Map<String, Double> set,
            MeansLevel.Start start,
            Accuracy accuracy) {
        this.model = model;
        this.equations = equations;
        this.exact = exact;
        this.set = set;
        this.start = start;
        this.accuracy = accuracy;
    }

    /** An evaluation at the presets, from the model's first initial state, at fine accuracy. */
    public static Evaluation of(OpenSystem model) {
        Optional<InitialState> first = model.states().values().stream().findFirst();
        return new Evaluation(
                model,
                new MeanFieldLimit(model),
                Optional.empty(),
                Map.of(),
                new MeansLevel.Start(first, Optional.empty()),
                Accuracy.fine());
    }

    /** The same at finite N by the exact master equation; the size must be set. */
    public Evaluation exact(ExactOptions options) {
        return new Evaluation(model, equations, Optional.of(options), set, start, accuracy);
    }

    /** The model at this point as matrices, for what single quantities cannot say. */
    public ExactSystem exactSystem(ExactOptions options) {
        return ExactSystem.of(model, ParameterValues.of(model, set), options);
    }

    /** The mean-field equations for all values of the parameters, for the tools of nonlinear dynamics. */
    public FlowFamily flows() {
        return equations.flows();
    }

    /** The mean-field equations at this point. */
    public Flow flow() {
        return flows().at(set);
    }

    /** The parameters that were set. */
    public Map<String, Double> point() {
        return set;
    }

    /** A quantity of the state at one time as an expression of the mean-field variables, for those tools. */
    public Expression inFlow(String quantity) {
        return MeanFieldQuantity.of(equations.get(), QuantityText.parse(model, quantity));
    }

    /** The level of description in use. */
    public MeansLevel level() {
        return exact.<MeansLevel>map(options -> new ExactLevel(model, options))
                .orElseGet(() -> new MeanFieldLevel(equations.get()));
    }

    public OpenSystem model() {
        return model;
    }

    /** The same with a parameter changed. */
    public Evaluation set(String parameter, double value) {
        return set(Map.of(parameter, value));
    }

    /** The same with parameters changed. */
    public Evaluation set(Map<String, Double> values) {
        Map<String, Double> all = new LinkedHashMap<>(set);
        all.putAll(values);
        ParameterValues.of(model, all);
        return new Evaluation(model, equations, exact, Map.copyOf(all), start, accuracy);
    }

    /** The same from a named initial state of the model. */
    public Evaluation start(String state) {
        InitialState found = model.states().get(state);
        if (found == null) {
            throw new ModelException("the model has no state '" + state + "'"
                    + NearestWord.hint(state, model.states().keySet()));
        }
        return startFrom(found);
    }

    /** The same from an initial state that the model need not name. */
    public Evaluation startFrom(InitialState state) {
        MeansLevel.Start from = new MeansLevel.Start(Optional.of(state), Optional.empty());
        return new Evaluation(model, equations, exact, set, from, accuracy);
    }

    /** The same from given mean-field variables, in the order of {@link MeanFieldEquations#variables}. */
    public Evaluation startAt(double... variables) {
        int wanted = equations.get().names().size();
        if (variables.length != wanted) {
            throw new ModelException("an initial state of this model has " + wanted + " numbers ("
                    + String.join(", ", equations.get().names()) + "), not " + variables.length);
        }
        MeansLevel.Start from = new MeansLevel.Start(start.state(), Optional.of(variables.clone()));
        return new Evaluation(model, equations, exact, set, from, accuracy);
    }

    /** The same at another accuracy. */
    public Evaluation accuracy(Accuracy other) {
        return new Evaluation(model, equations, exact, set, start, other);
    }

    /** The closed form, threshold, parameter or defined number of that name. */
    public double[] numbers(String name) {
        ParameterValues point = ParameterValues.of(model, set);
        return NamedNumbers.value(model, name, point).orElseGet(() -> new double[] {point.value(name)});
    }

    /** A closed form, threshold or defined number that is a single one. */
    public double number(String name) {
        return NumberText.value(model, name, ParameterValues.of(model, set));
    }

    /** The value of an expression of parameters and definitions. */
    public double expression(String text) {
        return NumberText.value(model, text, ParameterValues.of(model, set));
    }

    /** Whether a name is a closed form, threshold, parameter or defined number rather than a quantity of the state. */
    public boolean isNumber(String name) {
        return model.closedForms().containsKey(name)
                || model.thresholds().containsKey(name)
                || model.parameters().containsKey(name)
                || model.definitions().containsKey(name);
    }

    /** The mean-field variables an evolution starts from. */
    public double[] startVariables() {
        return new MeanFieldLevel(equations.get()).variables(ParameterValues.of(model, set), start);
    }

    /** One quantity read off in one way. */
    public Estimate measure(String quantity, Measure measure) {
        List<Estimate> all = series(quantity, measure);
        return all.getFirst();
    }

    /** One quantity read off in a way that gives several numbers. */
    public List<Estimate> series(String quantity, Measure measure) {
        return measure(List.of(new Measurement(quantity, QuantityText.parse(model, quantity), measure)))
                .getFirst();
    }

    /** Values of quantities at times; one row for each time. */
    public double[][] at(List<Double> times, List<String> quantities) {
        List<Measurement> all = new ArrayList<>();
        for (String q : quantities) {
            all.add(new Measurement(q, QuantityText.parse(model, q), new Measure.Series(times)));
        }
        List<double[]> columns = run(all, accuracy);
        double[][] rows = new double[times.size()][columns.size()];
        for (int c = 0; c < columns.size(); c++) {
            for (int t = 0; t < rows.length; t++) rows[t][c] = columns.get(c)[t];
        }
        return rows;
    }

    /**
     * Several measurements along one trajectory, each number with its error estimate.
     *
     * @throws ModelException when the integration fails, with the reason
     */
    public List<List<Estimate>> measure(List<Measurement> measurements) {
        return withErrors(used -> run(measurements, used));
    }

    /**
     * Several measurements along an evolution at the exact level from any density matrix.
     *
     * @param system from {@link #exactSystem}
     */
    public List<List<Estimate>> measureFrom(ExactSystem system, DensityMatrix start, List<Measurement> measurements) {
        double[] atRest = new double[2 * system.numbers().oscillators().size()];
        return withErrors(used -> values(new ExactRunner(system, measurements).run(start, atRest, used)));
    }

    private List<List<Estimate>> withErrors(Function<Accuracy, List<double[]>> run) {
        List<double[]> fine = run.apply(accuracy);
        List<double[]> coarse = run.apply(accuracy.withTolerances(10 * accuracy.relative(), 10 * accuracy.absolute()));
        List<List<Estimate>> all = new ArrayList<>();
        for (int m = 0; m < fine.size(); m++) {
            List<Estimate> estimates = new ArrayList<>();
            for (int k = 0; k < fine.get(m).length; k++) {
                double value = fine.get(m)[k];
                estimates.add(new Estimate(value, Math.abs(value - coarse.get(m)[k])));
            }
            all.add(estimates);
        }
        return all;
    }

    private List<double[]> run(List<Measurement> measurements, Accuracy used) {
        return values(level().measure(ParameterValues.of(model, set), start, measurements, used));
    }

    private static List<double[]> values(Outcome outcome) {
        if (outcome.ok()) return outcome.values();
        throw new ModelException("no result: " + outcome.status().meaning()
                + (outcome.message().isEmpty() ? "" : " (" + outcome.message() + ")"));
    }

    /**
     * Quantities in the stationary state, each with its error estimate.
     *
     * @throws ModelException when the stationary state is not unique
     */
    public List<Estimate> stationary(List<String> quantities) {
        List<Measurement> all = quantities.stream()
                .map(q -> new Measurement(q, QuantityText.parse(model, q), new Measure.AtTime(0)))
                .toList();
        return level().stationary(ParameterValues.of(model, set), all).stream()
                .map(v -> new Estimate(v[0], v[1]))
                .toList();
    }

    /** Where the level is not exact for this model, one sentence each. */
    public List<String> warnings() {
        return level().warnings();
    }
}
