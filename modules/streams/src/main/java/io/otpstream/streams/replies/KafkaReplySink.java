package io.otpstream.streams.replies;

import io.otpstream.contract.JsonSerde;
import io.otpstream.domain.api.ApiError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Writes replies to their topic. */
public final class KafkaReplySink implements ReplySink {

    /** Internal: its records may change with any version. */
    public static final String TOPIC = "otpstream.replies";

    private static final Duration BEHIND = Duration.ofMillis(500);
    private static final int LARGEST = 256 * 1024;

    private final ReliableProducer producer;
    private final Serializer<Reply> serializer = JsonSerde.of(Reply.class).serializer();

    /** Doesn't close the producer. */
    public KafkaReplySink(ReliableProducer producer) {
        this.producer = producer;
    }

    @Override
    public void send(int partition, String requestId, Reply reply) {
        producer.send(
                new ProducerRecord<>(TOPIC, partition, requestId.getBytes(StandardCharsets.UTF_8), serialize(reply)));
    }

    @Override
    public boolean isBehind() {
        return producer.oldestWait().compareTo(BEHIND) > 0;
    }

    /** An answer that no broker would take is as good as none that could be read. */
    private byte[] serialize(Reply reply) {
        byte[] value = serializer.serialize(TOPIC, reply);
        return value.length <= LARGEST ? value : serializer.serialize(TOPIC, tooLarge(reply));
    }

    private static Reply tooLarge(Reply reply) {
        ApiError error = new ApiError.Unreadable(200, "the answer's fields hold more than " + LARGEST + " bytes");
        return reply.failed(ErrorMapper.toRow(error));
    }
}
