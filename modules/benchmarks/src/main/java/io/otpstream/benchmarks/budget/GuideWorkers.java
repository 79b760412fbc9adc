package io.otpstream.benchmarks.budget;

import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The client that the vendor's guide describes: workers that each order a number, look every 5 s, take the code, or
 * cancel after 90 s, and begin anew.
 */
public final class GuideWorkers {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final int MOST_LOOKS = 18;
    private static final Duration AFTER_NO_ORDER = Duration.ofSeconds(30);

    private final GuideApi api;
    private final Timetable timetable;
    private final GuideCalls calls;
    private final Consumer<Optional<String>> onEnd;

    private GuideWorkers(GuideApi api, Timetable timetable, GuideCalls calls, Consumer<Optional<String>> onEnd) {
        this.api = api;
        this.timetable = timetable;
        this.calls = calls;
        this.onEnd = onEnd;
    }

    /**
     * Sets all workers to work, for ever.
     *
     * @param api stays the caller's
     * @param onEnd told of every order that came to its end: its id if it brought a code, else nothing
     */
    public static void start(
            GuideVariant variant, GuideApi api, Timetable timetable, Consumer<Optional<String>> onEnd) {
        GuideWorkers workers = new GuideWorkers(api, timetable, new GuideCalls(timetable, variant.pacing()), onEnd);
        for (int i = 0; i < variant.workers(); i++) {
            workers.order();
        }
    }

    private void order() {
        calls.call(permit -> api.createOrder(BudgetTerms.COUNTRY_ID, BudgetTerms.PLATFORM_ID, permit), this::ordered);
    }

    private void ordered(ApiResult<Order> result) {
        switch (result) {
            case ApiResult.Success<Order>(Order order) -> new Watch(order.orderId()).lookLater();
            // No order, so no verification: the guide has nothing to say about this but that it is over.
            case ApiResult.Failure<Order> failure -> timetable.after(AFTER_NO_ORDER, this::order);
        }
    }

    private void end(Optional<String> orderOfCode) {
        onEnd.accept(orderOfCode);
        order();
    }

    /** Of one order. */
    private final class Watch {

        private final String orderId;
        private final long sinceNanos = timetable.nanos();
        private int looks;

        Watch(String orderId) {
            this.orderId = orderId;
        }

        void lookLater() {
            timetable.after(BETWEEN_LOOKS, this::look);
        }

        private void look() {
            looks++;
            calls.call(permit -> api.order(orderId, permit), this::looked);
        }

        private void looked(ApiResult<Order> result) {
            OrderStatus status =
                    result instanceof ApiResult.Success<Order>(Order order) ? order.status() : OrderStatus.WAITING;
            switch (status) {
                case COMPLETED, TEXT_RECEIVED -> end(Optional.of(orderId));
                case EXPIRED, CANCELLED -> end(Optional.empty());
                case WAITING -> {
                    if (looks == MOST_LOOKS || isOver()) {
                        cancel();
                    } else {
                        lookLater();
                    }
                }
            }
        }

        private boolean isOver() {
            return timetable.nanos() - sinceNanos >= BudgetTerms.PATIENCE.toNanos();
        }

        /** Whatever comes of it, the guide's client is through with this order. */
        private void cancel() {
            calls.call(permit -> api.cancelOrder(orderId, permit), result -> end(Optional.empty()));
        }
    }
}
