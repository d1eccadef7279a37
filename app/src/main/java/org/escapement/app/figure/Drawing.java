package org.escapement.app.figure;

import java.util.List;
import java.util.Optional;
import org.escapement.plot.HeatMap;
import org.escapement.plot.Layer;
import org.escapement.plot.Line;
import org.escapement.plot.Points;

/**
 * What one entry of {@code layers} puts into a plot.
 *
 * @param x what it says about the x axis, empty for marks that belong to no data
 * @param y what it says about the y axis
 * @param nameless whether the author left its name in the legend open
 */
record Drawing(List<? extends Layer> layers, Optional<AxisHint> x, Optional<AxisHint> y, boolean nameless) {

    /** Lines, notes and shades that say nothing about the axes. */
    static Drawing mark(Layer layer) {
        return new Drawing(List.of(layer), Optional.empty(), Optional.empty(), false);
    }

    static Drawing nothing() {
        return new Drawing(List.of(), Optional.empty(), Optional.empty(), false);
    }

    boolean heatMap() {
        return layers.stream().anyMatch(HeatMap.class::isInstance);
    }

    /** The same, named in the legend by its variable if the author gave no name. */
    Drawing named() {
        String name = y.map(AxisHint::label).orElse("");
        return nameless && !name.isEmpty()
                ? new Drawing(layers.stream().map(l -> named(l, name)).toList(), x, y, false)
                : this;
    }

    private static Layer named(Layer layer, String name) {
        return switch (layer) {
            case Line line -> line.labelled(line.label().isEmpty() ? name : name + ", " + line.label());
            case Points points -> points.labelled(name);
            default -> layer;
        };
    }
}
