package io.otpstream.client;

import io.otpstream.contract.ExpiryResult;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OtpResult;
import io.otpstream.contract.VerificationRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Turns what is read about one request into what those are told who wait for it. Safe for use by several threads; tells
 * on threads that may block.
 */
final class VerificationEvents {

    private final String id;
    private final VerificationRequest request;
    private final Connection connection;
    private final Progress progress;
    private final Resends resends = new Resends();
    private final Optional<NumberTeller> teller;
    private final CompletableFuture<RentedNumber> number = new CompletableFuture<>();
    private final CompletableFuture<ReceivedCode> code = new CompletableFuture<>();

    VerificationEvents(
            String id, VerificationRequest request, Optional<NumberListener> listener, Connection connection) {
        this.id = id;
        this.request = request;
        this.connection = connection;
        this.progress = new Progress(Duration.ofSeconds(request.timeoutSeconds()), connection.nanoTime());
        this.teller = listener.map(each -> new NumberTeller(
                each, connection::callBack, failure -> fail(new FailureReason.ListenerFailed(), failure)));
    }

    CompletableFuture<RentedNumber> number() {
        return number;
    }

    CompletableFuture<ReceivedCode> code() {
        return code;
    }

    Progress progress() {
        return progress;
    }

    /** The next code from now on. */
    CompletableFuture<ReceivedCode> nextCode() {
        return resends.expectOne();
    }

    /** Whether a record about the request may still matter. */
    boolean isListening() {
        return !progress.isSettled() || resends.isExpected();
    }

    void onOrder(OrderEvent event, @Nullable String traceparent) {
        switch (event.type()) {
            case PLACED -> {
                String phoneNumber = event.phoneNumber();
                if (phoneNumber != null) {
                    rented(RentedNumber.of(event, phoneNumber, traceparent));
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

    void onCode(OtpResult result, @Nullable String traceparent) {
        if (result.followUp() && !progress.isSettled()) {
            // Of an earlier request of this id: one that is open has no code to follow.
            return;
        }
        ReceivedCode received = ReceivedCode.of(result, traceparent);
        rented(received.number());
        if (progress.settle() || result.followUp()) {
            List<CompletableFuture<ReceivedCode>> waiting = resends.takeAll();
            waiting.add(code);
            // Each on its own: what depends on one of them may wait for another.
            waiting.forEach(next -> connection.callBack(() -> next.complete(received)));
        }
    }

    void onNoCode(ExpiryResult result) {
        if (progress.settle()) {
            FailureReason reason = FinalReason.of(result, connection.signs());
            complete(new VerificationFailedException(Failure.at(result, request, reason), null));
        }
    }

    /** Nothing final was read, and nobody is to wait for it. */
    void fail(FailureReason reason, @Nullable Throwable cause) {
        complete(failure(reason, cause));
    }

    VerificationFailedException failure(FailureReason reason, @Nullable Throwable cause) {
        return new VerificationFailedException(Failure.before(id, request, reason, progress.numbers()), cause);
    }

    /** The topics are read side by side: the code may be read before the order that it came for. */
    private void rented(RentedNumber rented) {
        if (progress.isNews(rented, connection.nanoTime())) {
            connection.callBack(() -> number.complete(rented));
            teller.ifPresent(each -> each.tell(rented));
        }
    }

    private void complete(VerificationFailedException failure) {
        List<CompletableFuture<ReceivedCode>> waiting = resends.takeAll();
        waiting.add(code);
        waiting.forEach(next -> connection.callBack(() -> next.completeExceptionally(failure)));
        if (progress.lastNumber().isEmpty()) {
            connection.callBack(() -> number.completeExceptionally(failure));
        }
    }
}
