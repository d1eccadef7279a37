package org.escapement.papers.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Word;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.diffusion.TensorEquations;
import org.escapement.dynamics.diffusion.TensorSpectrum;
import org.escapement.dynamics.diffusion.TensorSteadyState;
import org.escapement.dynamics.equations.SystemSize;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.SpinEnsemble;
import org.escapement.observables.information.TwoSpinState;
import org.escapement.observables.information.TwoSpinTomography;
import org.escapement.papers.Paper;
import org.escapement.study.Estimate;

/** Acceptance kinds of the heat engine in the exact limit of infinite N, by spherical tensors, which serve finite N too. */
final class EngineLimits implements Adapter {

    /** Constancies differ from 1 by a millionth. */
    private static final double TOLERANCE = 1e-13;

    private final OpenSystem engine = new Paper("heat-engine").model("model.yaml");
    private final OpenSystem ensemble = new Paper("heat-engine").model("ensemble.yaml");
    private final TensorEquations limit = TensorEquations.derive(engine, SystemSize.INFINITE);
    private final TensorEquations finite = TensorEquations.derive(engine, SystemSize.FINITE);
    private final TensorEquations singleLimit = TensorEquations.derive(ensemble, SystemSize.INFINITE);
    private final TensorEquations singleFinite = TensorEquations.derive(ensemble, SystemSize.FINITE);
    private final Operator current =
            engine.operator("cold.y*hot.x - cold.x*hot.y").times(Coefficient.sizePower(-4));

    @Override
    public Optional<Answer> answer(String kind, Parameters p) {
        return Optional.ofNullable(
                switch (kind) {
                    case "power-exact-macroscopic" -> power(p);
                    case "constancy" -> forSizes(p, size -> constancy(p, size, 0));
                    case "constancy-excess" -> forSizes(p, size -> constancy(p, size, 1));
                    case "power-gain-log10" -> forSizes(p, size -> gain(p, size));
                    case "gap-zero-charge" -> rate(equations(size(p)), engineAt(p, size(p)), Word.IDENTITY);
                    case "gap-charge-one" -> rate(equations(size(p)), engineAt(p, size(p)), letter(engine));
                    case "two-spin-moments" -> moments(p);
                    case "mutual-information" -> Answer.exact(twoSpins(p).mutualInformation());
                    case "concurrence" -> Answer.exact(twoSpins(p).concurrence());
                    case "single-spin-moments" -> singleMoments(p);
                    case "single-spin-gaps" -> singleGaps(p);
                    default -> null;
                });
    }

    private static double size(Parameters p) {
        return p.has("N") ? p.number("N") : Double.POSITIVE_INFINITY;
    }

    private static Answer forSizes(Parameters p, Function<Double, Estimate> f) {
        return Answer.list(p.list("Ns").stream().map(f).toList());
    }

    private ParameterValues engineAt(Parameters p, double size) {
        boolean infinite = Double.isInfinite(size);
        if (infinite && !p.flag("scaled")) {
            throw new NotApplicableException(
                    "infinite N at fixed temperature is the limit of bosons, not of unit vectors");
        }
        double factor = p.flag("scaled") ? 1 : size;
        Map<String, Double> values = new LinkedHashMap<>(p.numbers(List.of("E1", "E2")));
        values.put("omega0", factor * p.number("omega0"));
        values.put("Gamma0", factor * p.number("Gamma0"));
        values.put("T1", p.number("T1") / factor);
        values.put("T2", p.number("T2") / factor);
        if (!infinite) values.put("N", size);
        return ParameterValues.of(engine, values);
    }

    private TensorSteadyState steady(ParameterValues point, double size, List<Operator> observables) {
        return TensorSteadyState.find(equations(size), point, observables, TOLERANCE);
    }

    private TensorEquations equations(double size) {
        return Double.isInfinite(size) ? limit : finite;
    }

    /** Power per pair over the correlation that carries it. */
    private static double factor(ParameterValues point) {
        return point.value("omega0") * (point.value("E2") - point.value("E1"));
    }

    private Estimate powerPerPair(Parameters p, double size) {
        ParameterValues point = engineAt(p, size);
        try (TensorSteadyState state = steady(point, size, List.of(current))) {
            double power = factor(point) * state.mean(current);
            return new Estimate(power, state.error() * Math.abs(power));
        }
    }

    private Answer power(Parameters p) {
        Estimate power = powerPerPair(p, Double.POSITIVE_INFINITY);
        double decay = p.number("Gamma0");
        return Answer.of(new Estimate(power.value() / decay, power.error() / decay));
    }

    /** 2 P²/(Var σ) with σ = (b1 - b2) P/dE, all per pair. */
    private Estimate constancy(Parameters p, double size, double less) {
        ParameterValues point = engineAt(p, size);
        try (TensorSteadyState state = steady(point, size, List.of(current))) {
            double affinity = (point.value("b1") - point.value("b2")) / (point.value("E2") - point.value("E1"));
            double constancy = 2 * state.mean(current) / (factor(point) * state.noise(current) * affinity);
            return new Estimate(constancy - less, 2 * state.error() * constancy);
        }
    }

    private Estimate gain(Parameters p, double size) {
        ParameterValues undivided =
                ParameterValues.of(engine, p.numbers(List.of("omega0", "Gamma0", "E1", "E2", "T1", "T2")));
        double one = EngineClosures.singlePairPower(engine, undivided);
        Estimate power = powerPerPair(p, size);
        double ratio = power.value() / one;
        return new Estimate(Math.log10(ratio), Math.abs(power.error() / power.value()) / Math.log(10));
    }

    private static Word letter(OpenSystem model) {
        return Word.of(model.ensembles().getFirst().spin(), org.escapement.algebra.Letter.RAISING);
    }

    private static Answer rate(TensorEquations equations, ParameterValues point, Word word) {
        TensorSpectrum.Rate rate = TensorSpectrum.gap(equations, point, word, 1e-10);
        return Answer.of(new Estimate(rate.rate(), rate.error()));
    }

    /** An operator per its power of N: what does not survive the limit is zero. */
    private static double mean(TensorSteadyState state, Operator o) {
        return state.twiceOrder(o) < 0 ? 0 : state.mean(o);
    }

    private Answer moments(Parameters p) {
        double size = size(p);
        List<Operator> all = new ArrayList<>();
        for (String letters : List.of("cold.z", "hot.z")) all.add(perSize(letters, 1));
        for (String letters : List.of("cold.z^2", "hot.z^2", "cold.z*hot.z", "cold.y*hot.x - cold.x*hot.y")) {
            all.add(perSize(letters, 2));
        }
        try (TensorSteadyState state = steady(engineAt(p, size), size, all)) {
            List<Estimate> values = new ArrayList<>();
            for (Operator o : all) values.add(new Estimate(mean(state, o), state.error()));
            return Answer.list(values);
        }
    }

    /** A product of letters over N/2 each. */
    private Operator perSize(String letters, int degree) {
        return engine.operator(letters).times(Coefficient.of(1L << degree).times(Coefficient.sizePower(-2 * degree)));
    }

    private TwoSpinState twoSpins(Parameters p) {
        double size = size(p);
        try (TensorSteadyState state = steady(engineAt(p, size), size, List.of())) {
            List<SpinEnsemble> both = engine.ensembles();
            return TwoSpinTomography.between(both.get(0), both.get(1), o -> mean(state, o));
        }
    }

    private TensorEquations single(Parameters p) {
        return Double.isInfinite(size(p)) ? singleLimit : singleFinite;
    }

    private ParameterValues singleAt(Parameters p) {
        Map<String, Double> values = new LinkedHashMap<>(Map.of("b", p.number("betaE")));
        values.putAll(p.numbers(List.of("Gamma0")));
        if (!Double.isInfinite(size(p))) values.put("N", size(p));
        return ParameterValues.of(ensemble, values);
    }

    private Answer singleMoments(Parameters p) {
        Coefficient half = Coefficient.of(2).times(Coefficient.sizePower(-2));
        Operator z = ensemble.operator("S.z").times(half);
        try (TensorSteadyState state = TensorSteadyState.find(single(p), singleAt(p), List.of(z), TOLERANCE)) {
            return Answer.list(List.of(
                    new Estimate(state.mean(z), state.error()), new Estimate(state.mean(z.times(z)), state.error())));
        }
    }

    private Answer singleGaps(Parameters p) {
        List<Estimate> both = new ArrayList<>();
        for (Word word : List.of(Word.IDENTITY, letter(ensemble))) {
            TensorSpectrum.Rate rate = TensorSpectrum.gap(single(p), singleAt(p), word, 1e-11);
            both.add(new Estimate(rate.rate(), rate.error()));
        }
        return Answer.list(both);
    }
}
