/** The limit of infinitely many atoms at first order: means without fluctuations. */
package org.escapement.dynamics.meanfield;
