package org.escapement.study.claims;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.data.Dataset;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.exact.ExactOptions;
import org.escapement.expression.Expression;
import org.escapement.model.InitialState;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.numerics.ConvergenceException;
import org.escapement.numerics.roots.BracketedRoot;
import org.escapement.observables.Accuracy;
import org.escapement.study.Estimate;
import org.escapement.study.Evaluation;
import org.escapement.study.Lazy;
import org.escapement.study.file.Level;
import org.escapement.study.file.Study;
import org.escapement.study.question.Point;
import org.escapement.study.question.Reply;
import org.escapement.study.text.CutOffs;
import org.escapement.study.text.NumberText;
import org.escapement.yaml.SourceException;

/** Measures what claims rest on and judges them. */
public final class ClaimCheck {

    private final Model model;
    private final Lazy<Evaluation> evaluation;
    private final Point.Preparations preparations = new Point.Preparations();
    private final Map<String, Dataset> data;

    /** @param data the panel's datasets by run name */
    public ClaimCheck(Study study, Map<String, Dataset> data) {
        this.model = study.model();
        this.evaluation = new Lazy<>(() -> Evaluation.of(OpenSystem.of(model)));
        this.data = data;
    }

    /** Measures and judges one claim. */
    public ClaimResult check(Claim claim) {
        try {
            return judge(claim);
        } catch (ModelException | NotApplicableException | ConvergenceException e) {
            throw new SourceException(claim.position(), "this claim cannot be measured: " + e.getMessage());
        }
    }

    private ClaimResult judge(Claim claim) {
        Map<String, Estimate> measured = new LinkedHashMap<>();
        claim.measures().forEach((name, m) -> measured.put(name, measure(m)));
        double value = number(claim.value(), measured);
        double error =
                measured.values().stream().mapToDouble(Estimate::error).max().orElse(0);
        return new ClaimResult(claim, new Estimate(value, error), verdict(claim, value, measured));
    }

    private static Verdict verdict(Claim claim, double value, Map<String, Estimate> measured) {
        if (!claim.holds().isEmpty()) {
            if (all(claim.holds(), measured)) return Verdict.CONFIRMED;
            boolean corrected = !claim.correctedHolds().isEmpty() && all(claim.correctedHolds(), measured);
            return corrected ? Verdict.CORRECTED : Verdict.NOT_CONFIRMED;
        }
        if (claim.claimed().isPresent()) {
            if (Math.abs(value - claim.claimed().getAsDouble()) <= claim.within()) return Verdict.CONFIRMED;
            boolean corrected = claim.corrected().isPresent()
                    && Math.abs(value - claim.corrected().getAsDouble()) <= claim.within();
            return corrected ? Verdict.CORRECTED : Verdict.NOT_CONFIRMED;
        }
        return Verdict.NOT_STATED;
    }

    private static boolean all(List<Expression> conditions, Map<String, Estimate> measured) {
        return conditions.stream().allMatch(e -> number(e, measured) != 0);
    }

    private static double number(Expression e, Map<String, Estimate> measured) {
        return org.escapement.expression.Evaluation.of(
                e, name -> measured.get(name).value());
    }

    private Estimate measure(ClaimMeasure m) {
        return switch (m) {
            case ClaimMeasure.Number n -> new Estimate(number(n), 0);
            case ClaimMeasure.AtPoint p -> measure(p, Map.of());
            case ClaimMeasure.Crossing c -> crossing(c);
            case ClaimMeasure.Data d -> new Estimate(DataReading.read(dataset(d.run()), d), 0);
        };
    }

    private double number(ClaimMeasure.Number n) {
        return NumberText.value(model, n.number(), ParameterValues.of(model, n.set()));
    }

    private Estimate measure(ClaimMeasure.AtPoint m, Map<String, Double> changed) {
        return switch (m) {
            case ClaimMeasure.Point p -> measure(p, changed);
            case ClaimMeasure.Asked a -> ask(a, changed);
        };
    }

    private Estimate measure(ClaimMeasure.Point p, Map<String, Double> changed) {
        Map<String, Double> set = values(p.place(), changed);
        Evaluation at = evaluation.get().set(set);
        if (p.level() instanceof Level.Exact) at = at.exact(options(p.place(), set));
        return p.place().start().map(at::start).orElse(at).measure(p.quantity(), p.measure());
    }

    private static Map<String, Double> values(ClaimMeasure.Place place, Map<String, Double> changed) {
        Map<String, Double> set = new LinkedHashMap<>(place.set());
        set.putAll(changed);
        return set;
    }

    private ExactOptions options(ClaimMeasure.Place place, Map<String, Double> set) {
        return CutOffs.of(place.cutOffs(), ParameterValues.of(model, set)::value);
    }

    private Estimate ask(ClaimMeasure.Asked a, Map<String, Double> changed) {
        Map<String, Double> set = values(a.place(), changed);
        Optional<InitialState> start = a.place()
                .start()
                .map(model.states()::get)
                .or(() -> model.states().values().stream().findFirst());
        ParameterValues values = ParameterValues.of(model, set);
        try (Point point = new Point(model, values, start, options(a.place(), set), Accuracy.fine(), preparations)) {
            Reply reply = a.question().answer(point);
            if (reply.values().length != 1) {
                throw new ModelException(
                        "a claim rests on single numbers, this measure gives " + reply.values().length);
            }
            return new Estimate(reply.values()[0], reply.error());
        }
    }

    private Estimate crossing(ClaimMeasure.Crossing c) {
        try {
            double root = BracketedRoot.bisect(
                    x -> measure(c.measure(), Map.of(c.unknown(), x)).value() - c.level(), c.from(), c.to(), c.width());
            return new Estimate(root, c.width());
        } catch (ArithmeticException e) {
            throw new ModelException("the quantity does not cross the level: " + e.getMessage());
        }
    }

    private Dataset dataset(String run) {
        Dataset found = data.get(run);
        if (found == null) throw new ModelException("there is no run '" + run + "'");
        return found;
    }
}
