package org.escapement.observables.fluctuations;

import java.util.ArrayList;
import java.util.List;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.fluctuation.FluctuationEquations;
import org.escapement.dynamics.fluctuation.FluctuationPoint;
import org.escapement.dynamics.fluctuation.FluctuationState;
import org.escapement.dynamics.meanfield.MeanVariable;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.model.ModelException;
import org.escapement.model.SpinEnsemble;

/**
 * The largest work a cyclic unitary process extracts from one ensemble or mode with equally spaced levels ω: its energy less
 * that of the passive state with the same populations. Fluctuations with the local symplectic eigenvalue λ are those of a
 * thermal mode of (λ - 1)/2 quanta, squeezed and displaced, so that
 *
 * <p>W = ⟨H⟩ - E_0 - ω (λ - 1)/2 + O(1/N)
 *
 * <p>with the ground energy E_0: of order N by the mean, of order 1 by the fluctuations. For an ensemble H = b·J with ω = |b| and
 * E_0 = -|b| atoms/2, for a mode H = ω a†a. Allahverdyan, Balian and Nieuwenhuizen (2004), Europhys. Lett. 67, 565. Immutable.
 */
public final class ReducedErgotropy implements MesoscopicValue {

    /** Relative shortfall of the length of a spin that an integration's error may explain. */
    private static final double MIXED = 1e-5;

    private final MesoscopicMean energy;
    private final FluctuationEquations equations;
    private final int mode;
    private final List<Expression> slopes = new ArrayList<>();
    private final Coefficient atoms;
    /** J of each letter of an ensemble per unit of its mean. */
    private final List<Coefficient> spins = new ArrayList<>();

    /**
     * Prepares for one ensemble or mode.
     *
     * @param site its name
     * @param energy its Hamiltonian: linear in the letters of an ensemble, a multiple of the quanta of a mode
     * @throws ModelException when the energy is of another form or belongs to other letters
     */
    public ReducedErgotropy(FluctuationEquations equations, String site, Operator energy) {
        this.equations = equations;
        this.energy = new MesoscopicMean(equations, energy);
        List<SpinEnsemble> ensembles = equations.model().ensembles();
        List<String> names =
                new ArrayList<>(ensembles.stream().map(SpinEnsemble::name).toList());
        equations.model().modes().forEach(m -> names.add(m.name()));
        this.mode = names.indexOf(site);
        if (mode < 0) throw new ModelException("the model has no ensemble or mode '" + site + "'");
        boolean spin = mode < ensembles.size();
        this.atoms = spin ? ensembles.get(mode).atoms() : Coefficient.ZERO;
        if (spin) linear(ensembles.get(mode), energy);
        else quanta(site, energy);
    }

    private void linear(SpinEnsemble e, Operator energy) {
        Coefficient image = equations.means().limit().image(energy);
        for (MeanVariable v : equations.letters()) {
            Coefficient slope = image.derivative(v.symbol());
            boolean own = v.name().startsWith(e.name() + ".");
            boolean constant = equations.letters().stream()
                    .allMatch(other -> slope.derivative(other.symbol()).isZero());
            if (own ? !constant : !slope.isZero()) {
                throw new ModelException(
                        "the ergotropy of '" + e.name() + "' needs an energy linear in its own letters, for"
                                + " example " + e.name() + ".z, not " + energy);
            }
            if (!own) continue;
            boolean z = v.name().endsWith(".z");
            Coefficient factor = Coefficient.of(
                    z ? e.convention().longitudinal() : e.convention().transverse());
            slopes.add(number(slope.times(factor).dividedBy(v.unit())));
            spins.add(v.unit().dividedBy(factor));
        }
    }

    private void quanta(String site, Operator energy) {
        Operator n = equations.model().operator(site + ".n");
        Coefficient weight = energy.terms().values().stream().findFirst().orElse(Coefficient.ZERO);
        if (weight.isZero() || !energy.equals(n.times(weight))) {
            throw new ModelException(
                    "the ergotropy of '" + site + "' needs an energy like omega*" + site + ".n, not " + energy);
        }
        slopes.add(number(weight));
    }

    private Expression number(Coefficient c) {
        return equations.means().number(c).value();
    }

    @Override
    public double at(double size, FluctuationPoint point, FluctuationState state, Part part) {
        double square = 0;
        for (Expression slope : slopes) {
            double b = Evaluation.of(slope, equations.means().values(point.values()));
            square += b * b;
        }
        double spacing = Math.sqrt(square);
        requirePure(size, point, state);
        MesoscopicMean.Value mean = energy.in(point, state);
        double ground = -spacing * atomsAt(size, point) / 2;
        double leading = mean.leadingAt(size) - ground;
        if (part == Part.LEADING) return leading;
        double correction = mean.at(size) - mean.leadingAt(size) - spacing * (symplectic(state) - 1) / 2;
        return part == Part.CORRECTION ? correction : leading + correction;
    }

    private double atomsAt(double size, FluctuationPoint point) {
        return at(atoms, size, point);
    }

    private static double at(Coefficient c, double size, FluctuationPoint point) {
        return c.evaluate(s -> point.values().value(s.name()), size);
    }

    /** Atoms that are mixed one by one are no collective spin. */
    private void requirePure(double size, FluctuationPoint point, FluctuationState state) {
        double square = 0;
        for (int c = 0; c < spins.size(); c++) {
            double j = state.means()[3 * mode + c] * at(spins.get(c), size, point);
            square += j * j;
        }
        double full = atomsAt(size, point) / 2;
        if (!spins.isEmpty() && Math.sqrt(square) < full * (1 - MIXED)) {
            throw new ModelException(
                    "the atoms of the ensemble are each in a mixed state: what can be extracted from them"
                            + " is not the ergotropy of one collective spin");
        }
    }

    /** λ, the local symplectic eigenvalue. */
    private double symplectic(FluctuationState state) {
        double[][] v = state.canonical();
        int x = 2 * mode;
        return Math.sqrt(v[x][x] * v[x + 1][x + 1] - v[x][x + 1] * v[x][x + 1]);
    }
}
