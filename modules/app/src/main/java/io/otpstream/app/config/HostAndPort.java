package io.otpstream.app.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where something listens.
 *
 * @param host a name or an address, one of IPv6 without its brackets
 * @param port 0 for any free one
 */
public record HostAndPort(String host, int port) {

    private static final int LAST_PORT = 65_535;
    private static final Pattern TEXT =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]{2,45})]|([A-Za-z0-9._-]{1,255})):(\\d{1,5})");

    /** Reads {@code host:port} or {@code [address]:port}; empty for any other text. */
    public static Optional<HostAndPort> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > LAST_PORT) {
            return Optional.empty();
        }
        String host = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        return Optional.of(new HostAndPort(host, Integer.parseInt(matcher.group(3))));
    }
}
