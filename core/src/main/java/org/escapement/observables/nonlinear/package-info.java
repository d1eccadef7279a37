/** Attractors of autonomous flows: fixed points, orbits, long-time fate, continuation, boundaries, synchronisation. */
package org.escapement.observables.nonlinear;
