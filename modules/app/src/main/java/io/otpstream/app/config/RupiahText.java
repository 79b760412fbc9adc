package io.otpstream.app.config;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** An amount as settings spell it: a whole number of rupiah, or {@code none}. */
final class RupiahText {

    /** A million times a million rupiah: more is a slip of the finger. */
    static final long MOST = 1_000_000_000_000L;

    private static final String NONE = "none";
    private static final Pattern AMOUNT = Pattern.compile("[1-9][0-9]{0,12}");

    private RupiahText() {}

    static boolean isValid(String text) {
        return text.equals(NONE) || (AMOUNT.matcher(text).matches() && Long.parseLong(text) <= MOST);
    }

    /** Of a valid text; empty for none. */
    static OptionalLong parse(String text) {
        return text.equals(NONE) ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }
}
