package io.otpstream.smscode;

import java.net.URI;
import java.time.Duration;

/**
 * How the API is reached.
 *
 * @param baseUri http or https, with the version in its path; kept without a slash at its end
 * @param timeout from the call to the last byte of its answer, waiting for a connection included; 1 ms to 1 h
 * @param maxConnections how many calls can be under way at once; further ones wait, within their time-out
 */
public record ClientSettings(URI baseUri, Duration timeout, int maxConnections) {

    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(1);
    private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);

    /** @throws IllegalArgumentException naming the setting that can't be used */
    public ClientSettings {
        baseUri = checked(baseUri);
        if (timeout.compareTo(SHORTEST_TIMEOUT) < 0 || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("timeout: expected a duration of 1 ms to 1 h, not " + timeout);
        }
        if (maxConnections < 1) {
            throw new IllegalArgumentException("maxConnections: expected 1 or more, not " + maxConnections);
        }
    }

    /**
     * What the guide says, 10 s for one call, and connections enough for 300 calls a minute that all run into the
     * time-out.
     */
    public static ClientSettings defaults() {
        return new ClientSettings(URI.create("https://api.smscode.gg/v1"), Duration.ofSeconds(10), 64);
    }

    /** The same with another base, for instance a simulator's. */
    public ClientSettings withBaseUri(URI other) {
        return new ClientSettings(other, timeout, maxConnections);
    }

    /** The same with another time-out. */
    public ClientSettings withTimeout(Duration other) {
        return new ClientSettings(baseUri, other, maxConnections);
    }

    /** The same with room for so many calls at once. */
    public ClientSettings withMaxConnections(int other) {
        return new ClientSettings(baseUri, timeout, other);
    }

    private static URI checked(URI uri) {
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("baseUri: expected no user name or password in it");
        }
        if (!http || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "baseUri: expected http(s)://host[:port][/path] without query and fragment, not " + uri);
        }
        String text = uri.toString();
        int end = text.length();
        while (text.charAt(end - 1) == '/') {
            end--;
        }
        return URI.create(text.substring(0, end));
    }
}
