/** Computes acceptance entries from the papers' model files and compares. */
package org.escapement.papers.verify;
