package io.otpstream.smscode;

import io.otpstream.domain.api.ApiError;
import org.jspecify.annotations.Nullable;

/** The error codes that only one dialect has. */
@FunctionalInterface
interface ErrorCodes {

    /**
     * What a code means, whatever the status that it came with.
     *
     * @param code in upper case
     * @return null for a code that the dialect doesn't list
     */
    @Nullable
    ApiError read(String code, Envelope.Refusal refusal, Exchange.Answered answer);

    /** The guide's. */
    static ErrorCodes ofGuide() {
        return (code, refusal, answer) -> switch (code) {
            case "PRODUCT_UNAVAILABLE" -> new ApiError.ProductUnavailable(code);
            case "ORDER_NOT_FOUND" -> new ApiError.OrderNotFound(code);
            case "INVALID_PARAMETERS" -> new ApiError.InvalidParameters(code, refusal.message());
            default -> null;
        };
    }
}
