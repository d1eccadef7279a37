/** Least squares through points. */
package org.escapement.numerics.fit;
