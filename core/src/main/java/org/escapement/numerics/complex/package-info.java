/** Complex numbers: a value at the edge; loops keep split real and imaginary parts. */
package org.escapement.numerics.complex;
