/** Infinite sums with an estimate of the remainder. */
package org.escapement.numerics.series;
