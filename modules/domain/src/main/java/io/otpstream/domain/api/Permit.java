package io.otpstream.domain.api;

import java.time.Instant;

/**
 * Leave to send one request.
 *
 * @param callId goes out as the header {@code x-request-id}, so that the vendor's log and ours can be joined
 * @param sendBy no byte of the request leaves after this: the call then ends as {@link ApiError.NotSent}
 */
public record Permit(String callId, Instant sendBy) {

    /** For a call that is worth making however late it gets a connection. */
    public static Permit untimed(String callId) {
        return new Permit(callId, Instant.MAX);
    }
}
