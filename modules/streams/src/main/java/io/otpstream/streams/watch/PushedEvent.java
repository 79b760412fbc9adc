package io.otpstream.streams.watch;

import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.streams.fleet.Messages;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the API has pushed about one order, as it stands on {@code otpstream.pushed-events}; the key is the order's id.
 * Whoever receives it writes it before it thanks the API. It may come twice, in any order, and before the order's create
 * is answered.
 *
 * @param version of this format
 * @param kind what happened
 * @param orderId as decimal text
 * @param smsRevision how many texts have come; null where the event doesn't say, as those of an order's end don't
 * @param otpCode the code; null where the event names none
 * @param otpMessage the whole text; null where the event names none
 * @param receivedAt when the receiver had it, by its own clock
 */
public record PushedEvent(
        int version,
        Kind kind,
        String orderId,
        @Nullable Integer smsRevision,
        @Nullable String otpCode,
        @Nullable String otpMessage,
        Instant receivedAt) {

    /** Internal: its records may change with any version. It has one partition, which every instance reads. */
    public static final String TOPIC = "otpstream.pushed-events";

    /** The format that this version writes and reads. */
    public static final int VERSION = 1;

    /** Reads and writes them. */
    public static final Messages<PushedEvent> MESSAGES =
            new Messages<>(TOPIC, PushedEvent.class, PushedEvent::version, VERSION);

    /** What can happen to an order, in the words of the published contract without {@code order.}. */
    public enum Kind {
        /** A text came, with or without a code. Comes again with each further text. */
        OTP_RECEIVED,
        COMPLETED,
        EXPIRED,
        CANCELED
    }

    /** An event in the format of this version. */
    public static PushedEvent of(
            Kind kind,
            String orderId,
            @Nullable Integer smsRevision,
            @Nullable String otpCode,
            @Nullable String otpMessage,
            Instant receivedAt) {
        return new PushedEvent(VERSION, kind, orderId, smsRevision, otpCode, otpMessage, receivedAt);
    }

    /** The record that says it. */
    public ProducerRecord<byte[], byte[]> toRecord() {
        return MESSAGES.write(orderId, this);
    }

    /** The order as the event tells of it. */
    Order toOrder() {
        OrderStatus status =
                switch (kind) {
                    case OTP_RECEIVED -> OrderStatus.TEXT_RECEIVED;
                    case COMPLETED -> OrderStatus.COMPLETED;
                    case EXPIRED -> OrderStatus.EXPIRED;
                    case CANCELED -> OrderStatus.CANCELLED;
                };
        return new Order(orderId, null, status, otpCode, otpMessage, null, null, smsRevision, null);
    }

    /** Leaves out the code and the text. */
    @Override
    public String toString() {
        return "PushedEvent[kind=" + kind + ", orderId=" + orderId + ", smsRevision=" + smsRevision + "]";
    }
}
