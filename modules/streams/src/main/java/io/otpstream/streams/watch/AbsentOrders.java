package io.otpstream.streams.watch;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.streams.watch.LookCalls.Answer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out what became of orders that an answer about all open ones doesn't name: they may have ended in any way. A few
 * are looked at one after the other; for more the newest orders of any state are listed first. What is not found out is
 * absent again the next time. Safe for use by several threads.
 */
final class AbsentOrders {

    private static final int FEW = 3;
    private static final int MOST_PAGES = 5;

    /** At once; others are looked at after the next answer about all. */
    private static final int MOST_SINGLE = 10;

    private final LookCalls looks;

    AbsentOrders(LookCalls looks) {
        this.looks = looks;
    }

    /** Takes what is found out. */
    interface Finder {

        /** As {@link WatchList#seen}. */
        void found(Order order, Instant sentAt, Instant seenAt);

        /** As {@link WatchList#lookedAtAlone}. */
        void lookedAtAlone(String orderId, Instant answeredAt);
    }

    /** @param done run when nothing more is found out this time */
    void resolve(Collection<String> orderIds, Finder finder, Runnable done) {
        Set<String> absent = new LinkedHashSet<>(orderIds);
        if (absent.size() > FEW) {
            list(absent, 0, finder, done);
        } else {
            lookAt(new ArrayDeque<>(absent), finder, done);
        }
    }

    private void list(Set<String> absent, int page, Finder finder, Runnable done) {
        looks.page(page * LookCalls.PAGE).thenAccept(answer -> {
            switch (answer.result()) {
                case ApiResult.Success<List<Order>>(List<Order> orders) -> {
                    orders.stream()
                            .filter(order -> absent.remove(order.orderId()))
                            .forEach(order -> finder.found(order, answer.sentAt(), answer.at()));
                    boolean more = orders.size() >= LookCalls.PAGE && page + 1 < MOST_PAGES;
                    if (more && !absent.isEmpty()) {
                        list(absent, page + 1, finder, done);
                    } else {
                        lookAt(first(absent), finder, done);
                    }
                }
                case ApiResult.Failure<List<Order>> failure -> done.run();
            }
        });
    }

    private static Deque<String> first(Set<String> absent) {
        return new ArrayDeque<>(absent.stream().limit(MOST_SINGLE).toList());
    }

    private void lookAt(Deque<String> absent, Finder finder, Runnable done) {
        String next = absent.poll();
        if (next == null) {
            done.run();
            return;
        }
        looks.missing(next).thenAccept(answer -> {
            told(next, answer, finder);
            lookAt(absent, finder, done);
        });
    }

    /** What a look at one order says of it, if it says anything. */
    static void told(String orderId, Answer<Order> answer, Finder finder) {
        finder.lookedAtAlone(orderId, answer.at());
        switch (answer.result()) {
            case ApiResult.Success<Order>(Order order) -> finder.found(order, answer.sentAt(), answer.at());
            case ApiResult.Failure<Order>(ApiError.OrderNotFound notFound) ->
                finder.found(gone(orderId), answer.sentAt(), answer.at());
            case ApiResult.Failure<Order> failure -> {}
        }
    }

    /** What the API doesn't know brings no code and costs nothing. */
    private static Order gone(String orderId) {
        return new Order(orderId, null, OrderStatus.CANCELLED, null, null, null, null);
    }
}
