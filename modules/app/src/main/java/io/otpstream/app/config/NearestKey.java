package io.otpstream.app.config;

import java.util.Collection;
import java.util.Comparator;

/** The known key that a mistyped one was probably meant to be. */
final class NearestKey {

    private NearestKey() {}

    /** @param known not empty */
    static String to(String typed, Collection<String> known) {
        // Whoever leaves out a part of a key types more changes than letters of another one.
        Comparator<String> nearest = Comparator.comparingInt((String key) -> key.contains(typed) ? 0 : 1)
                .thenComparingInt(key -> distance(typed, key))
                .thenComparing(key -> key);
        return known.stream().min(nearest).orElseThrow();
    }

    /** How many characters have to be inserted, deleted or replaced (Levenshtein). */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(diagonal, row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
