package io.otpstream.domain.api;

import java.util.concurrent.CompletionStage;

/** The API as the vendor's guide describes it. */
public non-sealed interface GuideApi extends SmsCodeApi {

    /**
     * Rents a number. The guide knows no idempotency key: after {@link ApiError.NoAnswer}, {@link ApiError.Unreadable}
     * or {@link ApiError.ServerFailure} an order may exist and may have been charged.
     */
    CompletionStage<ApiResult<Order>> createOrder(int countryId, int platformId, Permit permit);
}
