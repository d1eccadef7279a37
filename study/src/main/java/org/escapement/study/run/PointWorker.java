package org.escapement.study.run;

import java.util.List;
import org.escapement.data.format.zarr.Block;
import org.escapement.observables.Outcome;

/** Computes the points of one block; one worker for each thread. */
interface PointWorker {

    /** Outcomes of all points of a block in row-major order, one array for each recording. */
    List<Outcome> compute(Block block);

    /** A worker for another thread. */
    PointWorker copy();

    /** How equations are executed, for provenance. */
    String kernel();
}
