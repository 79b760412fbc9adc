package io.otpstream.app.docs;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A fenced block of a document.
 *
 * @param at document and line, for people
 * @param language as the fence names it; empty if it names none
 * @param text without the fences, with a line break at its end
 * @param snippet what the text was taken from, {@code file} or {@code file#name}; empty where no comment before the block
 *     says so
 */
record Fence(String at, String language, String text, Optional<String> snippet) {

    private static final Pattern JSON = Pattern.compile("(?s)\\s*[\\[{].*");

    /** Whether a reader takes it for JSON. */
    boolean isJson() {
        return language.equals("json")
                || (language.isEmpty() && JSON.matcher(text).matches());
    }
}
