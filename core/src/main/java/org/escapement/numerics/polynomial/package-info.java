/** Polynomials of several variables and all common zeros of systems of them; no physics. */
package org.escapement.numerics.polynomial;
