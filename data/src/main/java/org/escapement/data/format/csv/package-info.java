/** Tidy comma-separated values: one row per point. */
package org.escapement.data.format.csv;
