package io.otpstream.client;

import io.otpstream.contract.ExpiryResult;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OtpResult;
import io.otpstream.contract.VerificationCommand;
import io.otpstream.contract.VerificationRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a code. Safe for use by several threads. What depends on its futures runs on threads of the
 * client that may block.
 */
public final class Verification {

    private final String id;
    private final VerificationRequest request;
    private final Optional<String> traceparent;
    private final Connection connection;
    private final Progress progress;
    private final Resends resends = new Resends();
    private final Optional<NumberTeller> teller;
    private final CompletableFuture<RentedNumber> number = new CompletableFuture<>();
    private final CompletableFuture<ReceivedCode> code = new CompletableFuture<>();

    Verification(String id, VerificationRequest request, RequestOptions options, Connection connection) {
        this.id = id;
        this.request = request;
        this.traceparent = options.traceparent();
        this.connection = connection;
        this.progress = new Progress(Duration.ofSeconds(request.timeoutSeconds()), connection.nanoTime());
        this.teller = options.listener()
                .map(listener -> new NumberTeller(
                        listener, connection::callBack, failure -> fail(new FailureReason.ListenerFailed(), failure)));
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
        return number.copy();
    }

    /**
     * The code. Fails with {@link VerificationFailedException} if the request ends without one, and not merely because
     * time passes.
     */
    public CompletableFuture<ReceivedCode> code() {
        return code.copy();
    }

    /** Whether the request's final record was read: nothing more happens, nor is paid for, unless its order is held. */
    public boolean isSettled() {
        return progress.isSettled();
    }

    /**
     * Waits for the first number.
     *
     * @throws VerificationFailedException if the request ends without one, or none is there in time; then the request
     *     goes on, and can be waited for again
     * @throws InterruptException when interrupted
     */
    public RentedNumber awaitNumber(Duration atMost) {
        return await(number, atMost, () -> progress.whyNoNumber(atMost, connection.signs()));
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
        return await(code, atMost, () -> progress.whyNoCode(atMost, connection.signs(), connection.nanoTime()));
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
        progress.textRequested(connection.nanoTime());
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
     */
    public void withdraw() {
        tell(VerificationCommand.withdraw());
    }

    /**
     * Asks for another text to the same number, while its order is open or held ({@code hold_seconds}).
     *
     * @return the next code that comes; fails with {@link VerificationFailedException} if the vendor takes no resend. To
     *     complete or cancel it means to give up
     * @throws KafkaException if the brokers don't acknowledge it
     */
    public CompletableFuture<ReceivedCode> resend() {
        CompletableFuture<ReceivedCode> next = resends.expectOne();
        connection.listen(this);
        tell(VerificationCommand.resend());
        return next;
    }

    /** Names the request only. */
    @Override
    public String toString() {
        return "Verification[" + id + "]";
    }

    void onOrder(OrderEvent event, @Nullable String trace) {
        switch (event.type()) {
            case PLACED -> {
                String phoneNumber = event.phoneNumber();
                if (phoneNumber != null) {
                    rented(RentedNumber.of(event, phoneNumber, trace));
                }
            }
            case EXPIRED, CANCELLED -> progress.orderEnded(event.attempt());
            case RESEND_REFUSED -> {
                VerificationFailedException refused = failure(new FailureReason.ResendRefused(event.errorCode()), null);
                resends.takeOldest().ifPresent(next -> connection.callBack(() -> next.completeExceptionally(refused)));
            }
            case REFUSED, IN_DOUBT, COMPLETED, LATE_CODE, ORPHANED, RESENT, UNKNOWN -> {}
        }
    }

    void onCode(OtpResult result, @Nullable String trace) {
        if (result.followUp() && !progress.isSettled()) {
            // Of an earlier request of this id: one that is open has no code to follow.
            return;
        }
        ReceivedCode received = ReceivedCode.of(result, trace);
        rented(received.number());
        if (progress.settle() || result.followUp()) {
            var waiting = resends.takeAll();
            connection.callBack(() -> {
                number.complete(received.number());
                code.complete(received);
                waiting.forEach(next -> next.complete(received));
            });
        }
    }

    void onNoCode(ExpiryResult result) {
        if (progress.settle()) {
            FailureReason reason = FinalReason.of(result, connection.signs());
            complete(new VerificationFailedException(Failure.at(result, request, reason), null));
        }
    }

    /** Nothing final was read and nothing will be. */
    void fail(FailureReason reason, @Nullable Throwable cause) {
        complete(failure(reason, cause));
    }

    /** Whether a record about it may still matter. */
    boolean isListening() {
        return !progress.isSettled() || resends.isExpected();
    }

    /** The topics are read side by side: the code may be read before the order that it came for. */
    private void rented(RentedNumber rented) {
        if (progress.isNews(rented, connection.nanoTime())) {
            connection.callBack(() -> number.complete(rented));
            teller.ifPresent(each -> each.tell(rented));
        }
    }

    private void complete(VerificationFailedException failure) {
        var waiting = resends.takeAll();
        connection.callBack(() -> {
            number.completeExceptionally(failure);
            code.completeExceptionally(failure);
            waiting.forEach(next -> next.completeExceptionally(failure));
        });
    }

    private void tell(VerificationCommand command) {
        connection.sender().tell(id, command, traceparent);
    }

    private RentedNumber lastNumber() {
        return progress.lastNumber()
                .orElseThrow(() -> new IllegalStateException("request " + id + " has no number yet"));
    }

    private <T> T await(CompletableFuture<T> what, Duration atMost, Supplier<FailureReason> whyNot) {
        try {
            return what.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw failure(whyNot.get(), null);
        } catch (ExecutionException ended) {
            throw ended.getCause() instanceof VerificationFailedException failure
                    ? failure.rethrown()
                    : new IllegalStateException("request " + id, ended.getCause());
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }

    private VerificationFailedException failure(FailureReason reason, @Nullable Throwable cause) {
        return new VerificationFailedException(Failure.before(id, request, reason, progress.numbers()), cause);
    }
}
