package org.escapement.study.claims;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param holds conditions on the measures that are all true when the sentence is; none when it is judged by its number
 * @param correctedHolds conditions that are all true when the corrected sentence is; none when there is no such sentence
 */
public record Claim(
        String says,
        String source,
        OptionalDouble claimed,
        OptionalDouble corrected,
        double within,
        Map<String, ClaimMeasure> measures,
        Expression value,
        List<Expression> holds,
        List<Expression> correctedHolds,
        String note,
        Position position) {
    public Claim {
        measures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(measures));
        holds = List.copyOf(holds);
        correctedHolds = List.copyOf(correctedHolds);
    }
}
