package org.escapement.expression;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the valid word a reader probably meant. */
public final class NearestWord {

    private NearestWord() {}

    /** The candidate within a third of the word's length (at least 1 edit), or empty. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        int reach = Math.max(1, word.length() / 3);
        return candidates.stream()
                .filter(c -> distance(word, c) <= reach && distance(word, c) < Math.max(word.length(), c.length()))
                .min(Comparator.<String>comparingInt(c -> distance(word, c)).thenComparing(c -> c));
    }

    /** " Did you mean 'x'?" when a near word exists, else the list of valid words. */
    public static String hint(String word, Collection<String> candidates) {
        return to(word, candidates)
                .map(near -> "; did you mean '" + near + "'?")
                .orElseGet(() -> candidates.isEmpty() ? "" : "; valid here: " + String.join(", ", candidates));
    }

    /** Edit distance with transpositions, case counted as half an edit rounded down. */
    static int distance(String a, String b) {
        if (a.equals(b)) return 0;
        String s = a.toLowerCase(Locale.ROOT);
        String t = b.toLowerCase(Locale.ROOT);
        if (s.equals(t)) return 1;
        int[][] d = new int[s.length() + 1][t.length() + 1];
        for (int i = 0; i <= s.length(); i++) d[i][0] = i;
        for (int j = 0; j <= t.length(); j++) d[0][j] = j;
        for (int i = 1; i <= s.length(); i++) {
            for (int j = 1; j <= t.length(); j++) {
                int change = s.charAt(i - 1) == t.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && s.charAt(i - 1) == t.charAt(j - 2) && s.charAt(i - 2) == t.charAt(j - 1);
                if (swapped) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
        return d[s.length()][t.length()];
    }
}
