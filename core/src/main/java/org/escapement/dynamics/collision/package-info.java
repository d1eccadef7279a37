/** Collisions with fresh thermal ancillas of finite duration, with their energy and entropy bookkeeping. */
package org.escapement.dynamics.collision;
