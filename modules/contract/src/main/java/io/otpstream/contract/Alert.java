package io.otpstream.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person should look at. The record's key is the kind.
 *
 * @param kind a stable word for the kind of thing, like {@code token_rejected}
 * @param message a sentence for people, without secrets
 * @param at when it was noticed
 * @param severity how soon to look; null where the writer doesn't judge
 */
public record Alert(
        String kind, String message, Instant at, @Nullable Severity severity) {}
