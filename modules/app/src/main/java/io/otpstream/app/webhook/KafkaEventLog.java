package io.otpstream.app.webhook;

import io.otpstream.streams.watch.PushedEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topic of pushed events. What all its replicas have is kept. */
final class KafkaEventLog implements EventLog {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaEventLog.class);

    /** Nobody states how long the API waits for an answer, so it shouldn't have to wait for long. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static final Duration REQUEST = Duration.ofSeconds(3);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final Producer<byte[], byte[]> producer;

    private KafkaEventLog(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Returns once it knows where the topic is.
     *
     * @param clientConfig with {@code bootstrap.servers}
     * @throws KafkaException when the brokers don't answer, or there is no such topic
     */
    static KafkaEventLog open(Map<String, Object> clientConfig) {
        Producer<byte[], byte[]> producer =
                new KafkaProducer<>(producerConfig(clientConfig), new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.partitionsFor(PushedEvent.TOPIC);
            return new KafkaEventLog(producer);
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    private static Map<String, Object> producerConfig(Map<String, Object> clientConfig) {
        Map<String, Object> config = new HashMap<>(clientConfig);
        config.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "otpstream-webhook");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(REQUEST.toMillis()));
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
        return config;
    }

    @Override
    public boolean write(PushedEvent event) throws InterruptedException {
        try {
            producer.send(event.toRecord()).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptException interrupted) {
            throw interrupted;
        } catch (ExecutionException | TimeoutException | KafkaException failure) {
            // The receiver's own log says once a minute how many there are, and Kafka's that no broker answers.
            LOG.debug("a pushed event could not be written", failure);
            return false;
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_WITHIN);
    }
}
