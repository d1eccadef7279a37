package org.escapement.study.claims;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.expression.Expression;
import org.escapement.yaml.Position;

/**
 * One sentence of a paper and how it is tested.
 *
 * @param says the sentence, shortened
 * @param source where it stands
 * @param claimed the paper's number, or empty when it gives none
 * @param corrected the number the paper should have given
 * @param within how far a measured number may be from the claimed or corrected one
 * @param measures what is measured, by name
 * @param value the number that is compared and printed, an expression of the measures
 * @param holds a condition on the measures that is true when the sentence is
 * @param correctedHolds a condition that is true when the corrected sentence is
 */
public record Claim(
        String says,
        String source,
        OptionalDouble claimed,
        OptionalDouble corrected,
        double within,
        Map<String, ClaimMeasure> measures,
        Expression value,
        Optional<Expression> holds,
        Optional<Expression> correctedHolds,
        String note,
        Position position) {
    public Claim {
        measures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    }
}
