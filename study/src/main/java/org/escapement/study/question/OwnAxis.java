package org.escapement.study.question;

import java.util.List;

/**
 * An axis that an answer brings along, for instance the times of a series.
 *
 * @param name a word of letters, digits and underscores
 * @param values positions along it
 * @param meaning what it is, in a few words
 * @param label for figures, with TeX between dollars
 */
public record OwnAxis(String name, List<Double> values, String meaning, String label) {
    public OwnAxis {
        values = List.copyOf(values);
    }
}
