/**
 * Gaussian fluctuations around a mean field, and what they add to means at order 1/N. The fluctuations are F = √N
 * (letter - mean)/unit of spin and mode letters; classical oscillators move without noise.
 */
package org.escapement.dynamics.fluctuation;
