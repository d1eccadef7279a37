/**
 * Harmonic networks: oscillators that share baths with memory, some couplings modulated in time. Quadratic, so exactly
 * solvable without a master equation; independent of the spin levels.
 */
package org.escapement.model.network;
