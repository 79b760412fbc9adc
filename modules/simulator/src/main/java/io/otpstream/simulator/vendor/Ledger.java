package io.otpstream.simulator.vendor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The truth about every order and every rupiah at one moment. It holds neither codes nor phone numbers. Instants are
 * wall clock; money is whole rupiah.
 *
 * @param orders in the order in which they were placed
 * @param unansweredCreateRequestIds the {@code x-request-id}s of creates that placed an order without telling
 */
public record Ledger(Totals totals, List<Entry> orders, List<String> unansweredCreateRequestIds) {

    public Ledger {
        orders = List.copyOf(orders);
        unansweredCreateRequestIds = List.copyOf(unansweredCreateRequestIds);
    }

    /**
     * Sums.
     *
     * @param orders orders ever placed
     * @param liveOrders orders that are pending or active now
     * @param spentIdr charged less refunded
     * @param requests every request to the API, refused ones included
     * @param requests429 requests that were answered with 429, forced ones included
     * @param requests429OverLimit of these the ones that really were too many
     * @param largestSlidingMinute the largest number of requests of one token in any minute of model time, refused ones
     *     included
     */
    public record Totals(
            long orders,
            long liveOrders,
            long chargedIdr,
            long refundedIdr,
            long spentIdr,
            long balanceIdr,
            long requests,
            long requests429,
            long requests429OverLimit,
            int largestSlidingMinute) {}

    /**
     * One order.
     *
     * @param endedAt when it stopped being live; null while it is
     * @param arrivedAt when its code came to the vendor; null while there is none
     * @param codeDelivered whether an answer that reached the customer held the code
     * @param codeDeliveredAt the first time; null while it didn't
     * @param looks how often the customer looked at it
     * @param shortestLookGapSeconds between two looks in a row, in seconds of model time; null before the second look
     * @param texts how many texts were sent to its number from outside
     * @param createAnswered false when the customer was not told of the order
     * @param createRequestId {@code x-request-id} of the create; null when it had none
     * @param cancelRequestIds of the cancels that had one
     */
    public record Entry(
            String orderId,
            int countryId,
            int platformId,
            long priceIdr,
            Instant createdAt,
            Instant expiresAt,
            OrderStatus status,
            @Nullable Instant endedAt,
            long chargedIdr,
            long refundedIdr,
            @Nullable Instant arrivedAt,
            boolean codeDelivered,
            @Nullable Instant codeDeliveredAt,
            int looks,
            @Nullable Double shortestLookGapSeconds,
            int cancelRequests,
            int texts,
            boolean createAnswered,
            @Nullable String createRequestId,
            List<String> cancelRequestIds) {

        public Entry {
            cancelRequestIds = List.copyOf(cancelRequestIds);
        }
    }
}
