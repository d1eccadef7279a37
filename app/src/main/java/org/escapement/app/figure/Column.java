package org.escapement.app.figure;

import org.escapement.data.Dataset;
import org.escapement.yaml.Position;

/**
 * A name of a layer that stands for numbers of a run.
 *
 * @param position where it was written
 * @param axis whether it is an axis; otherwise it is a variable
 */
record Column(Position position, String name, boolean axis) {

    double[] values(Dataset data) {
        return axis ? data.axis(name).values() : data.values(name);
    }
}
