package io.otpstream.app.text;

import org.jspecify.annotations.Nullable;

/** Phone numbers as a person types them. */
public final class PhoneNumbers {

    private PhoneNumbers() {}

    /** With a plus sign before a number of digits only; anything else as the API spells it; {@code -} for none. */
    public static String international(@Nullable String number) {
        if (number == null || number.isEmpty()) {
            return "-";
        }
        return number.chars().allMatch(Character::isDigit) ? "+" + number : number;
    }

    /** The same with its digits as stars, but for the first two and the last two: enough to tell numbers apart. */
    public static String masked(String number) {
        String whole = international(number);
        int first = whole.startsWith("+") ? 3 : 2;
        int last = Math.max(first, whole.length() - 2);
        return last - first < 4
                ? "*".repeat(whole.length())
                : whole.substring(0, first) + "*".repeat(last - first) + whole.substring(last);
    }
}
