package org.escapement.papers.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.cumulant.CasimirUse;
import org.escapement.dynamics.cumulant.CumulantOptions;
import org.escapement.dynamics.cumulant.MomentEquations;
import org.escapement.dynamics.cumulant.MomentExpectation;
import org.escapement.dynamics.cumulant.MomentFluctuations;
import org.escapement.dynamics.cumulant.MomentSteadyState;
import org.escapement.dynamics.cumulant.MomentSystem;
import org.escapement.dynamics.cumulant.SectorSpectrum;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.SpinEnsemble;
import org.escapement.numerics.ode.OdeIntegrator;
import org.escapement.numerics.ode.Tableau;
import org.escapement.numerics.ode.Tolerances;
import org.escapement.observables.NamedNumbers;
import org.escapement.observables.information.TwoSpinTomography;
import org.escapement.papers.Paper;
import org.escapement.study.Estimate;

/** Acceptance kinds of the heat engine by second-order moments with third cumulants set to zero, infinite N. */
final class EngineClosures implements Adapter {

    private final OpenSystem engine = new Paper("heat-engine").model("model.yaml");
    private final OpenSystem ensemble = new Paper("heat-engine").model("ensemble.yaml");
    private final MomentEquations all = MomentEquations.derive(engine, CumulantOptions.ofOrder(2));
    private final MomentEquations neutral =
            MomentEquations.derive(engine, CumulantOptions.ofOrder(2).withoutCharge());
    private final MomentEquations letters = MomentEquations.derive(engine, CumulantOptions.ofOrder(1));
    private final MomentEquations single = MomentEquations.derive(
            ensemble,
            CumulantOptions.ofOrder(2).casimir(CasimirUse.BEFORE_CLOSING).withoutCharge());
    private final Operator current =
            engine.operator("cold.y*hot.x - cold.x*hot.y").times(Coefficient.sizePower(-4));

    @Override
    public Optional<Answer> answer(String kind, Parameters p) {
        return Optional.ofNullable(
                switch (kind) {
                    case "gap-closure-jacobian" -> gap(p);
                    case "power-closure" -> Answer.of(power(p, p.number("Gamma0")));
                    case "constancy-closure-wick" -> Answer.of(constancy(p));
                    case "power-gain-log10-closure" -> gain(p);
                    case "mutual-information-closure" -> Answer.exact(mutualInformation(p));
                    case "single-spin-closure" -> singleFixedPoint(p);
                    case "single-spin-closure-relaxation" -> singleRelaxation(p);
                    default -> null;
                });
    }

    private ParameterValues at(Parameters p) {
        return ParameterValues.of(engine, p.numbers(List.of("omega0", "Gamma0", "E1", "E2", "T1", "T2")));
    }

    /** Power of one pair at undivided coupling, decay and temperatures. */
    static double singlePairPower(OpenSystem engine, ParameterValues undivided) {
        return NamedNumbers.value(engine, "single_pair_power", undivided).orElseThrow()[0];
    }

    private static double factor(ParameterValues point) {
        return point.value("omega0") * (point.value("E2") - point.value("E1"));
    }

    private Answer gap(Parameters p) {
        MomentSystem system = all.at(at(p));
        MomentSteadyState steady = MomentSteadyState.from(system, all.mixedStart(at(p)));
        double gap = SectorSpectrum.at(system, steady.y()).gap();
        return Answer.of(new Estimate(gap, steady.error() * gap));
    }

    private Estimate power(Parameters p, double unit) {
        ParameterValues point = at(p);
        MomentSystem system = neutral.at(point);
        MomentSteadyState steady = MomentSteadyState.from(system, neutral.mixedStart(point));
        double factor = factor(point) / unit;
        return new Estimate(
                factor * system.value(neutral.expectation(current), steady.y()), Math.abs(factor) * steady.error());
    }

    private Estimate constancy(Parameters p) {
        ParameterValues point = at(p);
        MomentSystem system = neutral.at(point);
        MomentSteadyState steady = MomentSteadyState.from(system, neutral.mixedStart(point));
        double mean = system.value(neutral.expectation(current), steady.y());
        double noise = new MomentFluctuations(system, steady.y()).factorisedNoise(current, letters.at(point));
        double affinity = (point.value("b1") - point.value("b2")) / (point.value("E2") - point.value("E1"));
        double constancy = 2 * mean / (factor(point) * noise * affinity);
        return new Estimate(constancy, steady.error() / Math.abs(mean) * constancy);
    }

    private Answer gain(Parameters p) {
        double ratio = power(p, 1).value() / singlePairPower(engine, at(p));
        return Answer.exact(Math.log10(ratio));
    }

    private double mutualInformation(Parameters p) {
        MomentSystem system = neutral.at(at(p));
        double[] y = MomentSteadyState.from(system, neutral.mixedStart(at(p))).y();
        List<SpinEnsemble> both = engine.ensembles();
        return TwoSpinTomography.between(both.get(0), both.get(1), o -> {
                    MomentExpectation e = neutral.expectation(o);
                    return e.twiceOrder() < 0 ? 0 : system.value(e, y);
                })
                .mutualInformation();
    }

    private ParameterValues singleAt(Parameters p) {
        Map<String, Double> values = new LinkedHashMap<>(Map.of("b", p.number("betaE")));
        values.putAll(p.numbers(List.of("Gamma0")));
        return ParameterValues.of(ensemble, values);
    }

    /** The fixed point nearest the exact stationary moments, from which the search starts. */
    private Answer singleFixedPoint(Parameters p) {
        ParameterValues point = singleAt(p);
        double[] start = {
            NamedNumbers.value(ensemble, "inversion", point).orElseThrow()[0],
            NamedNumbers.value(ensemble, "inversion_squared", point).orElseThrow()[0]
        };
        MomentSteadyState steady = MomentSteadyState.from(single.at(point), start);
        List<Estimate> both = new ArrayList<>();
        for (double v : steady.y()) both.add(new Estimate(v, steady.error()));
        return Answer.list(both);
    }

    private Answer singleRelaxation(Parameters p) {
        MomentSystem system = single.at(singleAt(p));
        double[] y =
                p.list("initial", 2).stream().mapToDouble(Double::doubleValue).toArray();
        List<Estimate> values = new ArrayList<>();
        double now = 0;
        for (double time : p.list("times")) {
            var outcome = new OdeIntegrator(system, Tableau.dormandPrince853(), new Tolerances(1e-12, 1e-12))
                    .integrate(now, y, time);
            y = outcome.state();
            now = time;
            values.add(new Estimate(y[0], outcome.errorEstimate()[0]));
        }
        return Answer.list(values);
    }
}
