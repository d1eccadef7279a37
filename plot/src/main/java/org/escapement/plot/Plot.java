package org.escapement.plot;

import java.util.ArrayList;
import java.util.List;
import org.escapement.data.Dataset;

/**
 * One frame with axes, what is drawn in it, a legend and insets.
 *
 * @param layers drawn in order; automatic styles are handed out in the same order
 */
public record Plot(List<Layer> layers, AxisSpec x, AxisSpec y, Legend legend, List<Inset> insets) {
    public Plot {
        layers = List.copyOf(layers);
        insets = List.copyOf(insets);
        if (layers.stream().filter(HeatMap.class::isInstance).count() > 1) {
            throw new FigureException("A plot has two heat maps: one would hide the other. Make two figures.");
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A plot of a variable over two axes of a dataset, labelled by it. */
    public static Builder heatMap(Dataset data, String variable, String x, String y) {
        return builder()
                .add(HeatMap.of(data, variable, x, y))
                .x(AxisSpec.of(Columns.label(data, x)))
                .y(AxisSpec.of(Columns.label(data, y)));
    }

    /** A plot of variables with one axis, or of trajectories when {@code x} is a variable too. */
    public static Builder lines(Dataset data, String x, String... variables) {
        Builder builder = builder().x(AxisSpec.of(Columns.label(data, x)));
        for (String variable : variables) {
            String label = Columns.label(data, variable);
            builder.add(Line.of(data, x, variable).labelled(variables.length > 1 ? label : ""));
            builder.y(AxisSpec.of(variables.length > 1 ? "" : label));
        }
        return builder;
    }

    /** Collects the parts of a plot. */
    public static final class Builder {
        private final List<Layer> layers = new ArrayList<>();
        private final List<Inset> insets = new ArrayList<>();
        private AxisSpec x = AxisSpec.of("");
        private AxisSpec y = AxisSpec.of("");
        private Legend legend = Legend.BEST;

        private Builder() {}

        public Builder add(Layer... more) {
            layers.addAll(List.of(more));
            return this;
        }

        public Builder addAll(List<? extends Layer> more) {
            layers.addAll(more);
            return this;
        }

        public Builder x(AxisSpec axis) {
            x = axis;
            return this;
        }

        public Builder y(AxisSpec axis) {
            y = axis;
            return this;
        }

        public Builder legend(Legend place) {
            legend = place;
            return this;
        }

        public Builder inset(Inset inset) {
            insets.add(inset);
            return this;
        }

        public Plot build() {
            return new Plot(layers, x, y, legend, insets);
        }
    }
}
