/** Entropies, correlations, entanglement and extractable work of quantum states; first of all of Gaussian ones. */
package org.escapement.observables.information;
