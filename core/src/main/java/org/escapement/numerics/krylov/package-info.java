/** Krylov methods for linear systems and eigenvalues; no physics. */
package org.escapement.numerics.krylov;
