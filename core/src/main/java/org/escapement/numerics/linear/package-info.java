/** Small dense linear algebra over complex numbers, and spectra of real matrices. */
package org.escapement.numerics.linear;
