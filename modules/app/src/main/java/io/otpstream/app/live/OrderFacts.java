package io.otpstream.app.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an order that was just placed tells about the contract. */
final class OrderFacts {

    private static final List<String> CAPABILITIES =
            List.of("can_finish", "can_resend", "can_cancel", "can_replace", "can_reactivate");
    private static final Duration LIFETIME = Duration.ofMinutes(20);
    private static final Duration CANCEL_WINDOW = Duration.ofMinutes(2);

    /** Instants may be cut to seconds. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Findings findings;
    private final double speed;

    OrderFacts(Findings findings, double speed) {
        this.findings = findings;
        this.speed = speed;
    }

    /**
     * Looks at it.
     *
     * @param order as a read on its own tells it, which says when it was placed
     */
    void note(LiveOrder order) {
        JsonNode json = order.json();
        findings.decide(
                Assumption.ORDER_ID,
                json.path("id").isInt(),
                json.path("id").isInt() ? "order " + order.id() : "it is of another type");
        String number = json.path("phone_number").asText();
        findings.decide(
                Assumption.PHONE_NUMBER,
                number.matches("\\+?\\d{6,15}"),
                number.matches("\\+?\\d+")
                        ? (number.startsWith("+") ? "with" : "without") + " a plus, "
                                + number.replace("+", "").length() + " digits"
                        : "it has " + number.length() + " characters, not all of them digits");
        capabilities(json.path("capabilities"), order.status().equals("ACTIVE"));
        span(Assumption.LIFETIME, order.age(order.expiresAt()), LIFETIME);
        span(Assumption.CANCEL_WINDOW, order.age(order.cancelAvailableAt()), CANCEL_WINDOW);
    }

    /** @param active only then there is a time from which on it can be cancelled */
    private void capabilities(JsonNode capabilities, boolean active) {
        String missing = CAPABILITIES.stream()
                .filter(name -> !capabilities.path(name).isBoolean())
                .collect(Collectors.joining(", "));
        boolean when = capabilities.path("cancel_available_at").isTextual();
        findings.decide(
                Assumption.CAPABILITIES,
                missing.isEmpty() && (when || !active),
                missing.isEmpty()
                        ? "all five, and cancel_available_at " + (when ? "is there" : "is missing")
                        : "missing: " + missing);
    }

    private void span(Assumption assumption, Optional<Duration> real, Duration expected) {
        if (real.isEmpty()) {
            findings.untested(assumption, "the order doesn't say when");
            return;
        }
        double seconds = real.get().toMillis() * speed / 1_000;
        findings.decide(
                assumption,
                Math.abs(seconds - expected.toSeconds()) <= TOLERANCE.toSeconds(),
                "%.0f s after it was placed".formatted(seconds));
    }
}
