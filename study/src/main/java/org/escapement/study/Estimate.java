package org.escapement.study;

/**
 * A number with an estimate of its error.
 *
 * @param error the difference from the same computation at ten times the tolerance; 0 for closed forms
 */
public record Estimate(double value, double error) {}
