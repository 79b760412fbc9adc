package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The vendor refuses. The message is a sentence for people and holds no code, number or token. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final @Nullable String field;
    private final @Nullable RetryAfter retryAfter;
    private final @Nullable RefusalDetails details;

    private RefusedException(
            Refusal refusal,
            String message,
            @Nullable String field,
            @Nullable RetryAfter retryAfter,
            @Nullable RefusalDetails details) {
        // A refusal is an answer, not a fault: nobody reads its stack trace.
        super(message, null, false, false);
        this.refusal = refusal;
        this.field = field;
        this.retryAfter = retryAfter;
        this.details = details;
    }

    /** A refusal that concerns no field. */
    public static RefusedException of(Refusal refusal, String message) {
        return new RefusedException(refusal, message, null, null, null);
    }

    /** Bad input. */
    public static RefusedException invalid(String field, String message) {
        return new RefusedException(Refusal.INVALID_PARAMETERS, message, field, null, null);
    }

    /**
     * Too many requests.
     *
     * @param retryAfter empty when the customer is not told
     */
    static RefusedException rateLimited(Optional<RetryAfter> retryAfter) {
        return new RefusedException(
                Refusal.RATE_LIMIT_EXCEEDED, "too many requests", null, retryAfter.orElse(null), null);
    }

    /** The supplier can't or won't. */
    static RefusedException provider(RefusalDetails.Cause cause) {
        return new RefusedException(
                Refusal.PROVIDER_ERROR, "the provider could not do it", null, null, new RefusalDetails.Provider(cause));
    }

    /** The customer is banned until then. */
    static RefusedException banned(RefusalDetails.Ban ban, Duration now) {
        RetryAfter retryAfter = new RetryAfter(ban.until().minus(now), RetryAfter.Form.SECONDS);
        return new RefusedException(
                Refusal.TEMP_BANNED, "too many of the latest orders have failed", null, retryAfter, ban);
    }

    public Refusal refusal() {
        return refusal;
    }

    /** The member of the input that is at fault. */
    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    /** When to come back. */
    public Optional<RetryAfter> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** What a program should know beside the code. */
    public Optional<RefusalDetails> details() {
        return Optional.ofNullable(details);
    }
}
