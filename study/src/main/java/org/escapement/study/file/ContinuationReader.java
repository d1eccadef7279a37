package org.escapement.study.file;

import java.util.List;
import java.util.Optional;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** Reads along which axis points follow one another. */
final class ContinuationReader {

    private final List<SweepAxis> axes;
    private final Level level;
    private final boolean evolves;

    ContinuationReader(List<SweepAxis> axes, Level level, List<Recording> recordings) {
        this.axes = axes;
        this.level = level;
        this.evolves = recordings.stream().anyMatch(Recording.Measured.class::isInstance);
    }

    Optional<Run.Continuation> read(Fields run) {
        return run.optional("continuation").map(this::continuation);
    }

    private Run.Continuation continuation(Node node) {
        Fields c = Fields.of(node, "the continuation");
        if (evolves && !(level instanceof Level.MeanField)) {
            throw new SourceException(
                    node.position(),
                    "at the level '" + level.name()
                            + "' no state is carried along an axis; a continuation there is for eigenvalues,"
                            + " in a run without measured quantities");
        }
        String axis = axis(c.required("along"));
        boolean backward = c.optional("direction")
                .map(n -> Fields.choice(n, "direction", List.of("forward", "backward"))
                        .equals("backward"))
                .orElse(false);
        double settle = evolves ? settle(c.required("settle")) : refuseToSettle(c);
        c.finish();
        return new Run.Continuation(axis, backward, settle);
    }

    private String axis(Node along) {
        String axis =
                Fields.choice(along, "axis", axes.stream().map(SweepAxis::name).toList());
        boolean ordered = axes.stream().anyMatch(a -> a.name().equals(axis) && a instanceof SweepAxis.Values);
        if (ordered) return axis;
        throw new SourceException(
                along.position(),
                "the axis '" + axis + "' has no order along which a state could be carried; name an axis of values");
    }

    private static double settle(Node node) {
        double settle = MeasureReader.number(node);
        if (settle < 0) throw new SourceException(node.position(), "'settle' is a time from 0 up");
        return settle;
    }

    private static double refuseToSettle(Fields c) {
        c.optional("settle").ifPresent(n -> {
            throw new SourceException(
                    n.position(), "nothing evolves in this run that could settle: leave 'settle' out");
        });
        return 0;
    }
}
