package io.otpstream.streams.calls;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.Purchased;
import io.otpstream.domain.api.SmsCodeApi;
import io.otpstream.domain.purchase.Purchase;
import io.otpstream.streams.calls.ApiCalls.Sending;
import io.otpstream.streams.replies.PurchaseReplies;
import io.otpstream.streams.replies.ReplySink;
import java.time.Instant;
import java.time.InstantSource;

/** One sending of a purchase; its answer becomes one reply for all members. */
record PurchaseJob(
        Sending sending,
        Instant since,
        Instant sendBy,
        SmsCodeApi api,
        ReplySink replies,
        InstantSource clock,
        Dispatcher dispatcher)
        implements Job {

    @Override
    public CallKind kind() {
        return CallKind.CREATE;
    }

    @Override
    public void send() {
        Purchase purchase = sending.purchase();
        Permit permit = new Permit(sending.callId(), sendBy);
        Instant sentAt = clock.instant();
        dispatcher.answers(
                api.published().createOrders(purchase.key(), purchase.body().bytes(), permit), result -> {
                    // For that much there is an order, be it one alone: the next purchase is a smaller one.
                    dispatcher.learnFromCreate(purchase.highestPriceIdr(), result);
                    reply(result, sentAt);
                });
    }

    @Override
    public void expire() {
        ApiError.NotSent error = new ApiError.NotSent("no permit within the promised time");
        reply(new ApiResult.Failure<>(error), clock.instant());
    }

    private void reply(ApiResult<Purchased> result, Instant at) {
        Purchase purchase = sending.purchase();
        replies.send(sending.partition(), purchase.key(), PurchaseReplies.of(purchase, result, at));
    }
}
