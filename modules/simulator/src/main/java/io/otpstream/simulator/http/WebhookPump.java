package io.otpstream.simulator.http;

import io.otpstream.simulator.vendor.VendorDesk;
import io.otpstream.simulator.vendor.Webhooks;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends events when they are due, each on a thread of its own, and never while it holds the desk. What happens at the
 * desk meanwhile is noticed a few milliseconds later.
 */
final class WebhookPump implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookPump.class);
    private static final Duration NOTICED_WITHIN = Duration.ofMillis(5);
    private static final Duration WITHOUT_WEBHOOK = Duration.ofMillis(50);

    private final VendorDesk desk;
    private final WebhookSender sender;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService posts = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService loop = Executors.newVirtualThreadPerTaskExecutor();

    WebhookPump(VendorDesk desk, WebhookSender sender) {
        this.desk = desk;
        this.sender = sender;
    }

    /** Runs from now on until it is closed. */
    void start() {
        loop.execute(this::run);
    }

    @Override
    public void close() {
        closing.countDown();
        // Nobody is left who would hand out a post.
        loop.close();
        posts.shutdownNow();
    }

    private void run() {
        try {
            do {
                desk.ask((vendor, now) -> vendor.webhooks().take(now)).forEach(post -> posts.execute(() -> send(post)));
            } while (!closing.await(pause().toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("the simulator's webhooks have stopped", e);
        }
    }

    private void send(Webhooks.Post post) {
        Optional<Integer> status = sender.send(post.target(), WebhookBody.of(post.event(), desk.clock()));
        desk.tell((vendor, now) -> vendor.webhooks().report(post.deliveryId(), status, now));
    }

    private Duration pause() {
        boolean on = desk.ask((vendor, now) -> vendor.webhooks().isOn());
        if (!on) {
            return WITHOUT_WEBHOOK;
        }
        Optional<Duration> untilNext =
                desk.ask((vendor, now) -> vendor.webhooks().next().map(next -> next.minus(now)));
        return untilNext
                .map(desk.clock()::real)
                .filter(wait -> wait.compareTo(NOTICED_WITHIN) < 0)
                .orElse(NOTICED_WITHIN);
    }
}
