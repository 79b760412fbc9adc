package io.otpstream.app.cluster;

import io.otpstream.contract.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Sends records and finds out about each whether it arrived. */
public final class RecordSender<V> {

    private final Producer<String, V> producer;
    private final Topic<String, V> topic;

    /** @param producer stays the caller's */
    public RecordSender(Producer<String, V> producer, Topic<String, V> topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /**
     * Returns when every record was acknowledged or given up. After the first that fails no other is begun.
     *
     * @param onAcknowledged called once for each record that arrived, on a thread of the producer
     */
    public SendReport send(Collection<Outgoing<V>> records, Runnable onAcknowledged) {
        return send(records, onAcknowledged, () -> false);
    }

    /** The same; no record is begun either once {@code stopped} says so. */
    public SendReport send(Collection<Outgoing<V>> records, Runnable onAcknowledged, BooleanSupplier stopped) {
        Attempt attempt = new Attempt(onAcknowledged, stopped);
        records.forEach(attempt::begin);
        producer.flush();
        return attempt.report();
    }

    private final class Attempt {

        private record Pending(String requestId, Future<RecordMetadata> answer) {}

        private final Runnable onAcknowledged;
        private final BooleanSupplier stopped;
        private final List<Pending> begun = new ArrayList<>();
        private final List<String> unsent = new ArrayList<>();
        private String reason = "";
        private volatile boolean failed;

        private Attempt(Runnable onAcknowledged, BooleanSupplier stopped) {
            this.onAcknowledged = onAcknowledged;
            this.stopped = stopped;
        }

        private void begin(Outgoing<V> record) {
            if (failed || stopped.getAsBoolean()) {
                unsent.add(record.requestId());
                return;
            }
            try {
                ProducerRecord<String, V> outgoing =
                        new ProducerRecord<>(topic.name(), record.requestId(), record.value());
                begun.add(new Pending(record.requestId(), producer.send(outgoing, this::onAnswer)));
            } catch (InterruptException interrupted) {
                throw interrupted;
            } catch (KafkaException refused) {
                failed = true;
                unsent.add(record.requestId());
                reason = sentence(refused);
            }
        }

        private void onAnswer(RecordMetadata where, @Nullable Exception failure) {
            if (failure == null) {
                onAcknowledged.run();
            } else {
                failed = true;
            }
        }

        private SendReport report() {
            List<String> lost = new ArrayList<>();
            for (Pending each : begun) {
                try {
                    each.answer().get();
                } catch (ExecutionException failure) {
                    lost.add(each.requestId());
                    reason = reason.isEmpty() ? sentence(failure.getCause()) : reason;
                } catch (InterruptedException interrupted) {
                    throw new InterruptException(interrupted);
                }
            }
            int sent = begun.size() - lost.size();
            lost.addAll(unsent);
            return new SendReport(sent, lost, reason);
        }

        private String sentence(@Nullable Throwable failure) {
            return failure == null ? "unknown" : String.valueOf(failure.getMessage());
        }
    }
}
