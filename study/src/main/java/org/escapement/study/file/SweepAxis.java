package org.escapement.study.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One axis of a sweep. */
public sealed interface SweepAxis {

    String name();

    int size();

    /** A number that takes the given values: a parameter of the model or a name that the study's {@code set} uses. */
    record Values(String name, double[] values, String label) implements SweepAxis {
        public Values {
            values = values.clone();
        }

        @Override
        public double[] values() {
            return values.clone();
        }

        @Override
        public int size() {
            return values.length;
        }

        /** About every fifth value, from the first to the last. */
        Values coarse() {
            if (values.length < 20) return this;
            int count = (values.length - 1) / 5 + 1;
            double[] thin = new double[count];
            for (int k = 0; k < count; k++) {
                thin[k] = values[(int) Math.round((double) k * (values.length - 1) / (count - 1))];
            }
            return new Values(name, thin, label);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Values v
                    && v.name.equals(name)
                    && java.util.Arrays.equals(v.values, values)
                    && v.label.equals(label);
        }

        @Override
        public int hashCode() {
            return name.hashCode() + java.util.Arrays.hashCode(values);
        }
    }

    /** Named initial states of the model. */
    record States(String name, List<String> states) implements SweepAxis {
        public States {
            states = List.copyOf(states);
        }

        @Override
        public int size() {
            return states.size();
        }
    }

    /**
     * Random starts: parameters drawn uniformly from intervals, from a stream that depends on the seed, the index along
     * this axis and the parameter's place only.
     *
     * @param intervals lower and upper end for each drawn parameter
     */
    record Random(String name, int size, long seed, Map<String, List<Double>> intervals) implements SweepAxis {
        public Random {
            intervals = Collections.unmodifiableMap(new LinkedHashMap<>(intervals));
        }
    }
}
