package org.escapement.study.run;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.model.InitialState;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.model.ParameterValues;
import org.escapement.numerics.random.RandomStream;
import org.escapement.study.file.Run;
import org.escapement.study.file.SweepAxis;
import org.escapement.study.text.CutOffs;

/** What each point of a run's grid means: parameter values and the state it starts from. Immutable. */
final class RunPoints {

    private final Model model;
    private final Run run;

    RunPoints(Run run) {
        this.model = run.model();
        this.run = run;
    }

    /** The parameter values at a grid index. */
    ParameterValues values(int[] index) {
        Map<String, Double> given = new LinkedHashMap<>();
        known(index, given);
        return ParameterValues.of(model, given);
    }

    /** The value of an axis of values at a grid index. */
    double position(int[] index, String axis) {
        for (int k = 0; k < index.length; k++) {
            if (run.axes().get(k) instanceof SweepAxis.Values v && v.name().equals(axis)) return v.values()[index[k]];
        }
        throw new IllegalArgumentException("'" + axis + "' is no axis of values");
    }

    /** Numbers of Fock states of the modes at a grid index. */
    ExactOptions options(int[] index) {
        Map<String, Double> known = known(index, new LinkedHashMap<>());
        return CutOffs.of(run.cutOffs(), name -> known(known, name));
    }

    /** All numbers by name; those of the model are also given their values. */
    private Map<String, Double> known(int[] index, Map<String, Double> given) {
        Map<String, Double> known = new HashMap<>();
        for (int k = 0; k < index.length; k++) {
            switch (run.axes().get(k)) {
                case SweepAxis.Values v -> put(known, given, v.name(), v.values()[index[k]]);
                case SweepAxis.Random r -> draw(known, given, r, index[k]);
                case SweepAxis.States s -> known.put(s.name(), (double) index[k]);
            }
        }
        for (Map.Entry<String, Expression> e : run.set().entrySet()) {
            if (given.containsKey(e.getKey())) continue;
            put(known, given, e.getKey(), Evaluation.of(e.getValue(), name -> known(known, name)));
        }
        return known;
    }

    private double known(Map<String, Double> known, String name) {
        Double value = known.get(name);
        if (value != null) return value;
        return model.parameters()
                .get(name)
                .preset()
                .orElseThrow(() -> new ModelException("parameter '" + name + "' has no value"));
    }

    private void put(Map<String, Double> known, Map<String, Double> given, String name, double value) {
        known.put(name, value);
        if (model.parameters().containsKey(name) || name.equals(model.size())) given.put(name, value);
    }

    private void draw(Map<String, Double> known, Map<String, Double> given, SweepAxis.Random axis, int index) {
        int place = 0;
        for (Map.Entry<String, List<Double>> e : axis.intervals().entrySet()) {
            double low = e.getValue().get(0);
            double high = e.getValue().get(1);
            double u = RandomStream.uniform(axis.seed(), index, place++);
            put(known, given, e.getKey(), low + (high - low) * u);
        }
    }

    /** The initial state at a grid index. */
    InitialState start(int[] index) {
        String name = run.start();
        for (int k = 0; k < index.length; k++) {
            if (run.axes().get(k) instanceof SweepAxis.States s)
                name = s.states().get(index[k]);
        }
        InitialState state = model.states().get(name);
        if (state == null) throw new ModelException("the model has no initial state; give it one under 'states'");
        return state;
    }
}
