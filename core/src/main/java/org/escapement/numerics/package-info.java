/** Numerical methods that know no physics. */
package org.escapement.numerics;
