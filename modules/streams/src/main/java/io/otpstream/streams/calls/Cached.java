package io.otpstream.streams.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is fetched when somebody asks for it, and again where what is known is too old; until the new one is here
 * the old one is known. Not safe for use by several threads.
 *
 * @param <T> what is fetched
 */
final class Cached<T> {

    private final Duration retry;
    private @Nullable T value;
    private Instant fetchedAt = Instant.MIN;
    private boolean fetching;

    /** No sooner than this is it asked for again. */
    private Instant notBefore = Instant.MIN;

    /**
     * Nothing is known yet.
     *
     * @param retry after a failure
     */
    Cached(Duration retry) {
        this.retry = retry;
    }

    /** What is known; empty while nothing is. */
    Optional<T> value() {
        return Optional.ofNullable(value);
    }

    /** Whether what is known is from before, or nothing is known. */
    boolean isOlderThan(Instant then) {
        return fetchedAt.isBefore(then);
    }

    /** Whether something is known that is from after that. */
    boolean isNewerThan(Instant then) {
        return fetchedAt.isAfter(then);
    }

    /** Whether it may be fetched now; says so once, until {@link #came} or {@link #failed}. */
    boolean take(Instant now) {
        boolean yes = !fetching && !now.isBefore(notBefore);
        fetching |= yes;
        return yes;
    }

    void came(T fetched, Instant now) {
        fetching = false;
        value = fetched;
        fetchedAt = now;
    }

    void failed(Instant now) {
        fetching = false;
        notBefore = now.plus(retry);
    }
}
