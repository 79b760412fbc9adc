package io.otpstream.domain.api;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The calls that both contracts know. {@link GuideApi} and {@link PublishedApi} add how numbers are rented, and what
 * else each of them has.
 *
 * <p>Each call is one HTTP request: nothing is repeated behind the caller's back, because every request takes a permit
 * from the rate budget and because a repeated create may pay twice. The returned stages never complete exceptionally;
 * whatever goes wrong is an {@link ApiError}. Stages complete on a thread of the implementation, which must not be
 * blocked. Implementations are safe for use by several threads.
 */
public sealed interface SmsCodeApi extends AutoCloseable permits GuideApi, PublishedApi {

    /** Which of the two it is. */
    default Dialect dialect() {
        return switch (this) {
            case GuideApi guide -> Dialect.GUIDE;
            case PublishedApi published -> Dialect.PUBLISHED;
        };
    }

    /**
     * As the guide's.
     *
     * @throws IllegalStateException when it is not
     */
    default GuideApi guide() {
        return switch (this) {
            case GuideApi guide -> guide;
            case PublishedApi published -> throw new IllegalStateException("the published dialect has no such call");
        };
    }

    /**
     * As the published one.
     *
     * @throws IllegalStateException when it is not
     */
    default PublishedApi published() {
        return switch (this) {
            case PublishedApi published -> published;
            case GuideApi guide -> throw new IllegalStateException("the guide's dialect has no such call");
        };
    }

    /** What is left on the account. */
    CompletionStage<ApiResult<Balance>> balance(Permit permit);

    /** The countries that numbers can be rented in. */
    CompletionStage<ApiResult<List<Country>>> countries(Permit permit);

    /** What can be ordered in one country, with price and stock. */
    CompletionStage<ApiResult<List<Product>>> products(int countryId, Permit permit);

    /** One look at an order. The vendor asks for at least 5 s between two looks at the same order. */
    CompletionStage<ApiResult<Order>> order(String orderId, Permit permit);

    /**
     * Cancels an order that is no longer needed. The guide doesn't say what the answer holds nor when a cancel is
     * refused, so after any error the order has to be looked at again. The published contract takes a cancel only after
     * {@link Order#cancelAvailableAt}, while no text has come, and so many times a day.
     */
    CompletionStage<ApiResult<CancelAccepted>> cancelOrder(String orderId, Permit permit);

    /**
     * Gives back connections and threads. Calls of which something may have left complete with
     * {@link ApiError.NoAnswer}, all others with {@link ApiError.NotSent}.
     */
    @Override
    void close();
}
