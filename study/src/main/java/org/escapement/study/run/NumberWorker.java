package org.escapement.study.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.escapement.data.format.zarr.Block;
import org.escapement.expression.Evaluation;
import org.escapement.model.InitialState;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.model.ParameterValues;
import org.escapement.observables.NamedNumbers;
import org.escapement.observables.Outcome;
import org.escapement.study.file.Recording;
import org.escapement.study.file.Run;
import org.escapement.study.question.Line;
import org.escapement.study.question.Point;

/**
 * What needs no trajectory: numbers of the parameters alone and answers to questions; also puts them in their places
 * among measured quantities.
 */
final class NumberWorker implements PointWorker {

    private final Model model;
    private final Run run;
    private final RunPoints points;
    private final Point.Preparations preparations = new Point.Preparations();

    NumberWorker(Run run) {
        this.model = run.model();
        this.run = run;
        this.points = new RunPoints(run);
    }

    @Override
    public List<Outcome> compute(Block block) {
        if (run.continuation().isPresent())
            return continued(block, run.continuation().get());
        List<Outcome> outcomes = new ArrayList<>();
        for (int p = 0; p < block.points(); p++) {
            outcomes.add(complete(block.index(p), new Outcome(Outcome.Status.OK, List.of(), "")));
        }
        return outcomes;
    }

    /** The block is one whole line along the axis of the continuation. */
    private List<Outcome> continued(Block block, Run.Continuation c) {
        int count = block.points();
        Outcome[] outcomes = new Outcome[count];
        Line line = new Line(c.axis());
        for (int k = 0; k < count; k++) {
            int p = c.backward() ? count - 1 - k : k;
            int[] index = block.index(p);
            line.moveTo(points.position(index, c.axis()));
            Outcome nothing = new Outcome(Outcome.Status.OK, List.of(), "");
            outcomes[p] = Refusals.asOutcome(() -> {
                try (Point here = point(index).on(line)) {
                    return together(here, nothing);
                }
            });
            if (!outcomes[p].ok()) line.breakOff();
        }
        return List.of(outcomes);
    }

    /** The measured outcome with the computed numbers added, in the order of the recordings. */
    Outcome complete(int[] index, Outcome measured) {
        if (!measured.ok()) return measured;
        return Refusals.asOutcome(() -> {
            try (Point here = point(index)) {
                return together(here, measured);
            }
        });
    }

    private Outcome together(Point point, Outcome measured) {
        Iterator<double[]> next = measured.values().iterator();
        List<double[]> all = new ArrayList<>();
        for (Recording r : run.recordings()) {
            all.add(
                    switch (r) {
                        case Recording.Computed c -> number(c, point.values());
                        case Recording.Asked a -> a.question().answer(point).values();
                        case Recording.Measured m -> next.next();
                        case Recording.Combined c -> combined(c, all, point.values());
                    });
        }
        return new Outcome(Outcome.Status.OK, all, "");
    }

    /** An expression of the numbers recorded before it. */
    private double[] combined(Recording.Combined c, List<double[]> before, ParameterValues values) {
        double value = Evaluation.of(c.expression(), name -> {
            for (int r = 0; r < before.size(); r++) {
                if (run.recordings().get(r).name().equals(name)) return before.get(r)[0];
            }
            return values.value(name);
        });
        if (Double.isNaN(value)) {
            throw new ModelException("'" + c.name() + "' is not a real number here");
        }
        return new double[] {value};
    }

    private Point point(int[] index) {
        Optional<InitialState> start = model.states().isEmpty() ? Optional.empty() : Optional.of(points.start(index));
        return new Point(model, points.values(index), start, points.options(index), run.accuracy(), preparations);
    }

    /**
     * Tells whether the numbers exist at a point, before anything is integrated there.
     *
     * @throws ModelException when a closed form or threshold does not apply
     */
    void require(int[] index) {
        for (Recording r : run.recordings()) if (r instanceof Recording.Computed c) number(c, points.values(index));
    }

    private double[] number(Recording.Computed c, ParameterValues point) {
        if (c.form().isEmpty()) {
            double value = point.evaluate(c.expression());
            if (Double.isNaN(value)) {
                throw new ModelException("'" + c.expression().text() + "' is not a real number here");
            }
            return new double[] {value};
        }
        double[] value = NamedNumbers.value(model, c.form(), point).orElseThrow();
        if (value.length != 1) throw new ModelException("'" + c.form() + "' is a list of numbers, not one");
        return value;
    }

    @Override
    public PointWorker copy() {
        return this;
    }

    @Override
    public String kernel() {
        TreeSet<String> levels = new TreeSet<>();
        for (Recording r : run.recordings())
            if (r instanceof Recording.Asked a) levels.add(a.question().level());
        return levels.isEmpty() ? "closed form" : String.join(", ", levels);
    }
}
