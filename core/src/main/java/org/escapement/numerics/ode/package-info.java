/** Initial value problems of ordinary differential equations: one trajectory, or many points in lanes. */
package org.escapement.numerics.ode;
