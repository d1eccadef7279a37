package org.escapement.dynamics.diffusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Symbol;
import org.escapement.dynamics.equations.SizeSeries;
import org.escapement.dynamics.equations.SystemSize;
import org.escapement.model.JumpOperator;
import org.escapement.model.ModelException;
import org.escapement.model.ParameterValues;
import org.escapement.model.SpinEnsemble;
import org.escapement.numerics.linear.Sparse;

/** Tensor equations with the numbers of a parameter point; gives matrices for truncations. Belongs to one thread. */
final class TensorSystem {

    private final TensorEquations equations;
    private final ParameterValues point;
    private final ToDoubleFunction<Symbol> values;
    private final double size;

    TensorSystem(TensorEquations equations, ParameterValues point) {
        this.equations = equations;
        this.point = point;
        this.values = symbol -> {
            Optional<SizeSeries.Part> part = SizeSeries.part(symbol.name());
            return part.isEmpty() ? point.value(symbol.name()) : part.get().value(point);
        };
        boolean finite = equations.size() == SystemSize.FINITE;
        this.size = finite ? point.value(equations.model().size()) : Double.POSITIVE_INFINITY;
        requireRates();
    }

    private void requireRates() {
        List<JumpOperator> jumps = equations.model().jumps();
        for (int i = 0; i < jumps.size(); i++) {
            if (!(number(equations.leadingRates().get(i)) < 0)) continue;
            throw new ModelException("the rate of jump '" + jumps.get(i).name() + "' is negative at this point");
        }
    }

    TensorEquations equations() {
        return equations;
    }

    ParameterValues point() {
        return point;
    }

    /** The size N; infinite for the limit. */
    double size() {
        return size;
    }

    private double number(Coefficient c) {
        return c.evaluate(values, size);
    }

    /** A shape with the atoms of this point. */
    TensorShape shape(int[] highest, TensorShape.Seed seed) {
        List<Double> atoms = new ArrayList<>();
        List<Double> perSize = new ArrayList<>();
        for (SpinEnsemble e : equations.model().ensembles()) {
            double ratio = number(equations.atomsPerSize(e));
            perSize.add(ratio);
            atoms.add(equations.size() == SystemSize.FINITE ? wholeNumber(e, ratio * size) : Double.POSITIVE_INFINITY);
        }
        return new TensorShape(Arrays.stream(highest).boxed().toList(), atoms, perSize, seed);
    }

    private static double wholeNumber(SpinEnsemble e, double atoms) {
        double whole = Math.rint(atoms);
        if (whole >= 1 && Math.abs(atoms - whole) < 1e-9 * whole) return whole;
        throw new ModelException("'" + e.name() + "' needs a whole number of atoms, not " + atoms);
    }

    /** A matrix with the numbers of this point. */
    Sparse matrix(WordMatrix m) {
        List<Coefficient> coefficients = m.coefficients();
        double[] numbers = new double[2 * coefficients.size()];
        for (int w = 0; w < coefficients.size(); w++) {
            Coefficient c = coefficients.get(w);
            numbers[2 * w] = number(c);
            numbers[2 * w + 1] = c.isReal() ? 0 : c.evaluateImaginary(values, size);
        }
        for (double x : numbers) {
            if (!Double.isFinite(x)) throw new ModelException("a coefficient of the model is not finite at this point");
        }
        return m.at(numbers);
    }
}
