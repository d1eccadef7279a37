/** Labelled arrays with units, status and provenance; what is computed, before it is drawn or exported. */
package org.escapement.data;
