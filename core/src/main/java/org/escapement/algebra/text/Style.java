package org.escapement.algebra.text;

/** How mathematics is set: as an expression that can be read back, for a terminal, or for a paper. */
public enum Style {
    PLAIN,
    UNICODE,
    LATEX
}
