package org.escapement.observables.nonlinear;

/**
 * An angular frequency read off a trajectory.
 *
 * @param value [rate]; 0 where nothing moves
 * @param resolution largest error that the finite window allows, [rate]
 * @param kind what moves
 */
public record ObservedFrequency(double value, double resolution, Kind kind) {

    /** What the trajectory does in the window. */
    public enum Kind {
        /** The angle grows or shrinks by at least one turn. */
        TURNING,
        /** The quantity oscillates without turning. */
        OSCILLATING,
        /** Nothing moves: the frequency of a fixed point is 0. */
        UNBROKEN
    }
}
