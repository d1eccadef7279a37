/** Integrals over a line with error estimates. */
package org.escapement.numerics.quadrature;
