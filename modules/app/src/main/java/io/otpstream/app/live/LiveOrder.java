package io.otpstream.app.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The order that was bought, as its reads describe it.
 *
 * @param json an order of a create or of a read on its own
 */
record LiveOrder(JsonNode json) {

    String id() {
        return json.path("id").asText();
    }

    String status() {
        return json.path("status").asText();
    }

    long amountIdr() {
        return json.path("amount").asLong();
    }

    Optional<Instant> expiresAt() {
        return instant(json.path("expires_at"));
    }

    Optional<Instant> createdAt() {
        return instant(json.path("created_at"));
    }

    Optional<Instant> cancelAvailableAt() {
        return instant(json.path("capabilities").path("cancel_available_at"));
    }

    /** From its creation to then; empty where either isn't known. */
    Optional<Duration> age(Optional<Instant> then) {
        return createdAt().flatMap(created -> then.map(at -> Duration.between(created, at)));
    }

    private static Optional<Instant> instant(JsonNode node) {
        try {
            return node.isTextual()
                    ? Optional.of(OffsetDateTime.parse(node.textValue()).toInstant())
                    : Optional.empty();
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
