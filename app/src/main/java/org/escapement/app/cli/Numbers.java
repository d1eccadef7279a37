package org.escapement.app.cli;

import java.util.Locale;

/** Short forms of numbers for tables. */
final class Numbers {

    private Numbers() {}

    /** Two significant digits, for errors. */
    static String brief(double x) {
        return String.format(Locale.ROOT, "%.1e", x);
    }

    /** Six significant digits, for tables. */
    static String table(double x) {
        return String.format(Locale.ROOT, "%.6g", x);
    }
}
