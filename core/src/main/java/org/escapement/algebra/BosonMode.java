package org.escapement.algebra;

import java.util.List;

/**
 * A bosonic mode with [a, a†] = 1. Its letters grow like sqrt(N).
 *
 * @param name not blank
 */
public record BosonMode(String name) implements DegreeOfFreedom {

    private static final List<Letter> LETTERS = List.of(Letter.CREATION, Letter.ANNIHILATION);

    public BosonMode {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A mode needs a name");
        }
    }

    @Override
    public List<Letter> letters() {
        return LETTERS;
    }

    @Override
    public int twiceExtensivity() {
        return 1;
    }
}
