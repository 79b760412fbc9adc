package io.otpstream.streams.watch;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.streams.calls.ControlCalls;
import io.otpstream.streams.calls.ControlCalls.Purpose;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;

/** The calls that tell how orders stand, each as soon as there is a permit for it. Safe for use by several threads. */
final class LookCalls {

    /** As many orders as the API lists at once. */
    static final int PAGE = 100;

    private final PublishedApi api;
    private final ControlCalls calls;
    private final InstantSource clock;
    private final Predicate<String> watched;

    /** @param watched whether an order is still watched here; if not, its next owner decides when to look at it */
    LookCalls(PublishedApi api, ControlCalls calls, InstantSource clock, Predicate<String> watched) {
        this.api = api;
        this.calls = calls;
        this.clock = clock;
        this.watched = watched;
    }

    /**
     * An answer.
     *
     * @param sentAt when the question left, or when it was known that it wouldn't
     * @param at when the answer was there
     */
    record Answer<T>(ApiResult<T> result, Instant sentAt, Instant at) {}

    /** All orders that are not over. */
    CompletionStage<Answer<List<Order>>> active() {
        return timed(Purpose.LOOK_AT_ALL, permit -> api.activeOrders(permit), "orders/active");
    }

    /** A page of all orders, newest first. */
    CompletionStage<Answer<List<Order>>> page(int offset) {
        return timed(Purpose.LOOK_AT_ALL, permit -> api.orders(PAGE, offset, permit), "orders/from/" + offset);
    }

    /** One order that others wait for, since it was missing. */
    CompletionStage<Answer<Order>> missing(String orderId) {
        return timed(Purpose.LOOK_AT_ALL, permit -> one(orderId, permit), "orders/" + orderId);
    }

    /** One order when its turn has come. */
    CompletionStage<Answer<Order>> inTurn(String orderId) {
        return timed(Purpose.LOOK, permit -> one(orderId, permit), "orders/" + orderId);
    }

    /** There may have been a while until the permit came. */
    private CompletionStage<ApiResult<Order>> one(String orderId, Permit permit) {
        return watched.test(orderId)
                ? api.order(orderId, permit)
                : CompletableFuture.completedFuture(
                        new ApiResult.Failure<>(new ApiError.NotSent("the order is not watched here any more")));
    }

    private <T> CompletionStage<Answer<T>> timed(
            Purpose purpose, Function<Permit, CompletionStage<ApiResult<T>>> call, String callId) {
        AtomicReference<Instant> sentAt = new AtomicReference<>(clock.instant());
        return calls.call(purpose, any -> {
                    sentAt.set(clock.instant());
                    return call.apply(Permit.untimed(callId));
                })
                .thenApply(result -> new Answer<>(result, sentAt.get(), clock.instant()));
    }
}
