/** Brute force that derivations are held against: dense matrices of a whole model at small N. */
package org.escapement.testing;
