package org.escapement.observables.means;

/** The measured quantities as functions of time and of a level's extended state vector. */
interface Output {

    /** Length of the state vector. */
    int dimension();

    /** The value of one output. */
    double at(double t, double[] y, int index);
}
