package io.otpstream.client;

import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import io.otpstream.contract.TraceContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Hands records to the verifications that they are about. Safe for use by several threads. */
final class OpenVerifications implements FeedListener {

    static final ReadingPlan READS =
            new ReadingPlan(List.of(Topics.ALERTS), List.of(Topics.ORDERS, Topics.OTP_RESULTS, Topics.EXPIRY_RESULTS));

    private final Map<String, Verification> open = new ConcurrentHashMap<>();
    private final PipelineSigns signs;
    private final LongSupplier nanoClock;
    private volatile @Nullable FailureReason ended;

    OpenVerifications(PipelineSigns signs, LongSupplier nanoClock) {
        this.signs = signs;
        this.nanoClock = nanoClock;
    }

    /**
     * Returns whether it will be told anything; where nobody is any more it has failed for that reason.
     *
     * @throws IllegalArgumentException if another one with the same id is open
     */
    boolean add(Verification verification) {
        Verification other = open.putIfAbsent(verification.id(), verification);
        if (other != null && other != verification) {
            throw new IllegalArgumentException("request id " + verification.id() + " is open in this client already");
        }
        FailureReason reason = ended;
        if (reason != null) {
            end(verification, reason, null);
        }
        return reason == null;
    }

    void remove(Verification verification) {
        open.remove(verification.id(), verification);
    }

    /** Who has its code knows so before it is taken from those that are open. */
    List<Verification> all() {
        return open.values().stream()
                .filter(verification -> verification.events().isListening())
                .toList();
    }

    /** Nobody is told anything any more: all that are open, and those that are added later, fail for this reason. */
    void endAll(FailureReason reason, @Nullable Throwable cause) {
        ended = reason;
        all().forEach(verification -> end(verification, reason, cause));
    }

    @Override
    public void onRecord(ConsumerRecord<String, byte[]> record) {
        if (RecordReader.isFrom(Topics.ALERTS, record)) {
            RecordReader.readOrWarn(Topics.ALERTS, record).ifPresent(signs::onAlert);
            return;
        }
        signs.heard(nanoClock.getAsLong());
        Verification verification = record.key() == null ? null : open.get(record.key());
        if (verification != null) {
            handTo(verification, record);
        } else if (RecordReader.isFrom(Topics.ORDERS, record) && signs.halt().isPresent()) {
            RecordReader.readOrWarn(Topics.ORDERS, record).ifPresent(this::noteOrder);
        }
    }

    @Override
    public void onCaughtUp() {
        // Alerts count as far as they were read.
    }

    @Override
    public void onFailure(Throwable problem) {
        endAll(new FailureReason.ReadingFailed(String.valueOf(problem.getMessage())), problem);
    }

    private void handTo(Verification verification, ConsumerRecord<String, byte[]> record) {
        try {
            if (RecordReader.isFrom(Topics.ORDERS, record)) {
                hand(Topics.ORDERS, record, (event, traceparent) -> {
                    noteOrder(event);
                    verification.events().onOrder(event, traceparent);
                });
            } else if (RecordReader.isFrom(Topics.OTP_RESULTS, record)) {
                hand(Topics.OTP_RESULTS, record, verification.events()::onCode);
            } else {
                hand(Topics.EXPIRY_RESULTS, record, (result, traceparent) -> verification
                        .events()
                        .onNoCode(result));
            }
        } catch (SerializationException broken) {
            // It may have been the final record, and nobody is to wait for another.
            end(verification, new FailureReason.ReadingFailed(String.valueOf(broken.getMessage())), broken);
        }
        // In one step, so that a resend at this moment is not forgotten.
        open.computeIfPresent(verification.id(), (id, each) -> each.events().isListening() ? each : null);
    }

    private static <V> void hand(
            Topic<String, V> topic, ConsumerRecord<String, byte[]> record, BiConsumer<V, @Nullable String> to) {
        String traceparent = TraceContext.readFrom(record.headers())
                .map(TraceContext::traceparent)
                .orElse(null);
        RecordReader.read(topic, record).ifPresent(value -> to.accept(value, traceparent));
    }

    private void noteOrder(OrderEvent event) {
        if (event.type() == OrderEventType.PLACED) {
            signs.onOrderPlaced(event.at());
        }
    }

    private void end(Verification verification, FailureReason reason, @Nullable Throwable cause) {
        remove(verification);
        verification.events().fail(reason, cause);
    }
}
