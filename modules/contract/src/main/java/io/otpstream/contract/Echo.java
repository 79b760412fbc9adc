package io.otpstream.contract;

import com.fasterxml.jackson.databind.JsonNode;

/** Shows a little of what was found, safe to print in a terminal or a log. */
final class Echo {

    private static final int LONGEST = 64;

    private Echo() {}

    /** The node as JSON, cut to 64 characters. */
    static String of(JsonNode found) {
        return found.isMissingNode() ? "absent" : cut(found.toString());
    }

    /** The text in quotes, control characters as dots, cut to 64 characters. */
    static String of(String found) {
        return cut('"' + found + '"');
    }

    /** The text as it stands, cut to 64 characters. */
    static String cut(String text) {
        StringBuilder shown = new StringBuilder(LONGEST);
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (shown.length() + Character.charCount(point) >= LONGEST) {
                return shown.append('…').toString();
            }
            shown.appendCodePoint(ShortText.isPrintable(point) ? point : '.');
            at += Character.charCount(point);
        }
        return shown.toString();
    }
}
