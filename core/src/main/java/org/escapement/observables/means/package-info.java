/** Quantities at levels that know means as smooth functions of time: compiled together with the equations of motion. */
package org.escapement.observables.means;
