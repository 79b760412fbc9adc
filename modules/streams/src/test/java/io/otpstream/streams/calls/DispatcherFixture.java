package io.otpstream.streams.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.lifecycle.Effect;
import io.otpstream.domain.rate.RateBudget;
import io.otpstream.streams.calls.ApiCalls.Addressed;
import io.otpstream.streams.calls.ApiCalls.Admission;
import io.otpstream.streams.calls.ApiCalls.Kind;
import io.otpstream.streams.calls.ApiCalls.Promise;
import io.otpstream.streams.replies.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/**
 * A dispatcher with an API that does what the test says. The clock stands still, so that no promise runs out because a
 * machine is slow; only the permits' own clock runs.
 */
final class DispatcherFixture implements AutoCloseable {

    static final int PARTITION = 3;
    static final Instant SEND_BY = Instant.parse("2026-01-01T00:00:10Z");

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    /** What the tests leave unanswered stays so. */
    private static final Duration CLOSE_WITHIN = Duration.ofMillis(10);

    private static final double SPEED = 1_000;
    private static final Duration WINDOW = Duration.ofSeconds(1);

    final FakeSmsCodeApi api = new FakeSmsCodeApi();
    final RecordedReplies replies = new RecordedReplies();
    final List<GateNews> news = new CopyOnWriteArrayList<>();
    final List<Throwable> deaths = new CopyOnWriteArrayList<>();
    final Dispatcher dispatcher;
    final DispatcherThread thread;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    /** With a permit every millisecond. */
    DispatcherFixture() {
        this(new RateBudget(1_001, WINDOW, SPEED, System.nanoTime()));
    }

    DispatcherFixture(RateBudget budget) {
        dispatcher = new Dispatcher(
                api,
                budget,
                SPEED,
                replies,
                new Clocks(now::get, System::nanoTime),
                RandomGenerator.getDefault(),
                news::add);
        thread = new DispatcherThread(dispatcher, (died, death) -> deaths.add(death));
    }

    /** Starts, and waits until the token was found to be good. */
    DispatcherFixture open() {
        thread.start();
        await().until(() -> news.contains(new GateNews.Opened(OrderGate.Cause.UNCHECKED, false)));
        return this;
    }

    void after(Duration time) {
        now.updateAndGet(was -> was.plus(time));
    }

    /** Waits for a promise. */
    Promise promise(Kind kind) {
        return promise(kind, Duration.ZERO);
    }

    /** Waits for a promise while time goes by. */
    Promise promiseInTime(Kind kind) {
        return promise(kind, Duration.ofSeconds(1));
    }

    private Promise promise(Kind kind, Duration step) {
        return await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(
                        () -> {
                            after(step);
                            return dispatcher.admit(kind) instanceof Admission.Promised(Promise promise)
                                    ? Optional.of(promise)
                                    : Optional.<Promise>empty();
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    boolean admits(Kind kind) {
        return dispatcher.admit(kind) instanceof Admission.Promised;
    }

    /** Sends with a promise of its kind. */
    void send(Effect.Call call) {
        Kind kind =
                switch (call) {
                    case Effect.SendCreate create -> Kind.CREATE;
                    case Effect.SendLook look -> Kind.LOOK;
                    case Effect.SendCancel cancel -> Kind.CANCEL;
                };
        promise(kind).send(addressed(call));
    }

    static Addressed addressed(Effect.Call call) {
        return new Addressed("r1", PARTITION, call);
    }

    static Effect.SendCreate sendCreate(int call) {
        return new Effect.SendCreate(1, call, 6, 1, 3_500, SEND_BY);
    }

    static Effect.SendLook sendLook(int call) {
        return new Effect.SendLook(1, call, "o1");
    }

    static Effect.SendCancel sendCancel(int call) {
        return new Effect.SendCancel(1, call, "o1");
    }

    /** A call that nobody's order waits for. */
    CompletableFuture<ApiResult<Balance>> control(String callId) {
        return dispatcher.control(api -> api.balance(Permit.untimed(callId))).toCompletableFuture();
    }

    /** Waits for that many replies in all. */
    List<Reply> awaitReplies(int count) {
        await().until(() -> replies.sent().size() >= count);
        assertThat(replies.sent()).hasSize(count);
        return replies.sent().stream().map(RecordedReplies.Sent::reply).toList();
    }

    /** Keeps the dispatcher's thread busy until the returned latch is counted down. */
    CountDownLatch occupy() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletionStage<ApiResult<Balance>> answer = dispatcher.control(api -> {
            busy.countDown();
            awaitUninterrupted(release);
            return api.balance(Permit.untimed("occupied"));
        });
        assertThat(answer).isNotNull();
        busy.await();
        return release;
    }

    private static void awaitUninterrupted(CountDownLatch release) {
        try {
            release.await();
        } catch (InterruptedException nobodyInterrupts) {
            throw new AssertionError(nobodyInterrupts);
        }
    }

    @Override
    public void close() {
        close(CLOSE_WITHIN);
    }

    void close(Duration atMost) {
        dispatcher.stop();
        try {
            thread.join();
            dispatcher.close(atMost);
        } catch (InterruptedException nobodyInterrupts) {
            throw new AssertionError(nobodyInterrupts);
        }
    }
}
