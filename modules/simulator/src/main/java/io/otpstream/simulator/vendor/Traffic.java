package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who comes in, and how often. */
final class Traffic {

    static final Duration WINDOW = Duration.ofMinutes(1);

    private final int requestsPerMinute;
    private final Map<String, TokenState> tokens = new HashMap<>();
    private final Map<String, SlidingWindow> windows = new HashMap<>();
    private final Map<String, ArrivalLog> logs = new LinkedHashMap<>();
    private long requests;
    private long rateLimited;
    private long overLimit;

    Traffic(int requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    void setToken(String token, TokenState state) {
        tokens.put(token, state);
    }

    /**
     * Counts a request and lets it in or not. An unknown token has no window; a forbidden one has.
     *
     * @throws RefusedException 401, 429 or 403, looked for in this order
     */
    void admit(@Nullable String token, Duration now) {
        requests++;
        TokenState state = token == null ? TokenState.REVOKED : tokens.getOrDefault(token, TokenState.REVOKED);
        if (token == null || state == TokenState.REVOKED) {
            throw RefusedException.of(Refusal.UNAUTHORIZED, "the token is missing or not valid");
        }
        logs.computeIfAbsent(token, t -> new ArrivalLog()).note(now);
        SlidingWindow window = windows.computeIfAbsent(token, t -> new SlidingWindow(requestsPerMinute, WINDOW));
        window.admit(now).ifPresent(wait -> {
            overLimit++;
            throw rateLimited(Optional.of(new RetryAfter(wait, RetryAfter.Form.SECONDS)));
        });
        if (state == TokenState.FORBIDDEN) {
            throw RefusedException.of(Refusal.FORBIDDEN, "the token lacks the permission");
        }
    }

    /** Counts and makes a 429. */
    RefusedException rateLimited(Optional<RetryAfter> retryAfter) {
        rateLimited++;
        return RefusedException.rateLimited(retryAfter);
    }

    /** When requests came, token by token; an unknown token has none. */
    List<List<Duration>> arrivals() {
        return logs.values().stream().map(ArrivalLog::arrivals).toList();
    }

    long requests() {
        return requests;
    }

    /** How many were answered with 429, for whatever reason. */
    long rateLimited() {
        return rateLimited;
    }

    /** How many were answered with 429 because they were too many, not because somebody forced it. */
    long overLimit() {
        return overLimit;
    }

    /** The largest number of requests of one token within a minute, refused ones included. */
    int largestSlidingMinute() {
        return windows.values().stream().mapToInt(SlidingWindow::largest).max().orElse(0);
    }
}
