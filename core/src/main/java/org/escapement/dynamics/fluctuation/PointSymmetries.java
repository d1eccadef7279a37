package org.escapement.dynamics.fluctuation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.escapement.algebra.Coefficient;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.expression.Evaluation;
import org.escapement.model.SpinEnsemble;

/**
 * What the mean-field equations keep at one parameter point, found from their rates at a few states without symmetry: the
 * lengths of spins, and the equality of ensembles that are equal. Rates of polynomials that agree there agree everywhere.
 */
final class PointSymmetries {

    private static final double[] SEEDS = {0.37, 0.61, 0.83};
    private static final double ROUNDING = 1e-13;

    private final MeanFieldEquations means;
    private final List<SpinEnsemble> ensembles;
    private final LocalMoments local;
    private final ToDoubleFunction<String> values;

    PointSymmetries(FluctuationEquations equations, LocalMoments local, ToDoubleFunction<String> values) {
        this.means = equations.means();
        this.ensembles = equations.model().ensembles();
        this.local = local;
        this.values = values;
    }

    private double[] state(double seed) {
        double[] y = new double[means.variables().size()];
        Arrays.setAll(y, i -> 0.3 * Math.sin(100 * seed * (i + 1)));
        return y;
    }

    /** Ensembles whose length changes. */
    Set<String> changing() {
        Set<String> changing = new HashSet<>();
        for (double seed : SEEDS) {
            double[] y = state(seed);
            double[] f = local.rates(seed, y);
            double scale = Arrays.stream(f).map(Math::abs).sum();
            for (int s = 0; s < ensembles.size(); s++) {
                SpinEnsemble e = ensembles.get(s);
                double transverse = e.convention().transverse().doubleValue();
                double longitudinal = e.convention().longitudinal().doubleValue();
                double along = (y[3 * s] * f[3 * s] + y[3 * s + 1] * f[3 * s + 1]) / (transverse * transverse)
                        + y[3 * s + 2] * f[3 * s + 2] / (longitudinal * longitudinal);
                if (Math.abs(along) > ROUNDING * scale) changing.add(e.name());
            }
        }
        return Set.copyOf(changing);
    }

    /**
     * Variables of ensembles that start and move like an earlier one.
     *
     * @param start means at the start
     * @return each superfluous variable with the one that stands for it
     */
    Map<String, String> alike(double[] start) {
        Map<Integer, Integer> same = new LinkedHashMap<>();
        for (int later = 1; later < ensembles.size(); later++) {
            for (int earlier = 0; earlier < later && !same.containsKey(later); earlier++) {
                boolean candidate = !same.containsKey(earlier)
                        && Arrays.equals(start, 3 * later, 3 * later + 3, start, 3 * earlier, 3 * earlier + 3)
                        && equal(ensembles.get(earlier), ensembles.get(later));
                if (!candidate) continue;
                same.put(later, earlier);
                if (!together(same)) same.remove(later);
            }
        }
        Map<String, String> names = new LinkedHashMap<>();
        same.forEach((later, earlier) -> {
            for (int c = 0; c < 3; c++) {
                names.put(means.names().get(3 * later + c), means.names().get(3 * earlier + c));
            }
        });
        return names;
    }

    private boolean equal(SpinEnsemble a, SpinEnsemble b) {
        return a.convention() == b.convention()
                && perSize(a.atoms()) == perSize(b.atoms())
                && perSize(a.scale()) == perSize(b.scale());
    }

    private double perSize(Coefficient number) {
        Coefficient ratio = means.limit().expand(number).dividedBy(Coefficient.N);
        return Evaluation.of(means.expression(ratio.leading(0)), values);
    }

    /** Whether ensembles that are equal stay equal. */
    private boolean together(Map<Integer, Integer> same) {
        for (double seed : SEEDS) {
            double[] y = state(seed);
            same.forEach((later, earlier) -> System.arraycopy(y, 3 * earlier, y, 3 * later, 3));
            double[] f = local.rates(seed, y);
            double scale = Arrays.stream(f).map(Math::abs).sum();
            for (Map.Entry<Integer, Integer> pair : same.entrySet()) {
                for (int c = 0; c < 3; c++) {
                    double apart = f[3 * pair.getKey() + c] - f[3 * pair.getValue() + c];
                    if (Math.abs(apart) > ROUNDING * scale) return false;
                }
            }
        }
        return true;
    }
}
