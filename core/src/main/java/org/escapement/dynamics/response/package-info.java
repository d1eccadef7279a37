/**
 * Harmonic networks solved through their response: susceptibilities, resonances, covariances; second order in the
 * modulated couplings; all orders by Floquet sidebands; finite baths as the check that uses no response function.
 */
package org.escapement.dynamics.response;
