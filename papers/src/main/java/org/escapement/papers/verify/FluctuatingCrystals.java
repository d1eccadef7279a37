package org.escapement.papers.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.escapement.dynamics.fluctuation.FluctuationEquations;
import org.escapement.dynamics.fluctuation.FluctuationPoint;
import org.escapement.dynamics.fluctuation.FluctuationProgram;
import org.escapement.dynamics.fluctuation.FluctuationState;
import org.escapement.dynamics.fluctuation.StationaryCovariance;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.observables.Accuracy;
import org.escapement.observables.fluctuations.AttractingState;
import org.escapement.observables.fluctuations.Bipartition;
import org.escapement.observables.fluctuations.FluctuationRunner;
import org.escapement.observables.fluctuations.GaussianMeasure;
import org.escapement.observables.fluctuations.MesoscopicMean;
import org.escapement.observables.information.GaussianState;
import org.escapement.observables.nonlinear.FlowFamily;
import org.escapement.observables.thermodynamics.EnergyBalance;
import org.escapement.papers.Paper;
import org.escapement.study.Estimate;

/** Acceptance kinds of the coupled time crystals at the level of Gaussian fluctuations. */
final class FluctuatingCrystals implements Adapter {

    private static final Bipartition ENSEMBLES = new Bipartition(List.of(0), List.of(1));
    private static final List<GaussianMeasure> AVERAGED =
            List.of(GaussianMeasure.CLASSICAL_CORRELATION, GaussianMeasure.DISCORD, GaussianMeasure.NEGATIVITY);
    private static final List<GaussianMeasure> ALL = List.of(
            GaussianMeasure.CLASSICAL_CORRELATION,
            GaussianMeasure.DISCORD,
            GaussianMeasure.NEGATIVITY,
            GaussianMeasure.ENTROPY,
            GaussianMeasure.FIRST_ENTROPY,
            GaussianMeasure.SECOND_ENTROPY);

    private final OpenSystem model = new Paper("coupled-btc").model("model.yaml");
    private final FluctuationEquations equations = FluctuationEquations.derive(model);
    private final FluctuationProgram plain = FluctuationProgram.of(equations);
    private final FluctuationProgram shifted = FluctuationProgram.withShifts(equations);
    private final FlowFamily family = FlowFamily.of(equations.means());

    @Override
    public Optional<Answer> answer(String kind, Parameters p) {
        return Optional.ofNullable(
                switch (kind) {
                    case "fluctuation-covariance" -> rows(plain, p, FluctuatingCrystals::triangle);
                    case "mean-shift" -> rows(shifted, p, FluctuationState::shifts);
                    case "heat-subleading" -> heat(p);
                    case "gaussian-measures" -> rows(plain, p, s -> inOrder(ENSEMBLES.of(s), ALL));
                    case "gaussian-measures-average" -> average(p);
                    case "gaussian-measures-stationary" -> stationary(p);
                    case "gaussian-measures-standard-form" -> Answer.exact(inOrder(ENSEMBLES.of(standardForm(p)), ALL));
                    default -> null;
                });
    }

    private static double[] triangle(FluctuationState state) {
        double[][] g = state.covariances();
        List<Double> upper = new ArrayList<>();
        for (int i = 0; i < g.length; i++) for (int j = i; j < g.length; j++) upper.add(g[i][j]);
        return upper.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] inOrder(double[] values, List<GaussianMeasure> order) {
        return order.stream().mapToDouble(m -> values[m.ordinal()]).toArray();
    }

    private ParameterValues values(Parameters p) {
        return ParameterValues.of(model, p.numbers(CoupledCrystals.NUMBERS));
    }

    private double[] start(ParameterValues values, Parameters p) {
        if (!p.has("initial") || p.isText("initial")) {
            String name = p.has("initial") ? p.text("initial") : "ground";
            return equations.means().start(model.states().get(name), values);
        }
        return p.list("initial", 6).stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** One row for each time, computed twice for the error estimate. */
    private Answer rows(FluctuationProgram program, Parameters p, Function<FluctuationState, double[]> read) {
        ParameterValues values = values(p);
        double[] start = start(values, p);
        FluctuationPoint point = program.at(values, start);
        double[] times =
                p.list("times").stream().mapToDouble(Double::doubleValue).toArray();
        return twice(
                times.length,
                accuracy -> new FluctuationRunner(point, accuracy)
                        .states(point.start(start), times).stream().map(read).toArray(double[][]::new));
    }

    private static Answer twice(int rows, Function<Accuracy, double[][]> compute) {
        Accuracy accuracy = Accuracy.fine();
        double[][] fine = compute.apply(accuracy);
        double[][] coarse = compute.apply(accuracy.withTolerances(10 * accuracy.relative(), 10 * accuracy.absolute()));
        List<Estimate> all = new ArrayList<>();
        for (int r = 0; r < fine.length; r++) {
            for (int c = 0; c < fine[r].length; c++) {
                all.add(new Estimate(fine[r][c], Math.abs(fine[r][c] - coarse[r][c])));
            }
        }
        return new Answer(rows == 0 ? List.of(all.size()) : List.of(rows, all.size() / rows), all);
    }

    private Answer heat(Parameters p) {
        FluctuationPoint point = shifted.at(values(p));
        EnergyBalance balance = new EnergyBalance(model);
        MesoscopicMean first = new MesoscopicMean(equations, balance.heat("bath A"));
        MesoscopicMean second = new MesoscopicMean(equations, balance.heat("bath B"));
        return rows(shifted, p, s ->
                new double[] {first.in(point, s).next(), second.in(point, s).next()});
    }

    private Answer average(Parameters p) {
        ParameterValues values = values(p);
        double[] start = start(values, p);
        FluctuationPoint point = plain.at(values, start);
        List<Double> w = p.window("window");
        return twice(0, accuracy -> new double[][] {
            inOrder(
                    new FluctuationRunner(point, accuracy).average(point.start(start), w.get(0), w.get(1), ENSEMBLES),
                    AVERAGED)
        });
    }

    private Answer stationary(Parameters p) {
        FluctuationPoint point = plain.at(values(p));
        double[] means = AttractingState.of(family, point, start(point.values(), p), Accuracy.fine());
        return Answer.exact(
                inOrder(ENSEMBLES.of(StationaryCovariance.at(point, means).state()), ALL));
    }

    private static GaussianState standardForm(Parameters p) {
        double a = p.number("a");
        double b = p.number("b");
        double c1 = p.number("c1");
        double c2 = p.number("c2");
        return GaussianState.of(new double[][] {{a, 0, c1, 0}, {0, a, 0, c2}, {c1, 0, b, 0}, {0, c2, 0, b}});
    }
}
