package org.escapement.dynamics.exact;

import java.util.List;

/** Where a system ends: in one state, or depending on where it starts. */
public sealed interface SteadyState {

    /** How the state was found, in words. */
    String method();

    /**
     * One stationary state.
     *
     * @param residual |L(ρ)| relative to the size of the rates times |ρ|
     * @param separation smallest singular value of the generator beside the stationary state, relative to its size, as
     *     estimated; near rounding the state would not be unique
     */
    record Unique(DensityMatrix state, double residual, double separation, String method) implements SteadyState {}

    /**
     * Several stationary states: any mixture of the basis is stationary.
     *
     * @param basis linearly independent Hermitian matrices with L(X) = 0
     */
    record Degenerate(List<DensityMatrix> basis, double residual, String method) implements SteadyState {
        public Degenerate {
            basis = List.copyOf(basis);
        }
    }
}
