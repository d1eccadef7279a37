package org.escapement.plot;

/**
 * A labelled position on an axis.
 *
 * @param label text with mathematics between dollar signs, may be empty
 */
public record Tick(double value, String label) {}
