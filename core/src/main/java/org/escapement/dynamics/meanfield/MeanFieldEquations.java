package org.escapement.dynamics.meanfield;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Symbol;
import org.escapement.dynamics.equations.CommutingPolynomial;
import org.escapement.dynamics.equations.SizeSeries;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.model.InitialState;
import org.escapement.model.JumpOperator;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.SpinEnsemble;

/**
 * The derived mean-field equations of a model: real variables with polynomial rates (and functions of classical
 * letters), dimensionless variables, rates in the model's reference rate. Immutable; derive once, share between
 * threads.
 */
public final class MeanFieldEquations {

    private final OpenSystem model;
    private final ClassicalLimit limit;
    private final List<MeanVariable> variables;
    private final List<Coefficient> rates;
    private final List<String> warnings;
    private final Map<String, Expression> jumpRates;
    private final Map<String, Expression> spinLengths;
    private final Map<Symbol, Coefficient> replaced;

    MeanFieldEquations(
            OpenSystem model,
            ClassicalLimit limit,
            List<MeanVariable> variables,
            List<Coefficient> rates,
            List<String> warnings) {
        this(model, limit, variables, rates, warnings, Map.of());
    }

    private MeanFieldEquations(
            OpenSystem model,
            ClassicalLimit limit,
            List<MeanVariable> variables,
            List<Coefficient> rates,
            List<String> warnings,
            Map<Symbol, Coefficient> replaced) {
        this.model = model;
        this.limit = limit;
        this.variables = List.copyOf(variables);
        this.rates = List.copyOf(rates);
        this.warnings = List.copyOf(warnings);
        this.replaced = Map.copyOf(replaced);
        this.jumpRates = constantRates();
        this.spinLengths = spinLengths();
    }

    public OpenSystem model() {
        return model;
    }

    /**
     * The equations of the motion in which some variables equal others, as {@link EnsembleSymmetry} finds them: fewer
     * variables, the same expectation values.
     *
     * @param same each superfluous variable with the one that stands for it
     */
    public MeanFieldEquations identify(Map<String, String> same) {
        if (same.isEmpty()) return this;
        Map<Symbol, Coefficient> all = new LinkedHashMap<>(replaced);
        same.forEach((from, to) -> all.put(Symbol.classical(from), Coefficient.of(Symbol.classical(to))));
        List<MeanVariable> kept = new ArrayList<>();
        List<Coefficient> keptRates = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            if (same.containsKey(variables.get(i).name())) continue;
            kept.add(variables.get(i));
            keptRates.add(EnsembleSymmetry.with(all, rates.get(i)));
        }
        return new MeanFieldEquations(model, limit, kept, keptRates, warnings, all);
    }

    /** Those numbers of a full state vector that belong to the variables of these equations. */
    public double[] reduce(double[] full) {
        List<String> all = limit.variables().stream().map(MeanVariable::name).toList();
        return variables.stream().mapToDouble(v -> full[all.indexOf(v.name())]).toArray();
    }

    /** The variables in the order of the state vector: ensembles (x, y, z), modes (re, im), oscillators (x, v). */
    public List<MeanVariable> variables() {
        return variables;
    }

    public List<String> names() {
        return variables.stream().map(MeanVariable::name).toList();
    }

    /** Exact polynomial rates of change, one for each variable. */
    public List<Coefficient> rates() {
        return rates;
    }

    /** Rates of change as expressions of variables and parameters. */
    public List<Expression> rateExpressions() {
        List<Expression> expressions = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            expressions.add(CommutingPolynomial.expression(
                    rates.get(i), limit::meaning, ownSiteFirst(variables.get(i).name())));
        }
        return expressions;
    }

    /**
     * Symbols of the equation's own site before those of other sites, each in the order of the state vector: equal
     * ensembles get equations that round alike.
     */
    private Comparator<Symbol> ownSiteFirst(String variable) {
        String site = variable.substring(0, variable.indexOf('.') + 1);
        List<String> names = names();
        return Comparator.<Symbol, Boolean>comparing(s -> !s.name().startsWith(site))
                .thenComparing(s -> names.indexOf(s.name()))
                .thenComparing(Symbol::name);
    }

    /** Where the limit is not exact, one sentence each. */
    public List<String> warnings() {
        return warnings;
    }

    /** How operators become numbers, all powers of N kept. */
    public ClassicalLimit limit() {
        return limit;
    }

    /** A polynomial of variables and parameters without powers of N, its real part, as an expression. */
    public Expression expression(Coefficient polynomial) {
        Coefficient kept = EnsembleSymmetry.with(replaced, polynomial);
        return CommutingPolynomial.expression(kept, limit::meaning, ownSiteFirst(""));
    }

    /**
     * The leading order of an expectation value.
     *
     * @param twiceOrder twice its power of N
     * @param value what multiplies that power
     */
    public record Leading(int twiceOrder, Expression value) {}

    /**
     * The expectation value of a Hermitian operator for large N; products of letters are products of means.
     *
     * @throws ModelException when the leading order is not real
     */
    public Leading expectation(Operator o) {
        Coefficient image = limit.image(o);
        int order = image.sizeOrder().orElse(0);
        Coefficient leading = image.leading(order);
        if (!leading.isReal()) {
            throw new ModelException("<" + o + "> is complex: ask for its Hermitian parts");
        }
        Coefficient stripped = leading.times(Coefficient.sizePower(-order));
        return new Leading(order, expression(stripped));
    }

    /** A number that may depend on N at leading order. */
    public Leading number(Coefficient c) {
        return expectation(Operator.of(c));
    }

    /** Values of all symbols at a parameter point, including single orders of symbols that depend on N. */
    public ToDoubleFunction<String> values(ParameterValues point) {
        return name -> {
            Optional<SizeSeries.Part> part = SizeSeries.part(name);
            return part.isEmpty() ? point.value(name) : part.get().value(point);
        };
    }

    /**
     * Refuses a point at which the rate of a jump is negative.
     *
     * @throws ModelException naming the jump and its rate
     */
    public void requireRates(ParameterValues point) {
        for (Map.Entry<String, Expression> jump : jumpRates.entrySet()) {
            double rate = Evaluation.of(jump.getValue(), values(point));
            if (rate < 0) {
                throw new ModelException("the rate of jump '" + jump.getKey() + "' is negative at " + point.given());
            }
        }
    }

    /** Leading orders of the rates that do not depend on classical letters or time. */
    private Map<String, Expression> constantRates() {
        Map<String, Expression> rates = new LinkedHashMap<>();
        for (JumpOperator jump : model.jumps()) {
            boolean constant = jump.rate().symbols().stream().noneMatch(s -> s.kind() == Symbol.Kind.CLASSICAL);
            if (constant) rates.put(jump.name(), number(jump.rate()).value());
        }
        return rates;
    }

    /** Half the atoms per scale of each ensemble: the length of J for a spin-coherent state in mean-field units. */
    private Map<String, Expression> spinLengths() {
        Map<String, Expression> lengths = new LinkedHashMap<>();
        for (SpinEnsemble e : model.ensembles()) {
            Coefficient ratio = limit.expand(e.atoms()).dividedBy(limit.expand(e.scale()));
            lengths.put(e.name(), expression(ratio.leading(0).times(Coefficient.of(1, 2))));
        }
        return lengths;
    }

    /** The state vector of an initial state at a parameter point. */
    public double[] start(InitialState state, ParameterValues point) {
        double[] y = new double[limit.variables().size()];
        int i = 0;
        for (SpinEnsemble e : model.ensembles()) {
            List<Expression> direction = site(state, e.name(), 3);
            double spin = Evaluation.of(spinLengths.get(e.name()), values(point));
            double transverse = e.convention().transverse().doubleValue();
            double longitudinal = e.convention().longitudinal().doubleValue();
            y[i++] = spin * transverse * point.evaluate(direction.get(0));
            y[i++] = spin * transverse * point.evaluate(direction.get(1));
            y[i++] = spin * longitudinal * point.evaluate(direction.get(2));
        }
        while (i < y.length) {
            String name = limit.variables().get(i).name();
            List<Expression> pair = site(state, name.substring(0, name.indexOf('.')), 2);
            y[i++] = point.evaluate(pair.get(0));
            y[i++] = point.evaluate(pair.get(1));
        }
        return reduce(y);
    }

    private static List<Expression> site(InitialState state, String name, int length) {
        List<Expression> numbers = state.sites().get(name);
        if (numbers == null) {
            if (length == 2) return List.of(Expression.ZERO, Expression.ZERO);
            throw new ModelException("the initial state does not say where '" + name + "' starts");
        }
        if (numbers.size() != length) {
            throw new ModelException(
                    "the initial state of '" + name + "' needs " + length + " numbers, not " + numbers.size());
        }
        return numbers;
    }

    /** Squared lengths that the equations conserve exactly: one for each ensemble whose length is constant. */
    public Map<String, Coefficient> conservedLengths() {
        Map<String, Coefficient> conserved = new LinkedHashMap<>();
        for (SpinEnsemble e : model.ensembles()) {
            Coefficient length = squareLength(e);
            if (alongFlow(length).isZero()) conserved.put(e.name(), length);
        }
        return conserved;
    }

    /** Squared lengths of all ensembles, conserved or not (individual jumps of vanishing rate conserve them too). */
    public Map<String, Coefficient> squaredLengths() {
        Map<String, Coefficient> lengths = new LinkedHashMap<>();
        for (SpinEnsemble e : model.ensembles()) lengths.put(e.name(), squareLength(e));
        return lengths;
    }

    private Coefficient squareLength(SpinEnsemble e) {
        Coefficient total = Coefficient.ZERO;
        for (MeanVariable v : variables) {
            if (!v.name().startsWith(e.name() + ".")) continue;
            boolean z = v.name().endsWith(".z");
            Coefficient factor = Coefficient.ONE.dividedBy(Coefficient.of(
                    z ? e.convention().longitudinal() : e.convention().transverse()));
            total = total.plus(Coefficient.of(v.symbol()).times(factor).power(2));
        }
        return total;
    }

    /** The rate of change of a quadratic form along the flow, exactly. */
    private Coefficient alongFlow(Coefficient form) {
        Coefficient total = Coefficient.ZERO;
        for (var term : form.terms().entrySet()) {
            for (int i = 0; i < variables.size(); i++) {
                int power = term.getKey().exponent(variables.get(i).symbol());
                if (power == 0) continue;
                Coefficient rest = Coefficient.of(term.getKey(), term.getValue())
                        .dividedBy(Coefficient.of(variables.get(i).symbol()));
                total = total.plus(rest.times(power).times(rates.get(i)));
            }
        }
        return total;
    }
}
