package org.escapement.plot;

import java.util.List;

/** Finds the data range of a plot along one axis. */
final class Extent {
    private final Scale scale;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    private Extent(Scale scale) {
        this.scale = scale;
    }

    static Interval x(Plot plot) {
        Extent extent = new Extent(plot.x().scale());
        boolean map = extent.heatMap(plot, true);
        boolean room = false;
        for (Layer layer : plot.layers()) {
            switch (layer) {
                case Line line
                when !map -> {
                    extent.add(line.x());
                    room |= !ordered(line.x());
                }
                case Points points
                when !map -> {
                    extent.add(points.x());
                    room = true;
                }
                case Band band when !map -> extent.add(band.x());
                case ReferenceLine line
                when !map && line.orientation() == Orientation.VERTICAL -> extent.add(line.value());
                default -> {}
            }
        }
        return extent.interval(plot.x(), room ? 0.05 : 0);
    }

    static Interval y(Plot plot) {
        Extent extent = new Extent(plot.y().scale());
        boolean map = extent.heatMap(plot, false);
        for (Layer layer : plot.layers()) {
            switch (layer) {
                case Line line when !map -> extent.add(line.y());
                case Points points
                when !map -> {
                    double[] y = points.y();
                    double[] error = points.error();
                    extent.add(y);
                    for (int i = 0; i < error.length; i++) {
                        extent.add(y[i] - error[i], y[i] + error[i]);
                    }
                }
                case Band band
                when !map -> {
                    extent.add(band.lower());
                    extent.add(band.upper());
                }
                case ReferenceLine line
                when !map && line.orientation() == Orientation.HORIZONTAL -> extent.add(line.value());
                default -> {}
            }
        }
        return extent.interval(plot.y(), map ? 0 : 0.05);
    }

    private boolean heatMap(Plot plot, boolean across) {
        List<HeatMap> maps = plot.layers().stream()
                .filter(HeatMap.class::isInstance)
                .map(HeatMap.class::cast)
                .toList();
        maps.forEach(map -> add(new Cells(across ? map.x() : map.y(), scale).ends()));
        return !maps.isEmpty();
    }

    private static boolean ordered(double[] x) {
        boolean up = true;
        boolean down = true;
        for (int i = 1; i < x.length; i++) {
            up &= !(x[i] < x[i - 1]);
            down &= !(x[i] > x[i - 1]);
        }
        return up || down;
    }

    private void add(double... values) {
        for (double value : values) {
            if (Double.isFinite(value) && Double.isFinite(scale.forward(value))) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
    }

    private Interval interval(AxisSpec axis, double room) {
        boolean empty = min > max;
        double low = scale.forward(empty ? scale.inverse(0) : min);
        double high = scale.forward(empty ? scale.inverse(1) : max);
        if (low == high) {
            double half = scale == Scale.LOG ? 0.5 : Math.max(0.5 * Math.abs(low), 0.5);
            low -= half;
            high += half;
        }
        double more = room * (high - low);
        double from = Double.isNaN(axis.min()) ? scale.inverse(low - more) : axis.min();
        double to = Double.isNaN(axis.max()) ? scale.inverse(high + more) : axis.max();
        if (from >= to) {
            throw new FigureException("Axis \"" + axis.label() + "\" would run from " + from + " to " + to
                    + ": the given end lies beyond the data; give both ends.");
        }
        return new Interval(scale, from, to);
    }
}
