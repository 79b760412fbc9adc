package io.otpstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class DeadLetterHeadersTest {

    private static final DeadLetterHeaders WITH_FIELD = new DeadLetterHeaders(
            "verification.requests", 3, 4_200_000_000L, "tenant must be shorter, but is “région”.", "tenant");
    private static final DeadLetterHeaders WITHOUT_FIELD =
            new DeadLetterHeaders("verification.requests", 0, 0, "not JSON", null);

    private final Headers headers = new RecordHeaders();

    @Test
    void areReadAsTheyWereWritten() {
        headers.add("traceparent", new byte[] {1});
        WITH_FIELD.writeTo(headers);

        assertThat(DeadLetterHeaders.readFrom(headers)).contains(WITH_FIELD);
        assertThat(headers.lastHeader("traceparent")).isNotNull();
    }

    @Test
    void replaceThoseOfAFormerLife() {
        WITH_FIELD.writeTo(headers);
        WITHOUT_FIELD.writeTo(headers);

        assertThat(DeadLetterHeaders.readFrom(headers)).contains(WITHOUT_FIELD);
        assertThat(headers).hasSize(4);
    }

    @Test
    void areNothingWhereTheyAreNotOurs() {
        assertThat(DeadLetterHeaders.readFrom(headers)).isEmpty();

        WITH_FIELD.writeTo(headers);
        headers.add(DeadLetterHeaders.OFFSET, "first".getBytes(StandardCharsets.UTF_8));

        assertThat(DeadLetterHeaders.readFrom(headers)).isEmpty();
    }

    @Test
    void fitTheSchema() {
        WITH_FIELD.writeTo(headers);
        ObjectNode json = Json.MAPPER.createObjectNode();
        headers.forEach(header -> json.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));

        assertThat(TopicSchema.of(Topics.DEAD_LETTERS).errors(json.toString())).isEmpty();
    }
}
