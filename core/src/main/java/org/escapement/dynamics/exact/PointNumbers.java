package org.escapement.dynamics.exact;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Monomial;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Symbol;
import org.escapement.algebra.Word;
import org.escapement.expression.Evaluation;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.Oscillator;
import org.escapement.model.ParameterValues;

/**
 * A model's numbers at one point with a finite size, told apart from those that change while the system evolves:
 * classical letters, time, and numbers computed from them.
 */
public final class PointNumbers {

    private final OpenSystem model;
    private final ParameterValues point;
    private final double size;
    private final Map<String, Double> frozen = new TreeMap<>();

    PointNumbers(OpenSystem model, ParameterValues point, Map<String, List<Double>> frozenOscillators) {
        this.model = model;
        this.point = point;
        frozenOscillators.forEach((name, values) -> {
            if (model.oscillators().stream().noneMatch(o -> o.name().equals(name))) {
                throw new ModelException("the model has no oscillator '" + name + "' to hold");
            }
            frozen.put(name + ".x", values.get(0));
            frozen.put(name + ".v", values.get(1));
        });
        this.size = point.value(model.size());
        if (!(size > 0) || Double.isInfinite(size)) {
            throw new ModelException("the exact level needs a finite positive size, not " + model.size() + "=" + size);
        }
    }

    /** For what does not depend on the values of parameters, such as which numbers change in time. */
    public static PointNumbers ofStructure(OpenSystem model) {
        return new PointNumbers(model, ParameterValues.of(model, Map.of(model.size(), 1.0)), Map.of());
    }

    public OpenSystem model() {
        return model;
    }

    public ParameterValues point() {
        return point;
    }

    double size() {
        return size;
    }

    /** The oscillators that move. */
    public List<Oscillator> oscillators() {
        return model.oscillators().stream()
                .filter(o -> !frozen.containsKey(o.name() + ".x"))
                .toList();
    }

    /** Whether a symbol's value changes in time. */
    boolean changes(Symbol s) {
        return model.leadsTo(s.name()).stream().anyMatch(name -> name.equals("t") || moves(name));
    }

    private boolean moves(String name) {
        return oscillators().stream().anyMatch(o -> name.equals(o.name() + ".x") || name.equals(o.name() + ".v"));
    }

    /** The value of a symbol when the changing names have the given values. */
    public double value(Symbol s, ToDoubleFunction<String> changing) {
        String name = s.name();
        if (frozen.containsKey(name)) return frozen.get(name);
        if (name.equals("t") || moves(name)) return changing.applyAsDouble(name);
        if (!changes(s) && model.leadsTo(name).stream().noneMatch(frozen::containsKey)) return point.value(name);
        return Evaluation.of(model.definition(name).orElseThrow(), n -> value(Symbol.parameter(n), changing));
    }

    /** Real part of a coefficient without changing symbols. */
    public double real(Coefficient c) {
        return c.evaluate(this::constant, size);
    }

    double imaginary(Coefficient c) {
        return c.evaluateImaginary(this::constant, size);
    }

    private double constant(Symbol s) {
        return value(s, name -> {
            throw new ModelException("'" + name + "' changes in time");
        });
    }

    /** Value of a product of changing symbols. */
    double weight(Monomial changingPart, ToDoubleFunction<String> changing) {
        return changingPart.evaluate(s -> value(s, changing), 1);
    }

    /** The operator as a sum of products of changing symbols times operators whose coefficients stay. */
    public Map<Monomial, Operator> split(Operator o) {
        Map<Monomial, Operator> parts = new TreeMap<>();
        for (Map.Entry<Word, Coefficient> word : o.terms().entrySet()) {
            word.getValue().terms().forEach((monomial, number) -> {
                Map<Symbol, Integer> changing = new TreeMap<>();
                Map<Symbol, Integer> staying = new TreeMap<>();
                monomial.exponents().forEach((s, k) -> (changes(s) ? changing : staying).put(s, k));
                Coefficient rest = Coefficient.of(Monomial.of(staying, monomial.twiceSize()), number);
                parts.merge(Monomial.of(changing, 0), Operator.of(word.getKey(), rest), Operator::plus);
            });
        }
        return parts;
    }

    /** A number of atoms or levels: whole and positive. */
    int count(Coefficient c, String what) {
        double value = real(c);
        if (Math.abs(value - Math.rint(value)) > 1e-9 * Math.max(1, value) || value < 1 || value > 1e6) {
            throw new ModelException(what + " would be " + value + " at " + model.size() + "=" + size
                    + ": choose a size that gives a whole positive number");
        }
        return (int) Math.rint(value);
    }
}
