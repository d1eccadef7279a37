/** Moments of collective letters up to an order, closed by setting higher cumulants to zero; finite and infinite N. */
package org.escapement.dynamics.cumulant;
