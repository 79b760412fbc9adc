package io.otpstream.streams.watch;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.domain.lifecycle.WatchedOrder;
import io.otpstream.streams.calls.Chore;
import io.otpstream.streams.calls.ControlCalls;
import io.otpstream.streams.replies.Replies;
import io.otpstream.streams.replies.ReplySink;
import io.otpstream.streams.watch.LookCalls.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at all orders of the process together while there are any, and hears what the API pushes. Who drives the
 * dispatcher drives this as well.
 */
public final class TogetherWatch implements OrderWatch, Chore {

    private static final int MOST_ORPHANS = 100_000;

    private final LookCalls looks;
    private final AbsentOrders absentOrders;
    private final AbsentOrders.Finder finder = new ListFinder();
    private final Duration lookGap;
    private final ControlCalls calls;
    private final ReplySink replies;
    private final InstantSource clock;

    // Guarded by this; nothing is called with it that could wait for somebody who asks something of this.
    private final WatchList list = new WatchList();
    private final Orphans orphans = new Orphans(MOST_ORPHANS);
    private final LookSchedule schedule;
    private boolean resolving;

    /** Watches nothing yet. */
    public TogetherWatch(
            PublishedApi api, ControlCalls calls, ReplySink replies, InstantSource clock, WatchSettings settings) {
        this.looks = new LookCalls(api, calls, clock, this::isWatched);
        this.absentOrders = new AbsentOrders(looks);
        this.calls = calls;
        this.replies = replies;
        this.clock = clock;
        this.schedule = new LookSchedule(settings);
        this.lookGap = settings.lookGap();
    }

    @Override
    public Post post(int partition) {
        return new TaskPost(partition);
    }

    /** The API has pushed something, to this process or to another one. */
    public void pushed(PushedEvent event) {
        Optional<News> news;
        synchronized (this) {
            if (!list.has(event.orderId())) {
                orphans.add(event, clock.instant());
                return;
            }
            news = list.seen(event.toOrder(), event.receivedAt(), event.receivedAt());
        }
        news.ifPresent(this::tell);
    }

    @Override
    public synchronized @Nullable Instant next() {
        return list.isEmpty() ? null : schedule.next(list::longestUnseen);
    }

    @Override
    public void run(Instant now) {
        switch (take(now)) {
            case LookSchedule.Step.All all -> looks.active().thenAccept(this::activeTold);
            case LookSchedule.Step.One(String orderId) ->
                looks.inTurn(orderId).thenAccept(answer -> oneTold(orderId, answer));
            case LookSchedule.Step.Nothing nothing -> {}
        }
    }

    private synchronized LookSchedule.Step take(Instant now) {
        LookSchedule.Step step =
                list.isEmpty() ? new LookSchedule.Step.Nothing() : schedule.take(list::longestUnseen, now);
        if (step instanceof LookSchedule.Step.One(String orderId)) {
            list.willBeLookedAt(orderId, now);
        }
        return step;
    }

    private void oneTold(String orderId, Answer<Order> answer) {
        AbsentOrders.told(orderId, answer, finder);
        oneAnswered();
        calls.wake();
    }

    private synchronized void oneAnswered() {
        schedule.oneAnswered();
    }

    private void activeTold(Answer<List<Order>> answer) {
        switch (answer.result()) {
            case ApiResult.Success<List<Order>>(List<Order> orders) -> {
                orders.forEach(order -> seen(order, answer.sentAt(), answer.at()));
                resolve(absentFrom(orders, answer.sentAt()));
            }
            case ApiResult.Failure<List<Order>>(ApiError error) -> failed(error, answer.sentAt());
        }
        calls.wake();
    }

    private synchronized void failed(ApiError error, Instant sentAt) {
        schedule.failed(error, sentAt);
    }

    /** Empty as well while those that were absent before are still being looked up. */
    private synchronized List<String> absentFrom(List<Order> orders, Instant sentAt) {
        schedule.succeeded(sentAt);
        List<String> absent = resolving ? List.of() : list.absentFrom(orders, sentAt, clock.instant(), lookGap);
        resolving |= !absent.isEmpty();
        return absent;
    }

    private void resolve(List<String> absent) {
        if (!absent.isEmpty()) {
            absentOrders.resolve(absent, finder, () -> resolved(absent));
        }
    }

    private synchronized void resolved(List<String> orderIds) {
        list.leftOut(orderIds);
        resolving = false;
    }

    private void seen(Order order, Instant sentAt, Instant seenAt) {
        Optional<News> news;
        synchronized (this) {
            news = list.seen(order, sentAt, seenAt);
        }
        news.ifPresent(this::tell);
    }

    private void tell(News news) {
        Sighting sighting = news.sighting();
        replies.send(news.partition(), news.requestId(), Replies.seen(sighting.order(), sighting.seenAt()));
    }

    private void mind(
            Object post, int partition, String requestId, List<WatchedOrder> before, List<WatchedOrder> after) {
        Instant now = clock.instant();
        WatchOwner owner = new WatchOwner(post, partition, requestId);
        List<News> early = new ArrayList<>();
        boolean begins;
        synchronized (this) {
            begins = list.isEmpty() && !after.isEmpty();
            if (begins) {
                schedule.began(now);
            }
            before.stream()
                    .map(WatchedOrder::orderId)
                    .filter(orderId ->
                            after.stream().noneMatch(order -> order.orderId().equals(orderId)))
                    .forEach(orderId -> list.forget(owner, orderId));
            for (WatchedOrder order : after) {
                list.watch(owner, order, now);
                for (PushedEvent event : orphans.take(order.orderId(), now)) {
                    list.seen(event.toOrder(), event.receivedAt(), event.receivedAt())
                            .ifPresent(early::add);
                }
            }
        }
        early.forEach(this::tell);
        if (begins) {
            calls.wake();
        }
    }

    private synchronized boolean isWatched(String orderId) {
        return list.has(orderId);
    }

    private synchronized Optional<Sighting> lastSeen(String orderId) {
        return list.lastSeen(orderId);
    }

    private synchronized void lookedAtAlone(String orderId, Instant answeredAt) {
        list.lookedAtAlone(orderId, answeredAt);
    }

    /** Notes what is found out about single orders. */
    private final class ListFinder implements AbsentOrders.Finder {

        @Override
        public void found(Order order, Instant sentAt, Instant seenAt) {
            seen(order, sentAt, seenAt);
        }

        @Override
        public void lookedAtAlone(String orderId, Instant answeredAt) {
            TogetherWatch.this.lookedAtAlone(orderId, answeredAt);
        }
    }

    /** Belongs to its task's thread. */
    private final class TaskPost implements Post {

        private final int partition;
        private final Map<String, List<WatchedOrder>> minded = new HashMap<>();

        TaskPost(int partition) {
            this.partition = partition;
        }

        @Override
        public void mind(String requestId, List<WatchedOrder> orders) {
            List<WatchedOrder> before = orders.isEmpty() ? minded.remove(requestId) : minded.put(requestId, orders);
            TogetherWatch.this.mind(this, partition, requestId, before == null ? List.of() : before, orders);
        }

        @Override
        public Optional<Sighting> lastSeen(String orderId) {
            return TogetherWatch.this.lastSeen(orderId);
        }

        @Override
        public void close() {
            List.copyOf(minded.keySet()).forEach(requestId -> mind(requestId, List.of()));
        }
    }
}
