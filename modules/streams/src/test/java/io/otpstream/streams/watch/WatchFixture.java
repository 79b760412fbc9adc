package io.otpstream.streams.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.lifecycle.Event;
import io.otpstream.domain.lifecycle.WatchedOrder;
import io.otpstream.streams.replies.Replies;
import io.otpstream.streams.replies.Reply;
import io.otpstream.streams.replies.ReplySink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A watch, an API that tells of orders, and time that goes by when the test says so. */
final class WatchFixture {

    static final int PARTITION = 3;
    static final Duration INTERVAL = Duration.ofSeconds(5);
    static final Duration GAP = Duration.ofSeconds(5);

    private static final Duration STEP = Duration.ofMillis(500);

    final FakeLooks api = new FakeLooks();
    final TogetherWatch watch;
    final OrderWatch.Post post;
    private final Deque<Told> told = new ArrayDeque<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    /** One reply. */
    record Told(int partition, String requestId, Event.Seen seen) {}

    WatchFixture() {
        watch = new TogetherWatch(api, api, new Sink(), this::now, new WatchSettings(INTERVAL, GAP));
        post = watch.post(PARTITION);
    }

    Instant now() {
        return now;
    }

    /** The order is there, and watched as a request's only one. */
    void placed(String requestId, String orderId) {
        api.put(waiting(orderId));
        minds(requestId, orderId);
    }

    void minds(String requestId, String orderId) {
        post.mind(requestId, List.of(new WatchedOrder(orderId, 0, false)));
    }

    void after(Duration time) {
        for (Instant end = now.plus(time); now.isBefore(end); ) {
            now = now.plus(STEP);
            pump();
        }
    }

    /** Does what is due, as the dispatcher does. */
    void pump() {
        for (Instant next = watch.next(); next != null && !next.isAfter(now); next = watch.next()) {
            watch.run(now);
        }
        api.send();
    }

    /** The next reply. */
    Told told() {
        return told.removeFirst();
    }

    /** The next reply, which has to be of that request. */
    Order toldOf(String requestId) {
        Told next = told();
        assertThat(next.requestId()).isEqualTo(requestId);
        assertThat(next.partition()).isEqualTo(PARTITION);
        return next.seen().order();
    }

    void nothingElse() {
        assertThat(told).isEmpty();
    }

    static Order waiting(String orderId) {
        return order(orderId, OrderStatus.WAITING, 0, null);
    }

    static Order text(String orderId, int revision, @Nullable String code) {
        return order(orderId, OrderStatus.TEXT_RECEIVED, revision, code);
    }

    static Order order(String orderId, OrderStatus status, @Nullable Integer revision, @Nullable String code) {
        return new Order(orderId, null, status, code, code, null, null, revision, null);
    }

    private final class Sink implements ReplySink {
        @Override
        public void send(int partition, String requestId, Reply reply) {
            told.add(new Told(partition, requestId, (Event.Seen) Replies.toEvent(reply)));
        }

        @Override
        public boolean isBehind() {
            return false;
        }
    }
}
