package io.otpstream.app.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.otpstream.streams.watch.PushedEvent;
import io.otpstream.streams.watch.PushedEvent.Kind;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the API pushes: {@code {event, timestamp, data}} of the published contract. Anything but the event and the
 * order may be missing, null or of another type. Safe for use by several threads.
 */
final class DeliveryReader {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final InstantSource clock;

    DeliveryReader(InstantSource clock) {
        this.clock = clock;
    }

    /** What a body turned out to be. */
    sealed interface Reading permits Relevant, Irrelevant, NotJson {}

    /** An event about an order. */
    record Relevant(PushedEvent event) implements Reading {}

    /** A test, an event that nobody knows yet, or one without an order. */
    record Irrelevant() implements Reading {}

    /** Not an object in JSON. */
    record NotJson() implements Reading {}

    Reading read(byte[] body) {
        try {
            JsonNode root = MAPPER.readTree(body);
            return root.isObject() ? event(root) : new NotJson();
        } catch (IOException notJson) {
            return new NotJson();
        }
    }

    private Reading event(JsonNode root) {
        JsonNode data = root.path("data");
        String orderId = text(data.path("order_id"));
        Optional<Kind> kind = kind(root.path("event").asText());
        if (orderId == null || kind.isEmpty()) {
            return new Irrelevant();
        }
        return new Relevant(PushedEvent.of(
                kind.get(),
                orderId,
                revision(data.path("sms_revision")),
                text(data.path("otp_code")),
                text(data.path("otp_message")),
                clock.instant()));
    }

    private static Optional<Kind> kind(String event) {
        return switch (event) {
            case "order.otp_received" -> Optional.of(Kind.OTP_RECEIVED);
            case "order.completed" -> Optional.of(Kind.COMPLETED);
            case "order.expired" -> Optional.of(Kind.EXPIRED);
            case "order.canceled" -> Optional.of(Kind.CANCELED);
            default -> Optional.empty();
        };
    }

    /** An order's id is a number in JSON, and a code might be one some day. */
    private static @Nullable String text(JsonNode node) {
        return (node.isTextual() || node.isIntegralNumber()) && !node.asText().isBlank() ? node.asText() : null;
    }

    private static @Nullable Integer revision(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 0 ? node.intValue() : null;
    }
}
