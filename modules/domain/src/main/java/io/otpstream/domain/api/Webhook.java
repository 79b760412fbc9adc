package io.otpstream.domain.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the API pushes events to.
 *
 * @param url null where none is set
 * @param secret that signatures are made with; null where none is set
 * @param disabledAt when the API stopped pushing because too much had failed; null while it pushes
 * @param disabledReason null while it pushes, or where the API doesn't say
 * @param consecutiveFailures deliveries in a row that failed
 */
public record Webhook(
        @Nullable String url,
        @Nullable String secret,
        @Nullable Instant disabledAt,
        @Nullable String disabledReason,
        int consecutiveFailures) {

    /** Leaves out the secret. */
    @Override
    public String toString() {
        return "Webhook[url=" + url + ", disabledAt=" + disabledAt + ", consecutiveFailures=" + consecutiveFailures
                + "]";
    }
}
