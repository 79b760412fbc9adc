package io.otpstream.dashboard.tables;

import io.otpstream.contract.Alert;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventBuilder;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.Severity;
import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Tables that a test fills, with a clock that it sets. */
public final class TableFixture {

    public static final Instant NOW = Instant.parse("2026-03-01T10:30:30Z");

    private Instant now = NOW;
    private final Tables tables;

    public TableFixture(double speed) {
        tables = new Tables(speed, () -> now);
    }

    public Tables tables() {
        return tables;
    }

    public void now(Instant instant) {
        now = instant;
    }

    public <V> TableFixture row(Topic<String, V> topic, String key, V value) {
        tables.accept(topic.name(), key, topic.valueSerde().serializer().serialize(topic.name(), value));
        return this;
    }

    public TableFixture raw(Topic<String, ?> topic, String key, String json) {
        tables.accept(topic.name(), key, json.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public TableFixture tombstone(Topic<String, ?> topic, String key) {
        tables.accept(topic.name(), key, null);
        return this;
    }

    public TableFixture event(OrderEventBuilder event) {
        OrderEvent built = event.build();
        return row(Topics.ORDERS, built.requestId(), built);
    }

    public TableFixture raised(String kind, String subject, Severity severity, Instant at) {
        return row(Topics.ALERTS, kind, Alert.raised(kind, subject, "It is so.", "Do something.", at, severity));
    }

    public TableFixture cleared(String kind, String subject, Instant at) {
        return row(Topics.ALERTS, kind, Alert.cleared(kind, subject, "It is over.", at));
    }

    public static OrderEventBuilder order(OrderEventType type, String id, Instant at) {
        return OrderEvent.of(type, id, 1, 6, 1, at).phoneNumber("+6284000079190");
    }

    public static SuccessRates indonesia(long codes) {
        return SuccessRates.of(6, NOW)
                .countryCode("ID")
                .orders(Map.of("completed", codes, "a_word_of_tomorrow", 1L))
                .successRate(0.75, 0.6, 0.85)
                .codes(codes)
                .money(codes * 3_000, 0, null)
                .secondsToCode(12.0, 10.0, 30.0)
                .build();
    }
}
