package org.escapement.observables.nonlinear;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.expression.Derivative;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.expression.Expression.Symbol;
import org.escapement.model.ModelException;
import org.escapement.model.ParameterValues;

/**
 * Autonomous equations dy/dt = f(y; p) with their symbolic derivatives, for all values of the parameters p. Immutable and
 * thread-safe; compile once, take a {@link Flow} for each parameter point.
 */
public final class FlowFamily {

    private final List<String> variables;
    private final List<Expression> rates;
    private final Map<String, Expression> constants;
    private final Set<String> angles;
    private final Function<String, Optional<Expression>> definitions;
    private final Function<Map<String, Double>, ToDoubleFunction<String>> numbers;
    private final Map<List<Set<String>>, FlowProgram> programs = new ConcurrentHashMap<>();

    private FlowFamily(
            List<String> variables,
            List<Expression> rates,
            Map<String, Expression> constants,
            Set<String> angles,
            Function<String, Optional<Expression>> definitions,
            Function<Map<String, Double>, ToDoubleFunction<String>> numbers) {
        this.variables = List.copyOf(variables);
        this.rates = List.copyOf(rates);
        this.constants = new LinkedHashMap<>(constants);
        this.angles = Set.copyOf(angles);
        this.definitions = definitions;
        this.numbers = numbers;
        if (rates.size() != variables.size()) throw new IllegalArgumentException("one rate for each variable");
        boolean driven = rates.stream().anyMatch(r -> r.symbols().contains("t")) && !variables.contains("t");
        if (driven) throw new ModelException("the equations depend on time: make its phase a variable first");
    }

    /** The mean-field equations of a model; at each point the ensembles' lengths are constants of motion if conserved. */
    public static FlowFamily of(MeanFieldEquations equations) {
        Map<String, Expression> lengths = new LinkedHashMap<>();
        equations
                .squaredLengths()
                .forEach((name, c) -> lengths.put(name, equations.number(c).value()));
        return new FlowFamily(
                equations.names(),
                equations.rateExpressions(),
                lengths,
                Set.of(),
                name -> definition(equations, name),
                point -> equations.values(ParameterValues.of(equations.model(), point)));
    }

    private static Optional<Expression> definition(MeanFieldEquations equations, String name) {
        Optional<Expression> definition = equations.model().definition(name);
        boolean plain = equations.names().contains(name)
                || equations.model().parameters().containsKey(name)
                || name.equals("pi");
        if (definition.isEmpty() && !plain) {
            throw new ModelException(
                    "'" + name + "' is a series in N and has no derivative with respect to a parameter");
        }
        return definition;
    }

    /** Any equations; symbols that are not variables are parameters. */
    public static FlowFamily of(List<String> variables, List<Expression> rates) {
        return new FlowFamily(variables, rates, Map.of(), Set.of(), name -> Optional.empty(), point -> name -> {
            Double value = point.get(name);
            if (value == null) throw new ModelException("parameter '" + name + "' has no value");
            return value;
        });
    }

    /** The same with possible constants of motion; those that a parameter point does not conserve are ignored there. */
    public FlowFamily conserving(Map<String, Expression> candidates) {
        return new FlowFamily(variables, rates, candidates, angles, definitions, numbers);
    }

    /** The same with variables that are angles: states that differ by 2 pi in one of them are equal. */
    public FlowFamily withAngles(String... names) {
        for (String name : names) requireVariable(name);
        return new FlowFamily(variables, rates, constants, Set.of(names), definitions, numbers);
    }

    /**
     * The same at fixed values of some parameters, written into the equations: what they switch off is then known to be
     * absent. A definition that depends on such a parameter keeps doing so.
     */
    public FlowFamily fixing(Map<String, Double> values) {
        Map<String, Expression> numerals = new LinkedHashMap<>();
        values.forEach((name, value) -> numerals.put(name, Expression.of(value)));
        Map<String, Expression> kept = new LinkedHashMap<>();
        constants.forEach((name, e) -> kept.put(name, with(numerals, e)));
        return new FlowFamily(
                variables, rates.stream().map(r -> with(numerals, r)).toList(), kept, angles, definitions, point -> {
                    Map<String, Double> all = new LinkedHashMap<>(point);
                    all.putAll(values);
                    return numbers.apply(all);
                });
    }

    static Expression with(Map<String, Expression> replaced, Expression e) {
        return e.substitute(s -> replaced.getOrDefault(s.name(), s));
    }

    /**
     * The equations of some of the variables. The others either do not act on them (a driven part), or stay at zero once
     * they are there (a plane of symmetry), and are then held there.
     *
     * @throws ModelException naming a variable that does neither
     */
    public FlowFamily reducedTo(List<String> kept) {
        kept.forEach(this::requireVariable);
        Reduction.Reduced reduced = new Reduction(variables, rates, kept).reduced();
        Map<String, Expression> levels = new LinkedHashMap<>();
        constants.forEach((name, e) -> {
            Expression level = with(reduced.zeros(), e);
            boolean own = level.symbols().stream().noneMatch(s -> variables.contains(s) && !kept.contains(s));
            boolean some = level.symbols().stream().anyMatch(kept::contains);
            if (own && some) levels.put(name, level);
        });
        Set<String> turning = new HashSet<>(angles);
        turning.retainAll(kept);
        return new FlowFamily(kept, reduced.rates(), levels, turning, definitions, numbers);
    }

    /** The same with further variables and their rates of change. */
    FlowFamily followedBy(List<String> names, List<Expression> further) {
        List<String> all = new ArrayList<>(variables);
        all.addAll(names);
        List<Expression> both = new ArrayList<>(rates);
        both.addAll(further);
        return new FlowFamily(all, both, constants, angles, definitions, numbers);
    }

    private void requireVariable(String name) {
        if (!variables.contains(name)) throw new IllegalArgumentException("no variable '" + name + "'");
    }

    /** The flow at a parameter point; parameters with a preset may be left out. */
    public Flow at(Map<String, Double> point) {
        ToDoubleFunction<String> values = numbers.apply(point);
        Set<String> infinite = new HashSet<>();
        for (Expression rate : rates) {
            for (String name : rate.symbols()) {
                if (!variables.contains(name) && Double.isInfinite(values.applyAsDouble(name))) infinite.add(name);
            }
        }
        Set<String> conserved = conservedAt(values);
        FlowProgram program = programs.computeIfAbsent(List.of(infinite, conserved), names -> {
            InfiniteParameters limit = new InfiniteParameters(infinite, variables, values);
            Map<String, Expression> levels = new LinkedHashMap<>(constants);
            levels.keySet().retainAll(conserved);
            return new FlowProgram(variables, rates.stream().map(limit::replace).toList(), levels);
        });
        return new Flow(this, program, point, values);
    }

    private Set<String> conservedAt(ToDoubleFunction<String> values) {
        Set<String> names = new HashSet<>();
        constants.forEach((name, e) -> {
            if (isConserved(e, values)) names.add(name);
        });
        return names;
    }

    /** Whether the rate of change vanishes at a few states without symmetry. */
    private boolean isConserved(Expression constant, ToDoubleFunction<String> values) {
        for (double seed : new double[] {0.37, 0.61, 0.83}) {
            ToDoubleFunction<String> state = name -> {
                int index = variables.indexOf(name);
                return index < 0 ? values.applyAsDouble(name) : 0.3 * Math.sin(100 * seed * (index + 1));
            };
            double size = 0;
            double rate = 0;
            for (int i = 0; i < variables.size(); i++) {
                double slope = Evaluation.of(Derivative.partial(constant, variables.get(i)), state);
                if (slope == 0) continue;
                double term = slope * Evaluation.of(rates.get(i), state);
                rate += term;
                size += Math.abs(term);
            }
            if (!(Math.abs(rate) <= 1e-13 * size)) return false;
        }
        return true;
    }

    public List<String> variables() {
        return variables;
    }

    public List<Expression> rates() {
        return rates;
    }

    boolean isAngle(int variable) {
        return angles.contains(variables.get(variable));
    }

    ToDoubleFunction<String> numbers(Map<String, Double> point) {
        return numbers.apply(point);
    }

    /**
     * df/dp at fixed variables, definitions that depend on p included.
     *
     * @throws ModelException when a definition that depends on p cannot be differentiated
     */
    List<Expression> parameterDerivatives(List<Expression> expressions, String parameter) {
        List<Expression> derivatives = new ArrayList<>();
        for (Expression e : expressions) derivatives.add(parameterDerivative(e, parameter));
        return derivatives;
    }

    private Expression parameterDerivative(Expression e, String parameter) {
        try {
            return Derivative.along(e, s -> ofSymbol(((Symbol) s).name(), parameter));
        } catch (IllegalArgumentException problem) {
            throw new ModelException("no derivative with respect to '" + parameter + "': " + problem.getMessage());
        }
    }

    private Expression ofSymbol(String name, String parameter) {
        if (name.equals(parameter)) return Expression.ONE;
        return definitions
                .apply(name)
                .map(definition -> parameterDerivative(definition, parameter))
                .orElse(Expression.ZERO);
    }
}
