/** Closed systems of ordinary differential equations for real numbers, and their compilation to tapes. */
package org.escapement.dynamics.equations;
