package io.otpstream.app.control;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.contract.Alert;
import io.otpstream.contract.AlertKind;
import io.otpstream.contract.Severity;
import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import io.otpstream.streams.fleet.OrdersPaused;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Pauses the new orders of an application and lets them go on, and tells people by an alert. Every method returns when the
 * brokers have it, and throws Kafka's own exceptions.
 */
public final class OrderControls {

    private static final String KIND = AlertKind.ORDERS_PAUSED.word();

    private final Cluster cluster;
    private final String application;

    /** @param application the id of the application whose processes are meant */
    public OrderControls(Cluster cluster, String application) {
        this.cluster = cluster;
        this.application = application;
    }

    /**
     * Pauses.
     *
     * @param by who does it
     * @param reason null where none is given
     */
    public void pause(String by, @Nullable String reason, Instant now) {
        send(PausedOrders.TOPIC, application, OrdersPaused.of(now, by, reason));
        String message = "New orders of " + application + " are paused by " + by + (reason == null ? "" : ": " + reason)
                + ". Requests wait; open orders go on.";
        send(
                Topics.ALERTS,
                KIND,
                Alert.raised(KIND, application, message, "'otpstream resume' ends it.", now, Severity.INFO));
    }

    /** Ends a pause. */
    public void resume(String by, Instant now) {
        // The alert first: if one of them fails there is still a pause, and it can be done again.
        send(
                Topics.ALERTS,
                KIND,
                Alert.cleared(KIND, application, "New orders of " + application + " are resumed by " + by + ".", now));
        send(PausedOrders.TOPIC, application, null);
    }

    private <V> void send(Topic<String, V> topic, String key, @Nullable V value) {
        try (Producer<String, V> producer = cluster.producer(topic)) {
            producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof KafkaException reason
                    ? reason
                    : new KafkaException("writing to " + topic.name() + " failed", failure.getCause());
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }
}
