package org.escapement.study.question.moments;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.escapement.algebra.Letter;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Word;
import org.escapement.dynamics.diffusion.TensorEquations;
import org.escapement.dynamics.diffusion.TensorRelaxation;
import org.escapement.dynamics.diffusion.TensorSpectrum;
import org.escapement.dynamics.diffusion.TensorSteadyState;
import org.escapement.dynamics.equations.SystemSize;
import org.escapement.expression.Expression;
import org.escapement.model.ModelException;
import org.escapement.model.SpinEnsemble;
import org.escapement.study.question.OwnAxis;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * Something asked of collective spins in spherical tensors; the truncation adapts to the accuracy of the run. Means and
 * states of single spins at a point where a noise has been found take its stationary state.
 */
record TensorsQuestion(Aspect aspect, SystemSize size) implements Question {

    private record Equations(SystemSize size) {}

    private record Settled(SystemSize size) {}

    private TensorEquations equations(Point point) {
        return point.prepared(new Equations(size), () -> TensorEquations.derive(point.model(), size));
    }

    @Override
    public Reply answer(Point point) {
        try {
            return switch (aspect) {
                case Aspect.Gap g -> gap(point, g);
                case Aspect.Mean m -> mean(point, m.of());
                case Aspect.Noise n -> noise(point, n.of());
                case Aspect.Correlation c -> correlation(point, c);
                case Aspect.Spins s -> spins(point, s);
                case Aspect.Evolving e -> evolving(point, e);
                default -> throw new IllegalStateException("not asked of tensors: " + aspect);
            };
        } catch (ArithmeticException e) {
            throw new ModelException("no stationary state in spherical tensors here: " + e.getMessage());
        }
    }

    private Reply mean(Point point, Observable o) {
        TensorSteadyState state = settled(point);
        double mean = o.limit(
                state.twiceOrder(o.operator()),
                state.mean(o.operator()),
                point.model().size());
        return Reply.of(mean, state.error() * Math.max(Math.abs(mean), 1e-3));
    }

    private Reply noise(Point point, Observable o) {
        try (TensorSteadyState state = find(point, List.of(o.operator()))) {
            point.shared(new Settled(size), () -> state);
            int order = 2 * state.twiceOrder(o.operator());
            double noise =
                    o.limit(order, state.noise(o.operator()), point.model().size());
            return Reply.of(noise, state.error() * Math.abs(noise));
        }
    }

    private Reply evolving(Point point, Aspect.Evolving e) {
        double[] times = e.times().stream().mapToDouble(Double::doubleValue).toArray();
        TensorRelaxation.Series found = TensorRelaxation.evolve(
                equations(point),
                point.values(),
                poles(point),
                List.of(e.of().operator()),
                times,
                point.accuracy().relative());
        double[] values = found.values()[0];
        String size = point.model().size();
        for (int i = 0; i < values.length; i++) values[i] = e.of().limit(found.twiceOrders()[0], values[i], size);
        return new Reply(values, found.error() + 1e-10);
    }

    private static int[] poles(Point point) {
        return point.model().ensembles().stream()
                .mapToInt(e -> pole(e.name(), point))
                .toArray();
    }

    private static int pole(String ensemble, Point point) {
        List<Expression> direction = point.start().sites().getOrDefault(ensemble, List.of());
        double[] n = direction.stream().mapToDouble(point.values()::evaluate).toArray();
        if (n.length == 3 && n[0] == 0 && n[1] == 0 && Math.abs(n[2]) == 1) return (int) n[2];
        throw new ModelException("an evolution in spherical tensors begins with all spins up or down; '" + ensemble
                + "' does not: use the exact level or cumulants");
    }

    private Reply correlation(Point point, Aspect.Correlation c) {
        double[] times = c.times().stream().mapToDouble(Double::doubleValue).toArray();
        Operator a = c.later().operator();
        Operator b = c.earlier().operator();
        try (TensorSteadyState state = find(point, List.of(a, b))) {
            double[] values = state.correlation(a, b, times);
            int order = state.twiceOrder(a) + state.twiceOrder(b);
            double largest = 0;
            for (int i = 0; i < values.length; i++) {
                values[i] = c.later().limit(order, values[i], point.model().size());
                largest = Math.max(largest, Math.abs(values[i]));
            }
            return new Reply(values, (state.error() + 1e-9) * largest);
        }
    }

    private Reply spins(Point point, Aspect.Spins s) {
        boolean finite = size == SystemSize.FINITE;
        SpinPair pair = SpinPair.of(s, point, finite);
        TensorSteadyState state = settled(point);
        double value = s.measure().of(pair.state(o -> state.twiceOrder(o) < 0 ? 0 : state.mean(o)));
        // Entropies are differences of numbers of order one.
        return Reply.of(value, state.error() + 1e-15);
    }

    private TensorSteadyState find(Point point, List<Operator> observables) {
        return TensorSteadyState.find(
                equations(point), point.values(), observables, point.accuracy().relative());
    }

    /** A stationary state whose expectation values can be read; its factors are given back. */
    private TensorSteadyState settled(Point point) {
        return point.shared(new Settled(size), () -> {
            try (TensorSteadyState state = find(point, List.of())) {
                return state;
            }
        });
    }

    private Reply gap(Point point, Aspect.Gap g) {
        double rate = Double.POSITIVE_INFINITY;
        double error = 0;
        for (Word word : words(point, g)) {
            TensorSpectrum.Rate r = TensorSpectrum.gap(
                    equations(point), point.values(), word, point.accuracy().relative());
            if (r.rate() >= rate) continue;
            rate = r.rate();
            error = r.error();
        }
        return Reply.of(rate, error);
    }

    /** One word for each sector: those of the operator, or those that up to two letters lead to. */
    private List<Word> words(Point point, Aspect.Gap g) {
        Set<Word> all = new LinkedHashSet<>();
        if (g.reachedBy().isPresent()) {
            all.addAll(g.reachedBy().get().terms().keySet());
        } else {
            List<Operator> letters = new ArrayList<>(List.of(Operator.identity()));
            for (SpinEnsemble e : point.model().ensembles()) {
                letters.add(Operator.of(Word.of(e.spin(), Letter.RAISING)));
                letters.add(Operator.of(Word.of(e.spin(), Letter.LOWERING)));
            }
            for (Operator a : letters) {
                for (Operator b : letters) all.addAll(a.times(b).terms().keySet());
            }
        }
        return equations(point).onePerSector(all);
    }

    @Override
    public String level() {
        return size == SystemSize.INFINITE ? "diffusion" : "exact";
    }

    @Override
    public boolean isLaborious() {
        return aspect instanceof Aspect.Gap;
    }

    @Override
    public List<OwnAxis> axes() {
        return aspect.axes();
    }

    @Override
    public String meaning() {
        return aspect.meaning();
    }

    @Override
    public String unit() {
        return aspect.unit();
    }
}
