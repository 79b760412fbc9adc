package io.otpstream.simulator.vendor;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The vendor refuses. The message is a sentence for people and holds no code, number or token. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final @Nullable String field;
    private final @Nullable RetryAfter retryAfter;

    private RefusedException(Refusal refusal, String message, @Nullable String field, @Nullable RetryAfter retryAfter) {
        // A refusal is an answer, not a fault: nobody reads its stack trace.
        super(message, null, false, false);
        this.refusal = refusal;
        this.field = field;
        this.retryAfter = retryAfter;
    }

    /** A refusal that concerns no field. */
    public static RefusedException of(Refusal refusal, String message) {
        return new RefusedException(refusal, message, null, null);
    }

    /** Bad input. */
    public static RefusedException invalid(String field, String message) {
        return new RefusedException(Refusal.INVALID_PARAMETERS, message, field, null);
    }

    /**
     * Too many requests.
     *
     * @param retryAfter empty when the customer is not told
     */
    static RefusedException rateLimited(Optional<RetryAfter> retryAfter) {
        return new RefusedException(Refusal.RATE_LIMIT_EXCEEDED, "too many requests", null, retryAfter.orElse(null));
    }

    public Refusal refusal() {
        return refusal;
    }

    /** The member of the input that is at fault. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** When to come back; only with {@link Refusal#RATE_LIMIT_EXCEEDED}. */
    public Optional<RetryAfter> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
