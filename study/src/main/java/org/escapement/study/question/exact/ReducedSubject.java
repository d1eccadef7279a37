package org.escapement.study.question.exact;

import java.util.List;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.exact.DensityMatrix;
import org.escapement.dynamics.exact.SiteLevels;
import org.escapement.numerics.linear.Eigen;
import org.escapement.observables.information.Ergotropy;
import org.escapement.observables.information.ReducedMeasure;

/** What is asked of a reduced state. */
sealed interface ReducedSubject {

    /** Its value in a state. */
    double in(DensityMatrix state);

    /** What is said of it in datasets. */
    String meaning();

    /** Unit in datasets. */
    String unit();

    /** A measure of information between two ensembles or modes. */
    record Between(ReducedMeasure measure, String a, String b) implements ReducedSubject {
        @Override
        public double in(DensityMatrix state) {
            return measure.of(state, a, b);
        }

        @Override
        public String meaning() {
            return measure.meaning();
        }

        @Override
        public String unit() {
            return "nats";
        }
    }

    /** The largest work that a cyclic unitary process of one ensemble or mode alone extracts. */
    record ErgotropyOf(String site, Operator energy) implements ReducedSubject {
        @Override
        public double in(DensityMatrix state) {
            double[] populations = Eigen.hermitian(state.reduced(List.of(site))).re();
            double[] levels = SiteLevels.of(state.system(), energy, site);
            return Ergotropy.of(state.expectation(energy), populations, levels);
        }

        @Override
        public String meaning() {
            return "ergotropy of the reduced state";
        }

        @Override
        public String unit() {
            return "";
        }
    }
}
