package io.otpstream.contract;

import java.util.regex.Pattern;

/** One of the vendor's ids, written as a text of digits. */
final class IdText {

    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{0,9}");

    private IdText() {}

    /** Whether the text is a whole number from 1 to 2147483647 without leading zeros. */
    static boolean isId(String text) {
        return DIGITS.matcher(text).matches() && Long.parseLong(text) <= Integer.MAX_VALUE;
    }
}
