/** Special functions of complex argument. */
package org.escapement.numerics.special;
