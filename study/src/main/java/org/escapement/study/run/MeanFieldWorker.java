package org.escapement.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.data.format.zarr.Block;
import org.escapement.dynamics.meanfield.MeanField;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.observables.Outcome;
import org.escapement.observables.means.MeanFieldLanes;
import org.escapement.observables.means.MeanFieldProgram;
import org.escapement.observables.means.MeanFieldRunner;
import org.escapement.study.file.Recording;
import org.escapement.study.file.Run;

/**
 * Points at infinite N: in vector lanes where all measures are read off at fixed times, else one after the other.
 * Which of the two depends on the run alone, so that results do not depend on blocks or threads.
 */
final class MeanFieldWorker implements PointWorker {

    private final Run run;
    private final RunPoints points;
    private final NumberWorker numbers;
    private final MeanFieldEquations equations;
    private final MeanFieldProgram program;
    private final Optional<MeanFieldLanes> lanes;
    private final Optional<MeanFieldRunner> runner;

    MeanFieldWorker(Run run) {
        this.run = run;
        points = new RunPoints(run);
        numbers = new NumberWorker(run);
        equations = CommonMotion.of(run, MeanField.derive(OpenSystem.of(run.model())));
        program = MeanFieldProgram.of(equations, Recording.measurements(run.recordings()));
        boolean inLanes = program.fitsLanes() && run.continuation().isEmpty() && run.points() > 1;
        lanes = inLanes ? Optional.of(new MeanFieldLanes(program, run.accuracy())) : Optional.empty();
        runner = inLanes ? Optional.empty() : Optional.of(new MeanFieldRunner(program, run.accuracy()));
    }

    private MeanFieldWorker(MeanFieldWorker other) {
        run = other.run;
        points = other.points;
        numbers = other.numbers;
        equations = other.equations;
        program = other.program;
        lanes = other.lanes.map(MeanFieldLanes::copy);
        runner = other.runner.map(r -> new MeanFieldRunner(program, run.accuracy()));
    }

    /** Where the limit is not exact for this model, one sentence each. */
    List<String> warnings() {
        return equations.warnings();
    }

    @Override
    public List<Outcome> compute(Block block) {
        List<Outcome> measured = lanes.isPresent()
                ? inLanes(block)
                : run.continuation().map(c -> continued(block, c)).orElseGet(() -> oneByOne(block));
        List<Outcome> all = new ArrayList<>();
        for (int p = 0; p < block.points(); p++) all.add(numbers.complete(block.index(p), measured.get(p)));
        return all;
    }

    private List<Outcome> inLanes(Block block) {
        List<MeanFieldLanes.Point> ready = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (int p = 0; p < block.points(); p++) {
            outcomes.add(null);
            try {
                numbers.require(block.index(p));
                ready.add(point(block.index(p)));
                places.add(p);
            } catch (ModelException e) {
                outcomes.set(p, Outcome.failed(Outcome.Status.NOT_APPLICABLE, e.getMessage()));
            }
        }
        List<Outcome> computed = lanes.orElseThrow().run(ready);
        for (int i = 0; i < computed.size(); i++) outcomes.set(places.get(i), computed.get(i));
        return outcomes;
    }

    private MeanFieldLanes.Point point(int[] index) {
        ParameterValues values = points.values(index);
        equations.requireRates(values);
        return new MeanFieldLanes.Point(values, equations.start(points.start(index), values));
    }

    private List<Outcome> oneByOne(Block block) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int p = 0; p < block.points(); p++) outcomes.add(single(block.index(p)));
        return outcomes;
    }

    private Outcome single(int[] index) {
        try {
            numbers.require(index);
            MeanFieldLanes.Point point = point(index);
            return runner.orElseThrow().run(point.values(), point.means());
        } catch (ModelException e) {
            return Outcome.failed(Outcome.Status.NOT_APPLICABLE, e.getMessage());
        }
    }

    /**
     * The block is one whole line along the axis of the continuation; each point starts where the last one ended,
     * or from the initial state after a point without result.
     */
    private List<Outcome> continued(Block block, Run.Continuation c) {
        int count = block.points();
        Outcome[] outcomes = new Outcome[count];
        double[] state = null;
        for (int k = 0; k < count; k++) {
            int p = c.backward() ? count - 1 - k : k;
            try {
                MeanFieldLanes.Point point = point(block.index(p));
                double[] from = state == null ? point.means() : state;
                MeanFieldRunner.End end = runner.orElseThrow().runToEnd(point.values(), from, c.settle());
                outcomes[p] = end.outcome();
                state = end.outcome().ok() ? end.means() : null;
            } catch (ModelException e) {
                outcomes[p] = Outcome.failed(Outcome.Status.NOT_APPLICABLE, e.getMessage());
                state = null;
            }
        }
        return List.of(outcomes);
    }

    @Override
    public PointWorker copy() {
        return new MeanFieldWorker(this);
    }

    @Override
    public String kernel() {
        return lanes.map(MeanFieldLanes::describe).orElse("scalar");
    }
}
