package org.escapement.data;

import java.util.regex.Pattern;

/** Names that can be a directory, a CSV column and a Python attribute alike. */
final class Names {
    private static final Pattern ALLOWED = Pattern.compile("[\\p{Alpha}][\\p{Alnum}_]*");

    private Names() {}

    static void check(String kind, String name) {
        if (!ALLOWED.matcher(name).matches()) {
            throw new IllegalArgumentException("The " + kind + " name \"" + name
                    + "\" is not allowed: use letters, digits and underscores, beginning with a letter.");
        }
    }
}
