package org.escapement.numerics.kernel;

import jdk.incubator.vector.DoubleVector;

/** The only class that names the vector module; never loaded without it. */
final class VectorWidth {
    private VectorWidth() {}

    /** Numbers in one vector of this machine's preferred shape. */
    static int lanes() {
        return DoubleVector.SPECIES_PREFERRED.length();
    }
}
