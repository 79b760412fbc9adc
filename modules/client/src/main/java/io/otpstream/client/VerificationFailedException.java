package io.otpstream.client;

import io.otpstream.contract.ExpiryResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * There is no number or no code. The message names the request, why, the countries, the attempts and what they cost; it
 * holds neither number nor code.
 */
public final class VerificationFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    VerificationFailedException(Failure failure, @Nullable Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
    }

    /** The same, thrown by the thread that waited. */
    VerificationFailedException rethrown() {
        return new VerificationFailedException(failure, this);
    }

    /** The request. */
    public String requestId() {
        return failure.requestId();
    }

    /** Why. */
    public FailureReason reason() {
        return failure.reason();
    }

    /** What was tried, in order, as the request's final record says; empty where there is none yet. */
    public List<ExpiryResult.Attempt> attempts() {
        return failure.attempts();
    }

    /** What the request's orders cost before refunds, whole rupiah, as far as it is known. */
    public long orderedIdr() {
        return failure.orderedIdr();
    }
}
