/**
 * Straight-line programs ("tapes") and three interchangeable ways to run them: interpreted, as generated scalar code and
 * as generated vector code over lanes. All three give the same bits.
 */
package org.escapement.numerics.kernel;
