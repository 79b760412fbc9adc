package io.otpstream.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person should look at, said once when it begins and, where it can end, once when it has. The record's
 * key is the kind.
 *
 * @param kind a stable word for the kind of thing, like {@code token_rejected}
 * @param subject what it is about where there can be several at once: a country id as decimal text, a request id, an
 *     instance; null where the kind says it all
 * @param message a sentence for people, without secrets
 * @param action what a person can do about it; null where nothing has to be done
 * @param at when it was noticed
 * @param severity how soon to look; null where the writer doesn't judge
 * @param state whether it begins or ends
 */
public record Alert(
        String kind,
        @Nullable String subject,
        String message,
        @Nullable String action,
        Instant at,
        @Nullable Severity severity,
        AlertState state) {

    /** It begins, or has happened once. */
    public static Alert raised(
            String kind, @Nullable String subject, String message, String action, Instant at, Severity severity) {
        return new Alert(kind, subject, message, action, at, severity, AlertState.RAISED);
    }

    /** It is over. */
    public static Alert cleared(String kind, @Nullable String subject, String message, Instant at) {
        return new Alert(kind, subject, message, null, at, Severity.INFO, AlertState.CLEARED);
    }
}
