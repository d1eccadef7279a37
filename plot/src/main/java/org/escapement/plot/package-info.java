/**
 * Figures for print from labelled data: one plot area with insets, as PNG or SVG. Nothing here computes physics.
 */
package org.escapement.plot;
