package io.otpstream.domain.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * An attempt that brought no code, or a country that was passed over within one.
 *
 * @param attempt 1 for the first; several entries share a number when countries were passed over
 * @param orderId null where no order is known
 * @param priceIdr catalogue price of the order, whole rupiah; null where no order was placed
 * @param errorCode the API's word for it; null where the API had none
 */
public record PastAttempt(
        int attempt,
        int countryId,
        AttemptEnd end,
        @Nullable String orderId,
        @Nullable Long priceIdr,
        @Nullable String errorCode) {}
