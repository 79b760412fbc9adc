package io.otpstream.app.check;

import java.util.List;
import java.util.stream.Collectors;

/** Several things in one sentence. */
final class Listed {

    private static final int FEW = 3;

    private Listed() {}

    /** The first three, and how many more there are. */
    static String few(List<String> all) {
        String first = all.stream().limit(FEW).collect(Collectors.joining("; "));
        return all.size() <= FEW ? first : first + "; and " + (all.size() - FEW) + " more";
    }
}
