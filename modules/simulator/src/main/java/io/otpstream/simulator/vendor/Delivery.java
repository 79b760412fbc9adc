package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One event on its way to the customer. */
public final class Delivery {

    private final long id;
    private final WebhookEvent event;
    private Duration due;
    private int attempts;
    private State state = State.WAITING;
    private @Nullable Integer lastStatus;

    Delivery(long id, WebhookEvent event, Duration due) {
        this.id = id;
        this.event = event;
        this.due = due;
    }

    /** How far an event has come. */
    public enum State {
        WAITING,
        SENDING,
        DELIVERED,
        /** Every attempt has failed. */
        GIVEN_UP,
        /** The webhook was switched off or cleared before it could be sent. */
        DROPPED
    }

    /**
     * The same for the log.
     *
     * @param smsRevision null for the end of an order
     * @param happenedAt wall clock
     * @param lastStatus of HTTP; null when no attempt was answered
     */
    public record Entry(
            WebhookEvent.Type event,
            String orderId,
            @Nullable Integer smsRevision,
            Instant happenedAt,
            int attempts,
            State state,
            @Nullable Integer lastStatus) {}

    long id() {
        return id;
    }

    WebhookEvent event() {
        return event;
    }

    Duration due() {
        return due;
    }

    void begin() {
        attempts++;
        state = State.SENDING;
    }

    void succeeded(int status) {
        lastStatus = status;
        state = State.DELIVERED;
    }

    /**
     * An attempt has failed.
     *
     * @return whether there is going to be another
     */
    boolean failed(Optional<Integer> status, List<Duration> retryDelays, Duration now) {
        lastStatus = status.orElse(null);
        boolean again = attempts <= retryDelays.size();
        state = again ? State.WAITING : State.GIVEN_UP;
        due = again ? now.plus(retryDelays.get(attempts - 1)) : due;
        return again;
    }

    void drop() {
        state = State.DROPPED;
    }

    Entry entry(ModelClock clock) {
        boolean text = event.type() == WebhookEvent.Type.OTP_RECEIVED;
        return new Entry(
                event.type(),
                event.order().id(),
                text ? event.order().smsRevision() : null,
                clock.instantAt(event.at()),
                attempts,
                state,
                lastStatus);
    }
}
