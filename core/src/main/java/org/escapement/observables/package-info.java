/** What is asked of a level of description: quantities of the state and how they are read off a trajectory. */
package org.escapement.observables;
