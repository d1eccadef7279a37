package org.escapement.dynamics.cumulant;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Symbol;
import org.escapement.algebra.Word;
import org.escapement.dynamics.cumulant.MomentVariable.Part;
import org.escapement.model.JumpOperator;
import org.escapement.model.ModelException;
import org.escapement.model.ParameterValues;
import org.escapement.numerics.ode.OdeSystem;

/**
 * The closed moment equations at one parameter point: rates and their derivatives as functions of the independent
 * variables. Keeps work arrays; one instance for each thread.
 */
public final class MomentSystem implements OdeSystem {

    private final MomentEquations equations;
    private final ToDoubleFunction<Symbol> values;
    private final double size;
    private final MomentFunction flow;
    /** Eliminated variables are constants plus combinations of independent ones. */
    private final double[] constants;

    private final double[][] dependence;
    private final double[] all;

    MomentSystem(MomentEquations equations, ParameterValues point) {
        this.equations = equations;
        this.values = LetterUnits.values(point);
        this.size = equations.size(point);
        requireRates();
        this.flow = equations.flow().at(values, size);
        List<Invariant> invariants = equations.invariants();
        this.constants = new double[invariants.size()];
        this.dependence = new double[invariants.size()][equations.variables().size()];
        for (int i = 0; i < constants.length; i++) eliminate(i);
        this.all = new double[equations.variables().size() + constants.length];
        requireFinite();
    }

    private void requireRates() {
        List<JumpOperator> jumps = equations.model().jumps();
        for (int i = 0; i < jumps.size(); i++) {
            if (!(number(equations.leadingRates().get(i)) < 0)) continue;
            throw new ModelException("the rate of jump '" + jumps.get(i).name() + "' is negative at this point");
        }
    }

    private void requireFinite() {
        double[] rates = new double[dimension()];
        derivatives(0, new double[dimension()], rates);
        for (double r : rates) {
            if (Double.isFinite(r)) continue;
            throw new ModelException("a coefficient of the moment equations is not a finite number at this point; at "
                    + "finite size, set " + equations.model().size());
        }
    }

    private double number(Coefficient c) {
        return c.evaluate(values, size);
    }

    private void eliminate(int i) {
        Invariant invariant = equations.invariants().get(i);
        constants[i] = number(invariant.value());
        for (Map.Entry<Word, Coefficient> other : invariant.others().entrySet()) {
            double factor = -number(other.getValue());
            if (other.getKey().isIdentity()) {
                constants[i] += factor;
                continue;
            }
            int v = equations.index().number(other.getKey(), Part.WHOLE);
            if (v < 0) continue;
            if (v < dimension()) {
                dependence[i][v] += factor;
            } else {
                constants[i] += factor * constants[v - dimension()];
                for (int j = 0; j < dimension(); j++) dependence[i][j] += factor * dependence[v - dimension()][j];
            }
        }
    }

    public MomentEquations equations() {
        return equations;
    }

    @Override
    public int dimension() {
        return equations.variables().size();
    }

    @Override
    public void derivatives(double t, double[] y, double[] dydt) {
        complete(y);
        flow.evaluate(all, dydt);
    }

    private void complete(double[] y) {
        System.arraycopy(y, 0, all, 0, dimension());
        for (int i = 0; i < constants.length; i++) {
            double sum = constants[i];
            for (int j = 0; j < dependence[i].length; j++) sum += dependence[i][j] * y[j];
            all[dimension() + i] = sum;
        }
    }

    /** Derivatives of the rates with respect to the independent variables, row by row. */
    public double[][] jacobian(double[] y) {
        complete(y);
        return reduced(flow.jacobian(all));
    }

    private double[][] reduced(double[][] full) {
        double[][] reduced = new double[full.length][];
        for (int r = 0; r < full.length; r++) {
            reduced[r] = Arrays.copyOf(full[r], dimension());
            for (int i = 0; i < constants.length; i++) {
                double factor = full[r][dimension() + i];
                if (factor == 0) continue;
                for (int j = 0; j < dimension(); j++) reduced[r][j] += factor * dependence[i][j];
            }
        }
        return reduced;
    }

    /** The outputs of a map of this system's variables. */
    double[] values(MomentMap map, double[] y) {
        double[] outputs = new double[map.outputs()];
        complete(y);
        map.at(values, size).evaluate(all, outputs);
        return outputs;
    }

    /** The value of an expectation, without its power of N. */
    public double value(MomentExpectation e, double[] y) {
        return values(e.map(), y)[0];
    }

    /** Its derivatives with respect to the independent variables. */
    public double[] gradient(MomentExpectation e, double[] y) {
        complete(y);
        return reduced(e.map().at(values, size).jacobian(all))[0];
    }

    /** A moment as real and imaginary part. */
    public double[] moment(Word word, double[] y) {
        complete(y);
        Polynomial p;
        synchronized (equations.hierarchy()) {
            p = equations.index().moment(word);
        }
        return new double[] {sum(p.re()), sum(p.im())};
    }

    private double sum(Map<Polynomial.Product, Double> polynomial) {
        double sum = 0;
        for (Map.Entry<Polynomial.Product, Double> term : polynomial.entrySet()) {
            double product = term.getValue();
            for (int i = 0; i < term.getKey().degree(); i++)
                product *= all[term.getKey().variable(i)];
            sum += product;
        }
        return sum;
    }
}
