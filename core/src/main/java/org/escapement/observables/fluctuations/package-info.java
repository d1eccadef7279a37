/** What is read off Gaussian fluctuations: along an evolution, in stationary states, at order 1/N. */
package org.escapement.observables.fluctuations;
