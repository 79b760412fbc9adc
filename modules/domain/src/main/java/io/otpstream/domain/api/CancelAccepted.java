package io.otpstream.domain.api;

import org.jspecify.annotations.Nullable;

/**
 * The API took a cancel. Of the guide any 2xx means that which has no body or one of JSON, since it leaves the fields
 * open.
 *
 * @param refundedIdr what the API says that it gave back, whole rupiah; null where it says nothing
 */
public record CancelAccepted(@Nullable Long refundedIdr) {

    /** Taken, without a word about money. */
    public CancelAccepted() {
        this(null);
    }
}
