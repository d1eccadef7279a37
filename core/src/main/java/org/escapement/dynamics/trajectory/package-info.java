/** Quantum trajectories: pure states that evolve between random jumps, whose average is the density matrix. */
package org.escapement.dynamics.trajectory;
