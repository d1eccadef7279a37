package org.escapement.dynamics.fluctuation;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.escapement.algebra.Coefficient;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.expression.Evaluation;
import org.escapement.model.InitialState;
import org.escapement.model.ModelException;
import org.escapement.model.ParameterValues;
import org.escapement.model.SpinEnsemble;
import org.escapement.numerics.kernel.Kernel;
import org.escapement.numerics.ode.OdeSystem;

/**
 * Means and fluctuations at one parameter point: where they start, how they move, and what a state vector says. Not
 * thread-safe.
 */
public final class FluctuationPoint {

    private static final double LENGTH_TOLERANCE = 1e-9;

    private final FluctuationProgram program;
    private final StateLayout layout;
    private final MeanFieldEquations means;
    private final ParameterValues point;
    private final ToDoubleFunction<String> values;
    private final double[] slots;
    private final Kernel kernel;
    private final LocalMoments local;
    private final double[] sizePerScale;

    FluctuationPoint(
            FluctuationProgram program,
            FluctuationProgram.Code code,
            LocalMoments local,
            ParameterValues point,
            ToDoubleFunction<String> values) {
        this.program = program;
        this.layout = code.layout();
        this.means = program.equations().means();
        this.point = point;
        this.values = values;
        this.slots = code.equations().coefficients(values);
        this.kernel = code.kernel().copy();
        this.local = local;
        this.sizePerScale = layout.sites().stream()
                .mapToDouble(site -> site.isSpin()
                        ? number(Coefficient.N.dividedBy(
                                means.limit().expand(ensemble(site).scale())))
                        : 1)
                .toArray();
    }

    public FluctuationEquations equations() {
        return program.equations();
    }

    public ParameterValues values() {
        return point;
    }

    StateLayout layout() {
        return layout;
    }

    LocalMoments local() {
        return local;
    }

    /** Length of the state vector. */
    public int dimension() {
        return layout.dimension();
    }

    /** The equations for an integrator. */
    public OdeSystem system() {
        return new OdeSystem() {
            @Override
            public int dimension() {
                return layout.dimension();
            }

            @Override
            public void derivatives(double t, double[] y, double[] dydt) {
                kernel.evaluate(t, y, slots, dydt);
            }
        };
    }

    /** The state vector of a named product state: spin-coherent and coherent states with their own fluctuations. */
    public double[] start(InitialState state) {
        return start(means.start(state, point));
    }

    /**
     * The state vector of the product of independent atoms and coherent states with the given means, without shifts.
     *
     * @throws ModelException when the atoms of an ensemble of constant length are not all in one pure state
     */
    public double[] start(double[] mean) {
        double[][] g = new double[layout.letters()][layout.letters()];
        for (Site site : layout.sites()) {
            if (site.isSpin()) atoms(site, mean, g);
            else for (int c = 0; c < 2; c++) g[site.letter() + c][site.letter() + c] = 0.25;
        }
        return start(mean, g);
    }

    /**
     * The state vector of given means and covariances of letters, without shifts.
     *
     * @param covariances G, [letter][letter]; what it has along the direction of a spin of constant length is left out
     */
    public double[] start(double[] mean, double[][] covariances) {
        double[] y = new double[layout.dimension()];
        for (int i = 0; i < mean.length; i++) {
            if (i != kept(i) && mean[i] != mean[kept(i)]) {
                throw new IllegalArgumentException("ensembles that share variables do not start alike");
            }
            y[layout.mean(i)] = mean[i];
        }
        for (Site site : layout.sites()) {
            if (!site.isSpin()) continue;
            double[] e = Frames.anyPerpendicular(Frames.direction(layout, site, y));
            for (int c = 0; c < 3; c++) y[layout.frame(site, c)] = e[c];
        }
        double[][] rows = Frames.rows(layout, y);
        for (int a = 0; a < layout.coordinates(); a++) {
            for (int b = a; b < layout.coordinates(); b++) {
                y[layout.covariance(a, b)] = LocalMoments.form(rows[a], covariances, rows[b]);
            }
        }
        return y;
    }

    /** The variable that stands for a variable. */
    private int kept(int variable) {
        return means.names().indexOf(layout.kept().get(layout.mean(variable)));
    }

    /** Independent atoms: ⟨{J_a, J_b}⟩/2 - ⟨J_a⟩⟨J_b⟩ = atoms (δ_ab - r_a r_b)/4 with the Bloch vector r of one atom. */
    private void atoms(Site site, double[] mean, double[][] g) {
        SpinEnsemble e = ensemble(site);
        double perScale =
                number(means.limit().expand(e.atoms()).dividedBy(means.limit().expand(e.scale())));
        double size = sizePerScale[layout.sites().indexOf(site)];
        double[] r = new double[3];
        double length = 0;
        for (int c = 0; c < 3; c++) {
            r[c] = 2 * mean[site.letter() + c] / site.factor(c) / perScale;
            length += r[c] * r[c];
        }
        boolean pure = Math.abs(length - 1) <= LENGTH_TOLERANCE;
        if (!pure && !site.isLongitudinal() || length > 1 + LENGTH_TOLERANCE) {
            throw new ModelException(
                    "fluctuations need every atom of '" + site.name() + "' in the same pure state at the"
                            + " start: a direction of length 1, not " + (float) Math.sqrt(length));
        }
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                g[site.letter() + a][site.letter() + b] =
                        site.factor(a) * site.factor(b) * perScale * size / 4 * ((a == b ? 1 : 0) - r[a] * r[b]);
            }
        }
    }

    private SpinEnsemble ensemble(Site site) {
        return program.equations().model().ensembles().stream()
                .filter(e -> e.name().equals(site.name()))
                .findFirst()
                .orElseThrow();
    }

    /** N over the scale of an ensemble, by index of its site. */
    double sizePerScale(int site) {
        return sizePerScale[site];
    }

    private double number(Coefficient ratio) {
        return Evaluation.of(means.expression(ratio.leading(0)), values);
    }

    /** Names of the modes a Gaussian state of these fluctuations has: ensembles, then modes. */
    public List<String> modes() {
        return layout.sites().stream().map(Site::name).toList();
    }

    /** What a state vector says. */
    public FluctuationState state(double t, double[] y) {
        return new FluctuationState(this, t, y.clone());
    }
}
