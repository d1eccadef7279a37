/** Dense matrices by OpenBLAS and matrices with few diagonals; no physics. */
package org.escapement.numerics.linear;
