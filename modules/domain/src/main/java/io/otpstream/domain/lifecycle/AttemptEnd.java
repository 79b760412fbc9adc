package io.otpstream.domain.lifecycle;

/** How one attempt ended. */
public enum AttemptEnd {
    EXPIRED,
    CANCELLED,
    TIMED_OUT,
    NUMBER_REJECTED,
    WITHDRAWN,
    NO_STOCK,
    PRICE_ABOVE_LIMIT,
    IN_DOUBT,
    REFUSED,
    /** With a code. Only in the state of a settled verification, never published. */
    COMPLETED;

    /** Whether a number had been rented. */
    boolean isOfAnOrder() {
        return switch (this) {
            case EXPIRED, CANCELLED, TIMED_OUT, NUMBER_REJECTED, WITHDRAWN, COMPLETED -> true;
            case NO_STOCK, PRICE_ABOVE_LIMIT, IN_DOUBT, REFUSED -> false;
        };
    }
}
