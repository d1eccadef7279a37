package org.escapement.study.question;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.expression.Expression;
import org.escapement.model.InitialState;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.NetworkModel;
import org.escapement.observables.Accuracy;

/**
 * Where a question is asked: a model with its parameters, a start, an accuracy. Belongs to one thread; what it has
 * {@link #prepared} is common to all points of a run and all threads. Closing it frees what questions {@link #shared}.
 */
public final class Point implements AutoCloseable {

    private final Model model;
    private final ParameterValues values;
    private final Optional<InitialState> start;
    private final ExactOptions options;
    private final Accuracy accuracy;
    private final Preparations preparations;
    private final Map<Object, Object> shared = new HashMap<>();
    private Optional<Line> line = Optional.empty();

    public Point(
            Model model,
            ParameterValues values,
            Optional<InitialState> start,
            ExactOptions options,
            Accuracy accuracy,
            Preparations preparations) {
        this.model = model;
        this.values = values;
        this.start = start;
        this.options = options;
        this.accuracy = accuracy;
        this.preparations = preparations;
    }

    /** The same point as the next one of a line. */
    public Point on(Line continuation) {
        Point p = new Point(model, values, start, options, accuracy, preparations);
        p.line = Optional.of(continuation);
        return p;
    }

    /** The line this point belongs to, when the run continues from point to point. */
    public Optional<Line> line() {
        return line;
    }

    /** The value of a number that may differ from point to point. */
    public double number(PointNumber number) {
        return number.at(model, values);
    }

    /** The same with a parameter changed. */
    public Point with(String parameter, double value) {
        Map<String, Double> set = new HashMap<>(values.given());
        set.put(parameter, value);
        return new Point(model, ParameterValues.of(model, set), start, options, accuracy, preparations);
    }

    /** What is derived once for a run, such as equations of motion; safe to share between threads. */
    public static final class Preparations {
        private final Map<Object, Object> all = new ConcurrentHashMap<>();

        @SuppressWarnings("unchecked")
        private <T> T get(Object key, Supplier<T> make) {
            Object known = all.get(key);
            if (known != null) return (T) known;
            synchronized (all) {
                known = all.get(key);
                if (known == null) {
                    known = make.get();
                    all.put(key, known);
                }
                return (T) known;
            }
        }
    }

    /**
     * The system of spins and modes.
     *
     * @throws ModelException for a harmonic network
     */
    public OpenSystem model() {
        return OpenSystem.of(model);
    }

    /**
     * The oscillators and their baths at this point.
     *
     * @throws ModelException for a system of spins and modes, or numbers that cannot be meant
     */
    public HarmonicNetwork network() {
        if (!(model instanceof NetworkModel network)) {
            throw new ModelException("'" + model.name() + "' is no harmonic network");
        }
        return shared(HarmonicNetwork.class, () -> network.at(values));
    }

    /**
     * The parameter that is a network's drive frequency.
     *
     * @throws ModelException when the drive frequency is not simply a parameter
     */
    public String driveParameter() {
        if (model instanceof NetworkModel network
                && network.driveFrequency().orElse(Expression.ZERO) instanceof Expression.Symbol s
                && network.parameters().containsKey(s.name())) {
            return s.name();
        }
        throw new ModelException("the drive frequency of '" + model.name()
                + "' is not simply a parameter, so nothing can be differentiated with respect to it");
    }

    /** The model, of whichever kind it is. */
    public Model any() {
        return model;
    }

    public ParameterValues values() {
        return values;
    }

    /**
     * The state from which things evolve.
     *
     * @throws ModelException when the model has none
     */
    public InitialState start() {
        return start.orElseThrow(
                () -> new ModelException("the model has no initial state; give it one under 'states'"));
    }

    /** How many Fock states each mode has at finite N. */
    public ExactOptions options() {
        return options;
    }

    public Accuracy accuracy() {
        return accuracy;
    }

    /**
     * What does not depend on the point, made once for a run.
     *
     * @param key equal keys share what was made; must not depend on the point
     * @param make its product must be safe to share between threads
     */
    public <T> T prepared(Object key, Supplier<T> make) {
        return preparations.get(key, make);
    }

    /** What several questions need at this point, for instance a steady state, made once. */
    @SuppressWarnings("unchecked")
    public <T> T shared(Object key, Supplier<T> make) {
        Object known = shared.get(key);
        if (known == null) {
            known = make.get();
            shared.put(key, known);
        }
        return (T) known;
    }

    @Override
    public void close() {
        for (Object made : shared.values()) if (made instanceof Closing c) c.close();
        shared.clear();
    }

    /** Something shared that holds memory of its own. */
    public interface Closing extends AutoCloseable {
        @Override
        void close();
    }
}
