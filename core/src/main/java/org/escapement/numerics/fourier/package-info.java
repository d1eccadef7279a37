/** Discrete Fourier transforms of any length. */
package org.escapement.numerics.fourier;
