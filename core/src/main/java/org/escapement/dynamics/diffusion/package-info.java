/**
 * Collective spins in spherical tensors, with the number of atoms as a plain parameter, and their limit of infinite N: a
 * classical diffusion on spheres, solved as such and sampled.
 */
package org.escapement.dynamics.diffusion;
