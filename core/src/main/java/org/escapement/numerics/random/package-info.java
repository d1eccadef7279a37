/** Random numbers that are functions of a seed and indices, never of the order in which they are drawn. */
package org.escapement.numerics.random;
