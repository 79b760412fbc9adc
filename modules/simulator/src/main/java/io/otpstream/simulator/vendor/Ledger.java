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
 * @param creates the calls that bought, in the order in which they were applied; only in the published dialect
 */
public record Ledger(
        Totals totals, List<Entry> orders, List<String> unansweredCreateRequestIds, List<CreateEntry> creates) {

    public Ledger {
        orders = List.copyOf(orders);
        unansweredCreateRequestIds = List.copyOf(unansweredCreateRequestIds);
        creates = List.copyOf(creates);
    }

    /**
     * Sums.
     *
     * @param orders orders ever placed
     * @param liveOrders orders whose numbers are rented now
     * @param spentIdr charged less refunded
     * @param requests every request to the API, refused ones included
     * @param requests429 requests that were answered with 429, forced ones included
     * @param requests429OverLimit of these the ones that really were too many
     * @param largestSlidingMinute the largest number of requests of one token in any minute of model time, refused ones
     *     included
     * @param chargedTwice orders beyond the first application of an idempotency key
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
            int largestSlidingMinute,
            long chargedTwice) {}

    /**
     * One order.
     *
     * @param endedAt when it stopped being live; null while it is
     * @param arrivedAt when its first code came to the vendor; null while there is none
     * @param codeDelivered whether something that reached the customer held a code: an answer or a webhook
     * @param codeDeliveredAt the first time; null while it didn't
     * @param looks how often the customer looked at it alone
     * @param shortestLookGapSeconds between two looks in a row, in seconds of model time; null before the second look
     * @param texts how many texts were sent to its number from outside
     * @param createAnswered false when the customer was not told of the order by any answer to its create
     * @param createRequestId {@code x-request-id} of the create; null when it had none
     * @param cancelRequestIds of the cancels that had one
     * @param idempotencyKey of the create; null when it had none
     * @param createIndex which of the orders of its create, from 0
     * @param smsRevision how many texts have arrived
     * @param resends how often the customer had a text sent again
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
            List<String> cancelRequestIds,
            @Nullable String idempotencyKey,
            int createIndex,
            int smsRevision,
            int resends) {

        public Entry {
            cancelRequestIds = List.copyOf(cancelRequestIds);
        }
    }

    /**
     * One create or reactivation that was carried out, whatever came of it.
     *
     * @param call which of the two
     * @param idempotencyKey null when it had none
     * @param requestId the {@code x-request-id} that the customer gave; null when it gave none
     * @param quantity how many numbers were wanted; 0 when the body could not be read
     * @param ordersMade how many were bought
     * @param refused why none was; null otherwise
     * @param replays how often the customer repeated it and was told the first result
     */
    public record CreateEntry(
            ApiCall call,
            @Nullable String idempotencyKey,
            @Nullable String requestId,
            int quantity,
            int ordersMade,
            @Nullable Refusal refused,
            int replays) {}
}
