package org.escapement.study.claims;

import org.escapement.study.Estimate;

/**
 * A claim with its verdict.
 *
 * @param measured the number behind the verdict
 */
public record ClaimResult(Claim claim, Estimate measured, Verdict verdict) {}
