package io.otpstream.client;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The record header that carries a trace, as <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a> has it. */
final class Traceparent {

    private static final String HEADER = "traceparent";

    /** Neither version ff nor ids of zeros only. */
    private static final Pattern VALID =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Traceparent() {}

    /** @throws IllegalArgumentException if the text is none */
    static void check(String text) {
        if (!VALID.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "traceparent: expected version, trace id, parent id and flags in lower-case hexadecimal, joined by"
                            + " hyphens, as in 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        }
    }

    static void add(Headers headers, String text) {
        headers.add(HEADER, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** What the record carries; null where there is none or it isn't one. */
    static @Nullable String of(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        if (header == null || header.value() == null) {
            return null;
        }
        String text = new String(header.value(), StandardCharsets.US_ASCII);
        return VALID.matcher(text).matches() ? text : null;
    }
}
