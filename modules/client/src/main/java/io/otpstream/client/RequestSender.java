package io.otpstream.client;

import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import io.otpstream.contract.TraceContext;
import io.otpstream.contract.VerificationCommand;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.contract.clients.ClientConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes requests and commands. Safe for use by several threads. */
final class RequestSender implements AutoCloseable {

    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;

    /** @param producer closed with this */
    RequestSender(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** One that it can be given. */
    static Producer<String, byte[]> producer(ClientConfig config) {
        return new KafkaProducer<>(config.forProducer(), new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Returns before the brokers have it; may block while they can't be reached.
     *
     * @param onFailure called if they don't acknowledge it, on a thread of the producer or on this one
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told the same
    void send(
            String requestId,
            VerificationRequest request,
            Optional<String> traceparent,
            Consumer<KafkaException> onFailure) {
        ProducerRecord<String, byte[]> record = record(Topics.REQUESTS, requestId, request, traceparent);
        try {
            producer.send(record, (where, failure) -> {
                if (failure != null) {
                    onFailure.accept(asKafkaException(failure));
                }
            });
        } catch (InterruptException interrupted) {
            throw interrupted;
        } catch (KafkaException refused) {
            onFailure.accept(refused);
        }
    }

    /**
     * Returns when the brokers have it.
     *
     * @throws KafkaException if they don't acknowledge it
     */
    void tell(String requestId, VerificationCommand command, Optional<String> traceparent) {
        try {
            producer.send(record(Topics.COMMANDS, requestId, command, traceparent))
                    .get();
        } catch (ExecutionException failure) {
            throw new KafkaException(
                    "request " + requestId + ": the command " + command.type().word() + " was not acknowledged",
                    failure.getCause());
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }

    /** What was sent is acknowledged or given up before this returns. */
    @Override
    public void close() {
        producer.close(CLOSED_WITHIN);
    }

    private static <V> ProducerRecord<String, byte[]> record(
            Topic<String, V> topic, String requestId, V value, Optional<String> traceparent) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                topic.name(), requestId, topic.valueSerde().serializer().serialize(topic.name(), value));
        traceparent.ifPresent(text -> new TraceContext(text, null).writeTo(record.headers()));
        return record;
    }

    private static KafkaException asKafkaException(Exception failure) {
        return failure instanceof KafkaException kafka ? kafka : new KafkaException(failure);
    }
}
