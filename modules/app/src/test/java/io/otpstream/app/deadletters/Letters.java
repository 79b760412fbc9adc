package io.otpstream.app.deadletters;

import io.otpstream.contract.DeadLetterHeaders;
import io.otpstream.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Records as they lie on the topic of dead letters. */
final class Letters {

    static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");

    private Letters() {}

    static ConsumerRecord<byte[], byte[]> letter(String id, String from, String reason) {
        return letter(id, from, reason, "{}");
    }

    static ConsumerRecord<byte[], byte[]> letter(String id, String from, String reason, @Nullable String value) {
        Headers headers = new RecordHeaders();
        new DeadLetterHeaders(from, 3, 70, reason, null).writeTo(headers);
        LetterId where = LetterId.parse(id).orElseThrow();
        return lying(
                where,
                "r1".getBytes(StandardCharsets.UTF_8),
                value == null ? null : value.getBytes(StandardCharsets.UTF_8),
                headers);
    }

    /** Where the broker puts it. */
    static ConsumerRecord<byte[], byte[]> written(ProducerRecord<byte[], byte[]> record, long offset) {
        return lying(new LetterId(record.partition(), offset), record.key(), record.value(), record.headers());
    }

    /** A second later for each offset. */
    private static ConsumerRecord<byte[], byte[]> lying(
            LetterId where, byte[] key, byte @Nullable [] value, Headers headers) {
        return new ConsumerRecord<>(
                Topics.DEAD_LETTERS.name(),
                where.partition(),
                where.offset(),
                T0.plusSeconds(where.offset()).toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                key,
                value,
                headers,
                Optional.empty());
    }
}
