package org.escapement.model.network;

import java.util.ArrayList;
import java.util.List;
import org.escapement.model.ModelException;

/**
 * Spectral density of a bath, J(w) = (pi/2) sum_k c_k^2/(m_k w_k) delta(w - w_k) [mass * frequency^2] for w > 0,
 * continued as an odd function. All damping strengths are friction coefficients [mass * frequency], J(w) = friction * w
 * at low frequency where the shape allows it. The counter-term that keeps the bare frequencies is always included.
 * Immutable.
 */
public sealed interface SpectralDensity {

    /** J at any real frequency; odd. */
    double at(double w);

    /** J(w)/w, finite at 0 unless the bath is sub-Ohmic. */
    default double overFrequency(double w) {
        return at(w) / w;
    }

    /** Frequencies at which J or its slope is not smooth, or that set its scale. */
    List<Double> landmarks();

    /** Whether J grows without bound, so that the counter-term is infinite. */
    default boolean unbounded() {
        return false;
    }

    /** A Drude density, or the strictly Ohmic one if the cut-off is infinite. */
    static SpectralDensity drude(double friction, double cutoff) {
        return Double.isInfinite(cutoff) && cutoff > 0 ? new StrictlyOhmic(friction) : new Drude(friction, cutoff);
    }

    private static void positive(double value, String what) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new ModelException("the " + what + " of a spectral density is " + value + "; give a positive number");
        }
    }

    /** J = friction w: friction without memory, no cut-off. */
    record StrictlyOhmic(double friction) implements SpectralDensity {
        public StrictlyOhmic {
            positive(friction, "friction");
        }

        @Override
        public double at(double w) {
            return friction * w;
        }

        @Override
        public double overFrequency(double w) {
            return friction;
        }

        @Override
        public List<Double> landmarks() {
            return List.of();
        }

        @Override
        public boolean unbounded() {
            return true;
        }
    }

    /** J = friction w/(1 + w^2/cutoff^2): memory friction cutoff exp(-cutoff t). */
    record Drude(double friction, double cutoff) implements SpectralDensity {
        public Drude {
            positive(friction, "friction");
            positive(cutoff, "cut-off");
        }

        @Override
        public double at(double w) {
            return w * overFrequency(w);
        }

        @Override
        public double overFrequency(double w) {
            double x = w / cutoff;
            return friction / (1 + x * x);
        }

        @Override
        public List<Double> landmarks() {
            return List.of(cutoff);
        }
    }

    /**
     * J = stiffness centre^2 width w/((centre^2 - w^2)^2 + width^2 w^2): a damped mode of the bath.
     *
     * @param stiffness the counter-term [mass * frequency^2]
     */
    record LorentzianPeak(double stiffness, double centre, double width) implements SpectralDensity {
        public LorentzianPeak {
            positive(stiffness, "stiffness");
            positive(centre, "centre");
            positive(width, "width");
        }

        @Override
        public double at(double w) {
            return w * overFrequency(w);
        }

        @Override
        public double overFrequency(double w) {
            double detuning = (centre - w) * (centre + w);
            return stiffness * centre * centre * width / (detuning * detuning + width * width * w * w);
        }

        @Override
        public List<Double> landmarks() {
            return List.of(Math.max(0, centre - width), centre, centre + width);
        }
    }

    /** J = friction w (w/cutoff)^(exponent - 1) exp(-w/cutoff), exponent 1 Ohmic, below sub-, above super-Ohmic. */
    record PowerLaw(double friction, double exponent, double cutoff) implements SpectralDensity {
        public PowerLaw {
            positive(friction, "friction");
            positive(exponent, "exponent");
            positive(cutoff, "cut-off");
        }

        @Override
        public double at(double w) {
            return w == 0 ? 0 : w * overFrequency(w);
        }

        @Override
        public double overFrequency(double w) {
            double x = Math.abs(w) / cutoff;
            return friction * Math.pow(x, exponent - 1) * Math.exp(-x);
        }

        @Override
        public List<Double> landmarks() {
            return List.of(cutoff, 10 * cutoff, 40 * cutoff);
        }
    }

    /** Values at ascending frequencies from 0, straight lines between, zero beyond the last. */
    record Table(List<Double> frequencies, List<Double> values) implements SpectralDensity {
        public Table {
            frequencies = List.copyOf(frequencies);
            values = List.copyOf(values);
            check(frequencies, values);
        }

        private static void check(List<Double> w, List<Double> j) {
            String no = "the table is not a spectral density: ";
            if (w.size() != j.size()) {
                throw new ModelException(no + w.size() + " frequencies but " + j.size() + " values; give one for each");
            }
            if (w.size() < 3) throw new ModelException(no + "it has " + w.size() + " points; give at least 3");
            if (w.getFirst() != 0 || j.getFirst() != 0) {
                throw new ModelException(
                        no + "it begins with J(" + w.getFirst() + ") = " + j.getFirst() + "; begin with J(0) = 0");
            }
            for (int i = 0; i < w.size(); i++) {
                if (!Double.isFinite(w.get(i)) || !Double.isFinite(j.get(i)) || j.get(i) < 0) {
                    throw new ModelException(no + "J(" + w.get(i) + ") = " + j.get(i) + "; give numbers >= 0");
                }
                if (i > 0 && w.get(i) <= w.get(i - 1)) {
                    throw new ModelException(no + "frequency " + w.get(i) + " follows " + w.get(i - 1)
                            + "; give them in ascending order");
                }
            }
            if (j.stream().allMatch(x -> x == 0)) throw new ModelException(no + "all values are 0");
            if (j.getLast() != 0) {
                throw new ModelException(no + "it ends with J(" + w.getLast() + ") = " + j.getLast()
                        + "; end with 0, so that it is continuous");
            }
        }

        @Override
        public double at(double w) {
            double x = Math.abs(w);
            int last = frequencies.size() - 1;
            if (x >= frequencies.get(last)) return 0;
            int i = java.util.Collections.binarySearch(frequencies, x);
            int right = i >= 0 ? Math.min(i + 1, last) : -i - 1;
            double a = frequencies.get(right - 1);
            double b = frequencies.get(right);
            double t = (x - a) / (b - a);
            return Math.signum(w) * (values.get(right - 1) * (1 - t) + values.get(right) * t);
        }

        @Override
        public double overFrequency(double w) {
            double first = frequencies.get(1);
            return Math.abs(w) < first ? values.get(1) / first : at(w) / w;
        }

        @Override
        public List<Double> landmarks() {
            return new ArrayList<>(frequencies.subList(1, frequencies.size()));
        }
    }
}
