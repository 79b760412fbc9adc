package io.otpstream.client;

import io.otpstream.contract.Topic;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A client between topics that a test writes and a producer that it looks into. */
final class ClientFixture implements AutoCloseable {

    /** Long enough for any machine; what comes is there at once. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    final FakeTopics topics = FakeTopics.of(OpenVerifications.READS);
    final MockProducer<String, byte[]> producer;
    final AtomicLong nanos = new AtomicLong();
    final OtpClient client;

    private ClientFixture(boolean acknowledges) {
        producer = new MockProducer<>(acknowledges, null, new StringSerializer(), new ByteArraySerializer());
        client = new OtpClient(topics.consumer(), producer, PATIENCE, nanos::get);
    }

    static ClientFixture start() {
        return new ClientFixture(true);
    }

    static ClientFixture withSilentBrokers() {
        return new ClientFixture(false);
    }

    <V> V sent(Topic<String, V> topic, int index) {
        ProducerRecord<String, byte[]> record = producer.history().get(index);
        if (!record.topic().equals(topic.name())) {
            throw new AssertionError("expected a record of " + topic.name() + ", but it is one of " + record.topic());
        }
        return topic.valueSerde().deserializer().deserialize(topic.name(), record.value());
    }

    @Override
    public void close() {
        client.close();
    }
}
