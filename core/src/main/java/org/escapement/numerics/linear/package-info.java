/** Complex numbers, small dense linear algebra, spectra, and least-squares Newton iterations. */
package org.escapement.numerics.linear;
