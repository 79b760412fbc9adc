package io.otpstream.app.webhook;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code X-Webhook-Signature} of the published contract: {@code sha256=} and 64 hexadecimal digits. */
final class Signature {

    static final String HEADER = "X-Webhook-Signature";

    private static final String SCHEME = "sha256=";
    private static final Pattern FORM = Pattern.compile(SCHEME + "[0-9a-fA-F]{64}");

    private Signature() {}

    /** The 32 bytes; empty for a header that is missing or looks otherwise. */
    static Optional<byte[]> parse(@Nullable String header) {
        return Optional.ofNullable(header)
                .map(String::strip)
                .filter(text -> FORM.matcher(text).matches())
                .map(text -> HexFormat.of().parseHex(text, SCHEME.length(), text.length()));
    }

    static String format(byte[] signature) {
        return SCHEME + HexFormat.of().formatHex(signature);
    }
}
