package io.otpstream.app.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.app.cluster.TopicRecord;
import io.otpstream.contract.ExpiryResult;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelledRequestsTest {

    private static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");

    private final LabelledRequests requests = new LabelledRequests(Set.of("nightly", "smoke"));

    @Test
    void oneLabelOfThoseIsEnough() {
        asked("a", "nightly", "other");
        asked("b", "smoke");
        asked("c", "other");
        asked("d");

        assertThat(requests.ids()).containsExactly("a", "b");
    }

    @Test
    void whatIsOverIsLeftOut() {
        asked("ended", "nightly");
        asked("completed", "nightly");
        asked("open", "nightly");
        ends("ended");
        happens("completed", OrderEventType.COMPLETED);
        happens("open", OrderEventType.PLACED);
        happens("open", OrderEventType.EXPIRED);
        ends("of somebody else");

        assertThat(requests.ids()).containsExactly("open");
    }

    @Test
    void whatCanNotBeReadHasNoLabels() {
        requests.request(new TopicRecord(
                Topics.REQUESTS.name(), "a", "{\"labels\":[\"nightly\"]}".getBytes(StandardCharsets.UTF_8), T0));
        requests.request(new TopicRecord(Topics.REQUESTS.name(), "b", null, T0));

        assertThat(requests.ids()).isEmpty();
    }

    private void asked(String id, String... labels) {
        requests.request(
                record(Topics.REQUESTS, id, VerificationRequest.of(1, 6).withLabels(labels)));
    }

    private void ends(String id) {
        requests.ending(record(
                Topics.EXPIRY_RESULTS,
                id,
                new ExpiryResult(id, Outcome.EXPIRED, "It expired.", null, List.of(), 1, T0, T0, null, List.of())));
    }

    private void happens(String id, OrderEventType type) {
        requests.ending(
                record(Topics.ORDERS, id, OrderEvent.of(type, id, 1, 6, 1, T0).build()));
    }

    private static <V> TopicRecord record(Topic<String, V> topic, String id, V value) {
        return new TopicRecord(topic.name(), id, topic.valueSerde().serializer().serialize("", value), T0);
    }
}
