/** Heat, work and entropy as operators built from the labels of a model. */
package org.escapement.observables.thermodynamics;
