package io.otpstream.simulator.vendor;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the code in a text message: the first group of 4 to 8 digits, also as {@code 123-456} or {@code 123 456}. */
final class CodeInText {

    private static final Pattern CODE = Pattern.compile("(?<!\\d)(\\d{3}[- ]\\d{3}|\\d{4}[- ]\\d{4}|\\d{4,8})(?!\\d)");

    private CodeInText() {}

    static Optional<Secret> find(String text) {
        Matcher matcher = CODE.matcher(text);
        return matcher.find() ? Optional.of(new Secret(matcher.group(1).replaceAll("[- ]", ""))) : Optional.empty();
    }
}
