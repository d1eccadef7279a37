package org.escapement.study.question.exact;

import java.util.List;
import java.util.Optional;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.OutOfReachException;
import org.escapement.dynamics.exact.DensityMatrix;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.dynamics.exact.SiteMatrix;
import org.escapement.model.OpenSystem;
import org.escapement.model.SpinEnsemble;
import org.escapement.numerics.linear.Dense;
import org.escapement.numerics.linear.Eigen;
import org.escapement.observables.Accuracy;
import org.escapement.observables.information.BipartiteState;
import org.escapement.observables.information.Ergotropy;
import org.escapement.observables.information.TwoSpinState;
import org.escapement.observables.information.TwoSpinTomography;
import org.escapement.observables.means.ExactStates;
import org.escapement.study.question.OwnAxis;
import org.escapement.study.question.Point;
import org.escapement.study.question.Question;
import org.escapement.study.question.Reply;

/**
 * Information in a state of a finite system or of parts of it, in nats; ergotropy in the unit of the energy.
 *
 * @param energy whose work is extracted, of the site alone
 * @param times from the start; none for the stationary state
 * @param series whether the times are an axis
 */
record InformationQuestion(
        InformationMeasure measure, Subject subject, Optional<Operator> energy, List<Double> times, boolean series)
        implements Question {

    /** Rows of a matrix up to which all its eigenvalues are computed. */
    private static final int DENSE = 4000;
    /** Ten times wider tolerances give the error. */
    private static final double COARSER = 10;

    /** Of what it is told. */
    sealed interface Subject {

        /** Ensembles and modes together. */
        record Sites(List<String> names) implements Subject {}

        /** Two whole ensembles or modes. */
        record Between(List<String> names) implements Subject {}

        /** One atom of each of two ensembles, or two of one. */
        record Atoms(List<String> names) implements Subject {}
    }

    InformationQuestion {
        times = List.copyOf(times);
    }

    @Override
    public Reply answer(Point point) {
        if (times.isEmpty()) {
            // A residual r displaces the state by about r over the separation of the null space.
            double error = ExactPoint.steady(point).residual()
                    / Math.max(1e-16, ExactPoint.steady(point).separation());
            return Reply.of(told(point, ExactPoint.steady(point).state()), error);
        }
        double[] values = along(point, point.accuracy());
        Accuracy fine = point.accuracy();
        Accuracy coarse = fine.withTolerances(COARSER * fine.relative(), COARSER * fine.absolute());
        return new Reply(values, () -> difference(values, along(point, coarse)));
    }

    private double[] along(Point point, Accuracy accuracy) {
        record Key(List<Double> times, Accuracy accuracy) {}
        double[] when = times.stream().mapToDouble(Double::doubleValue).toArray();
        List<DensityMatrix> states = point.shared(
                new Key(times, accuracy),
                () -> ExactStates.at(ExactPoint.system(point), point.start(), when, accuracy));
        return states.stream().mapToDouble(s -> told(point, s)).toArray();
    }

    private static double difference(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i] - b[i]));
        return largest;
    }

    private double told(Point point, DensityMatrix state) {
        return switch (subject) {
            case Subject.Atoms a -> ofAtoms(atoms(point, state, a.names()));
            case Subject.Between b -> {
                require(state);
                BipartiteState both =
                        BipartiteState.of(state, b.names().get(0), b.names().get(1));
                yield measure == InformationMeasure.NEGATIVITY
                        ? Math.log1p(2 * both.negativity())
                        : both.mutualInformation();
            }
            case Subject.Sites s -> ofSites(state, s.names());
        };
    }

    private double ofSites(DensityMatrix state, List<String> names) {
        require(state);
        Dense rho = state.reduced(names);
        return switch (measure) {
            case ENTROPY -> BipartiteState.entropy(rho);
            case PURITY -> square(rho);
            case ERGOTROPY -> ergotropy(state.system(), rho, names.getFirst());
            default -> throw new IllegalStateException(measure + " of one part");
        };
    }

    /** The largest reduced matrix is no larger than the whole one. */
    private static void require(DensityMatrix state) {
        int rows = state.system().dimension();
        if (rows <= DENSE) return;
        throw new OutOfReachException("a matrix of " + rows + " rows is too large for all its eigenvalues, " + DENSE
                + " are the most: take a smaller size, or ask for 'atoms of'");
    }

    private static double square(Dense m) {
        double sum = 0;
        for (int i = 0; i < m.re().length; i++) sum += m.re()[i] * m.re()[i] + m.im()[i] * m.im()[i];
        return sum;
    }

    private double ergotropy(ExactSystem system, Dense rho, String site) {
        Dense h = SiteMatrix.of(system, energy.orElseThrow(), site);
        double mean = 0;
        int n = rho.rows();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                mean += rho.re()[i * n + k] * h.re()[k * n + i] - rho.im()[i * n + k] * h.im()[k * n + i];
            }
        }
        return Ergotropy.of(mean, Eigen.hermitian(rho).re(), Eigen.hermitian(h).re());
    }

    private double ofAtoms(TwoSpinState atoms) {
        return switch (measure) {
            case ENTROPY -> atoms.entropy();
            case MUTUAL_INFORMATION -> atoms.mutualInformation();
            case CONCURRENCE -> atoms.concurrence();
            case DISCORD -> atoms.discord(1);
            default -> throw new IllegalStateException(measure + " of two atoms");
        };
    }

    private static TwoSpinState atoms(Point point, DensityMatrix state, List<String> names) {
        SpinEnsemble first = ensemble(point.model(), names.get(0));
        if (!names.get(0).equals(names.get(1))) {
            return TwoSpinTomography.between(first, ensemble(point.model(), names.get(1)), state::expectation);
        }
        return TwoSpinTomography.within(first, state.system().numbers().real(first.atoms()), state::expectation);
    }

    private static SpinEnsemble ensemble(OpenSystem model, String name) {
        return model.ensembles().stream()
                .filter(e -> e.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<OwnAxis> axes() {
        return series ? List.of(new OwnAxis("t", times, "time", "t")) : List.of();
    }

    @Override
    public String level() {
        return ExactPoint.LEVEL;
    }

    @Override
    public boolean isLaborious() {
        return true;
    }

    @Override
    public String meaning() {
        return measure.meaning();
    }
}
