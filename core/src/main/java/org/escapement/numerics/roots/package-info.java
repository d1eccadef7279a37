/** Zeros of functions of one variable. */
package org.escapement.numerics.roots;
