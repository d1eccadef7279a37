package org.escapement.algebra;

import java.util.List;

/**
 * A collective spin of many identical two-level atoms, always in angular momentum letters: [J+, J-] = 2 Jz and
 * [Jz, J±] = ±J±. Its letters grow like N.
 *
 * @param name not blank
 */
public record CollectiveSpin(String name) implements DegreeOfFreedom {

    private static final List<Letter> LETTERS = List.of(Letter.RAISING, Letter.Z, Letter.LOWERING);

    public CollectiveSpin {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A collective spin needs a name");
        }
    }

    @Override
    public List<Letter> letters() {
        return LETTERS;
    }

    @Override
    public int twiceExtensivity() {
        return 2;
    }
}
