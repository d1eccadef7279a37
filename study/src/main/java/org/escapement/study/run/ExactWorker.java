package org.escapement.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.data.format.zarr.Block;
import org.escapement.model.OpenSystem;
import org.escapement.observables.Measurement;
import org.escapement.observables.Outcome;
import org.escapement.observables.means.ExactLevel;
import org.escapement.observables.means.MeansLevel;
import org.escapement.study.file.Recording;
import org.escapement.study.file.Run;

/** Points at finite N: at each the master equation is built and its density matrix evolved. */
final class ExactWorker implements PointWorker {

    private final Run run;
    private final RunPoints points;
    private final NumberWorker numbers;
    private final List<Measurement> measurements;

    ExactWorker(Run run) {
        this.run = run;
        this.points = new RunPoints(run);
        this.numbers = new NumberWorker(run);
        this.measurements = Recording.measurements(run.recordings());
    }

    @Override
    public List<Outcome> compute(Block block) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int p = 0; p < block.points(); p++) {
            int[] index = block.index(p);
            outcomes.add(numbers.complete(index, Refusals.asOutcome(() -> measure(index))));
        }
        return outcomes;
    }

    private Outcome measure(int[] index) {
        numbers.require(index);
        MeansLevel.Start start = new MeansLevel.Start(Optional.of(points.start(index)), Optional.empty());
        return new ExactLevel(OpenSystem.of(run.model()), points.options(index))
                .measure(points.values(index), start, measurements, run.accuracy());
    }

    @Override
    public PointWorker copy() {
        return this;
    }

    @Override
    public String kernel() {
        return "matrices";
    }
}
