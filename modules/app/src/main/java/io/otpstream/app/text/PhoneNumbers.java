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
}
