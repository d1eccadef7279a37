/**
 * The master equation at finite N: Dicke and Fock states, sectors found from the model, density matrices in blocks, time
 * evolution, steady states and spectra.
 */
package org.escapement.dynamics.exact;
