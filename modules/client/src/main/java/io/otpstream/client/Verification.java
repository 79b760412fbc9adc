package io.otpstream.client;

import io.otpstream.contract.VerificationCommand;
import io.otpstream.contract.VerificationRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * One request on its way to a code. Safe for use by several threads. What depends on its futures runs on threads of the
 * client that may block.
 */
public final class Verification {

    private final String id;
    private final VerificationRequest request;
    private final Optional<String> traceparent;
    private final Connection connection;
    private final VerificationEvents events;

    Verification(String id, VerificationRequest request, RequestOptions options, Connection connection) {
        this.id = id;
        this.request = request;
        this.traceparent = options.traceparent();
        this.connection = connection;
        this.events = new VerificationEvents(id, request, options.listener(), connection);
    }

    /** The request id, the key of every record about it. */
    public String id() {
        return id;
    }

    /** As it was sent. */
    public VerificationRequest request() {
        return request;
    }

    /**
     * The first number that is rented. Fails with {@link VerificationFailedException} if the request ends without one, and
     * not merely because time passes.
     */
    public CompletableFuture<RentedNumber> number() {
        return events.number().copy();
    }

    /**
     * The code. Fails with {@link VerificationFailedException} if the request ends without one, and not merely because
     * time passes.
     */
    public CompletableFuture<ReceivedCode> code() {
        return events.code().copy();
    }

    /** Whether the request's final record was read: nothing more happens, nor is paid for, unless its order is held. */
    public boolean isSettled() {
        return events.progress().isSettled();
    }

    /**
     * Waits for the first number.
     *
     * @throws VerificationFailedException if the request ends without one, or none is there in time; then the request
     *     goes on, and can be waited for again
     * @throws InterruptException when interrupted
     */
    public RentedNumber awaitNumber(Duration atMost) {
        return await(events.number(), atMost, progress -> progress.whyNoNumber(atMost, connection.signs()));
    }

    /**
     * Waits for the code. {@code atMost} is the patience of the one who waits; how long otpstream waits for the code of an
     * order is in the request ({@code timeout_seconds}), and counts from the number.
     *
     * @throws VerificationFailedException if the request ends without one, or none is there in time; then the request
     *     goes on, and can be waited for again
     * @throws InterruptException when interrupted
     */
    public ReceivedCode awaitCode(Duration atMost) {
        return await(
                events.code(),
                atMost,
                progress -> progress.whyNoCode(atMost, connection.signs(), connection.nanoTime()));
    }

    /**
     * The text was triggered only now: the time to wait for the code of the last number starts again. Returns when the
     * brokers have it.
     *
     * @throws IllegalStateException before the first number
     * @throws KafkaException if the brokers don't acknowledge it
     */
    public void smsRequested() {
        tell(VerificationCommand.smsRequested().forAttempt(lastNumber().attempt()));
        events.progress().textRequested(connection.nanoTime());
    }

    /**
     * The platform refused the last number: its order is cancelled, and another one placed if the request may. Returns
     * when the brokers have it.
     *
     * @throws IllegalStateException before the first number
     * @throws KafkaException if the brokers don't acknowledge it
     */
    public void numberRejected() {
        tell(VerificationCommand.numberRejected().forAttempt(lastNumber().attempt()));
    }

    /**
     * The code is no longer wanted, nor is an order that is held. Returns when the brokers have it.
     *
     * @throws KafkaException if the brokers don't acknowledge it
     * @throws IllegalStateException if the client is closed
     */
    public void withdraw() {
        tell(VerificationCommand.withdraw());
    }

    /**
     * Asks for another text to the same number, while its order is open or held ({@code hold_seconds}).
     *
     * @return the next code that comes, if one does: it may be waited for with {@link CompletableFuture#orTimeout}. Fails
     *     with {@link VerificationFailedException} if the vendor takes no resend. To complete or cancel it means to give up
     * @throws IllegalStateException if the request has ended without a number
     * @throws KafkaException if the brokers don't acknowledge it
     */
    public CompletableFuture<ReceivedCode> resend() {
        if (isSettled()) {
            // The pipeline has nothing to send again, and would say nothing.
            lastNumber();
        }
        CompletableFuture<ReceivedCode> next = events.nextCode();
        connection.listen(this);
        try {
            tell(VerificationCommand.resend());
        } catch (RuntimeException notSent) {
            next.cancel(false);
            throw notSent;
        }
        return next;
    }

    /** Names the request only. */
    @Override
    public String toString() {
        return "Verification[" + id + "]";
    }

    VerificationEvents events() {
        return events;
    }

    private void tell(VerificationCommand command) {
        connection.sender().tell(id, command, traceparent);
    }

    private RentedNumber lastNumber() {
        return events.progress()
                .lastNumber()
                .orElseThrow(() -> new IllegalStateException("request " + id + " has no number yet"));
    }

    private <T> T await(CompletableFuture<T> what, Duration atMost, Function<Progress, FailureReason> whyNot) {
        try {
            return what.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw events.failure(whyNot.apply(events.progress()), null);
        } catch (ExecutionException ended) {
            throw ended.getCause() instanceof VerificationFailedException failure
                    ? failure.rethrown()
                    : new IllegalStateException("request " + id, ended.getCause());
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }
}
