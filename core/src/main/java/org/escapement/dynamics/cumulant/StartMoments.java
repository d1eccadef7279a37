package org.escapement.dynamics.cumulant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.DegreeOfFreedom;
import org.escapement.algebra.SiteWord;
import org.escapement.algebra.Word;
import org.escapement.dynamics.cumulant.MomentVariable.Part;
import org.escapement.dynamics.equations.SystemSize;
import org.escapement.expression.Expression;
import org.escapement.model.InitialState;
import org.escapement.model.Mode;
import org.escapement.model.ModelException;
import org.escapement.model.ParameterValues;
import org.escapement.model.SpinEnsemble;

/**
 * Moments of product states. Symmetrised moments are derivatives of ⟨exp(t·J)⟩ at t = 0, which is known in closed form:
 * (cosh(τ/2) + (n·t) sinh(τ/2)/τ)^(2j) with τ² = t·t for a spin-coherent state along n, sinh((2j+1) τ/2)/((2j+1)
 * sinh(τ/2)) for the mixed state of a spin, exp(t·α + |t|²/2) for coherent light. For infinite N these tend to
 * exp(j t·n), sinh(jτ)/(jτ) and exp(t·α).
 */
final class StartMoments {

    private final MomentEquations equations;
    private final ParameterValues point;
    private final int degree;
    private final double size;
    private final Map<DegreeOfFreedom, TruncatedSeries> sites = new HashMap<>();
    /** A coherent state has complex ladder moments; the phase of each letter's direction is kept apart. */
    private final Map<DegreeOfFreedom, Double> phases = new HashMap<>();

    private StartMoments(MomentEquations equations, ParameterValues point) {
        this.equations = equations;
        this.point = point;
        this.degree = equations.options().order();
        this.size = equations.size(point);
    }

    /** The state vector of a product of spin-coherent and coherent states. */
    static double[] of(MomentEquations equations, InitialState state, ParameterValues point) {
        StartMoments start = new StartMoments(equations, point);
        for (SpinEnsemble e : equations.model().ensembles()) start.spin(e, numbers(state, e.name(), 3));
        for (Mode m : equations.model().modes()) start.mode(m, numbers(state, m.name(), 2));
        return start.vector();
    }

    /** The state vector of unpolarised spins and empty modes. */
    static double[] mixed(MomentEquations equations, ParameterValues point) {
        StartMoments start = new StartMoments(equations, point);
        for (SpinEnsemble e : equations.model().ensembles()) start.mixed(e);
        for (Mode m : equations.model().modes()) start.mode(m, 0, 0);
        return start.vector();
    }

    private static List<Expression> numbers(InitialState state, String site, int length) {
        List<Expression> numbers = state.sites().get(site);
        if (numbers == null && length == 2) return List.of(Expression.ZERO, Expression.ZERO);
        if (numbers == null) throw new ModelException("the initial state does not say where '" + site + "' starts");
        if (numbers.size() == length) return numbers;
        throw new ModelException("the initial state of '" + site + "' needs " + length + " numbers");
    }

    private double number(Coefficient c) {
        return c.evaluate(LetterUnits.values(point), size);
    }

    /** Twice the spin j over the unit of its letters: 2j/scale, at finite N exact, else the limit. */
    private double atomsPerScale(SpinEnsemble e) {
        LetterUnits units = equations.hierarchy().units();
        Coefficient ratio = units.expand(e.atoms()).dividedBy(units.expand(e.scale()));
        return number(infinite() ? ratio.leading(0) : ratio);
    }

    private boolean infinite() {
        return equations.options().size() == SystemSize.INFINITE;
    }

    /** t·t for t·J = t+ J+ + tz Jz + t- J-. */
    private TruncatedSeries square(double factor) {
        return TruncatedSeries.term(degree, factor, 0, 2, 0).plus(TruncatedSeries.term(degree, 4 * factor, 1, 0, 1));
    }

    private void spin(SpinEnsemble e, List<Expression> direction) {
        double x = point.evaluate(direction.get(0));
        double y = point.evaluate(direction.get(1));
        double z = point.evaluate(direction.get(2));
        double length = Math.sqrt(x * x + y * y + z * z);
        if (Math.abs(length - 1) > 1e-9) {
            throw new ModelException("the initial state of '" + e.name() + "' has a direction of length " + length
                    + ": cumulants need 1, or 'mixed'");
        }
        double across = Math.hypot(x, y);
        phases.put(e.spin(), Math.atan2(y, x));
        // t·n with the transverse part turned to the x axis.
        TruncatedSeries along = TruncatedSeries.term(degree, across, 1, 0, 0)
                .plus(TruncatedSeries.term(degree, z, 0, 1, 0))
                .plus(TruncatedSeries.term(degree, across, 0, 0, 1));
        double ratio = atomsPerScale(e);
        if (infinite()) {
            sites.put(e.spin(), along.times(ratio / 2).exponential());
            return;
        }
        double atoms = number(e.atoms());
        double unit = ratio / atoms;
        TruncatedSeries half = square(unit * unit / 4);
        double[] cosh = new double[degree + 1];
        double[] sinh = new double[degree + 1];
        for (int n = 0; n <= degree; n++) {
            cosh[n] = n == 0 ? 1 : cosh[n - 1] / ((2 * n - 1) * (2.0 * n));
            sinh[n] = n == 0 ? 1 : sinh[n - 1] / ((2 * n + 1) * (2.0 * n));
        }
        TruncatedSeries single = half.into(cosh)
                .plus(along.times(unit / 2).times(half.into(sinh)))
                .plus(TruncatedSeries.constant(degree, -1));
        sites.put(e.spin(), single.onePlusToThe(atoms));
    }

    private void mixed(SpinEnsemble e) {
        phases.put(e.spin(), 0.0);
        double ratio = atomsPerScale(e);
        double[] sinh = new double[degree + 1];
        for (int n = 0; n <= degree; n++) sinh[n] = n == 0 ? 1 : sinh[n - 1] / ((2 * n + 1) * (2.0 * n));
        if (infinite()) {
            sites.put(e.spin(), square(ratio * ratio / 4).into(sinh));
            return;
        }
        double atoms = number(e.atoms());
        double unit = ratio / atoms;
        TruncatedSeries above = square(Math.pow((atoms + 1) * unit / 2, 2)).into(sinh);
        TruncatedSeries below = square(unit * unit / 4).into(sinh).plus(TruncatedSeries.constant(degree, -1));
        sites.put(e.spin(), above.times(below.onePlusToThe(-1)));
    }

    private void mode(Mode m, List<Expression> amplitude) {
        mode(m, point.evaluate(amplitude.get(0)), point.evaluate(amplitude.get(1)));
    }

    private void mode(Mode m, double re, double im) {
        double modulus = Math.hypot(re, im);
        // ⟨a†⟩ = α* carries the opposite phase of a raising spin letter's ⟨J+⟩.
        phases.put(m.boson(), -Math.atan2(im, re));
        TruncatedSeries exponent =
                TruncatedSeries.term(degree, modulus, 1, 0, 0).plus(TruncatedSeries.term(degree, modulus, 0, 0, 1));
        if (!infinite()) exponent = exponent.plus(TruncatedSeries.term(degree, 0.5 / size, 1, 0, 1));
        sites.put(m.boson(), exponent.exponential());
    }

    private double[] vector() {
        List<MomentVariable> variables = equations.variables();
        double[] y = new double[variables.size()];
        for (int i = 0; i < y.length; i++) {
            double modulus = 1;
            double phase = 0;
            for (SiteWord part : variables.get(i).word().sites()) {
                modulus *= moment(part);
                phase += (part.up() - part.down()) * phases.get(part.site());
            }
            y[i] = variables.get(i).part() == Part.IMAGINARY ? modulus * Math.sin(phase) : modulus * Math.cos(phase);
        }
        return y;
    }

    private double moment(SiteWord part) {
        double factorials = factorial(part.up()) * factorial(part.z()) * factorial(part.down());
        return factorials * sites.get(part.site()).coefficient(part.up(), part.z(), part.down());
    }

    private static double factorial(int n) {
        double f = 1;
        for (int i = 2; i <= n; i++) f *= i;
        return f;
    }

    /** Whether a moment of the mixed state may differ from zero. */
    static boolean mixedIsNonZero(Word word) {
        return word.sites().stream().allMatch(p -> p.up() == p.down());
    }
}
