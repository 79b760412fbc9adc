package io.otpstream.streams.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.lifecycle.Effect;
import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.plan.Lane;
import io.otpstream.domain.plan.PollStrategy;
import io.otpstream.domain.plan.TenantRules;
import io.otpstream.domain.rate.BudgetRules;
import io.otpstream.domain.rate.Lease;
import io.otpstream.streams.calls.ApiCalls.Addressed;
import io.otpstream.streams.calls.ApiCalls.Admission;
import io.otpstream.streams.calls.ApiCalls.Promise;
import io.otpstream.streams.replies.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A dispatcher with an API that does what the test says. The clock stands still, so that no promise runs out because a
 * machine is slow.
 */
final class DispatcherFixture implements AutoCloseable {

    static final int PARTITION = 3;
    static final Instant SEND_BY = Instant.parse("2026-01-01T00:00:10Z");

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    /** What the tests leave unanswered stays so. */
    private static final Duration CLOSE_WITHIN = Duration.ofMillis(10);

    static final Duration BALANCE_INTERVAL = Duration.ofSeconds(60);

    private static final double SPEED = 1_000;
    private static final String SELF = "self";

    private static final Duration LATENESS = Duration.ofSeconds(1);
    private static final Duration SLOT = Duration.ofSeconds(1);
    private static final int SLOTS = 10_000;

    final FakeSmsCodeApi api = new FakeSmsCodeApi();
    final RecordedReplies replies = new RecordedReplies();
    final List<GateNews> news = new CopyOnWriteArrayList<>();
    final List<Throwable> deaths = new CopyOnWriteArrayList<>();
    final RecordedSignals fleet = new RecordedSignals();
    final Dispatcher dispatcher;
    final DispatcherThread thread;

    private final BudgetRules rules;
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicLong origin = new AtomicLong();

    /** With a thousand permits that are there, whatever the clock does. */
    DispatcherFixture() {
        this(1_000, LATENESS);
        after(LATENESS);
    }

    /**
     * One that isn't started.
     *
     * @param permitsPerSecond due as time goes by
     * @param lateness how long they can be used
     */
    DispatcherFixture(double permitsPerSecond, Duration lateness) {
        this(lateness);
        lease(permitsPerSecond);
    }

    /** One that isn't started, and has no lease. */
    DispatcherFixture(Duration lateness) {
        this(PollStrategy.FIXED, lateness);
    }

    /** The same with a strategy. */
    DispatcherFixture(PollStrategy strategy, Duration lateness) {
        this(null, strategy, lateness);
    }

    /** With a thousand permits that are there, whatever the clock does, and another API. */
    static DispatcherFixture of(FakePublishedApi published) {
        DispatcherFixture fixture = new DispatcherFixture(published, PollStrategy.FIXED, LATENESS);
        fixture.lease(1_000);
        fixture.after(LATENESS);
        return fixture;
    }

    private DispatcherFixture(@Nullable FakePublishedApi published, PollStrategy strategy, Duration lateness) {
        rules = new BudgetRules(300, Duration.ofSeconds(60), lateness.multipliedBy(2), SLOT, SLOT, SLOT);
        Budgeting budgeting = new Budgeting(
                rules, strategy, Duration.ofSeconds(4), TenantRules.EQUAL, Duration.ofSeconds(5), BALANCE_INTERVAL);
        dispatcher = new Dispatcher(
                published == null ? api : published,
                budgeting,
                SPEED,
                replies,
                new Clocks(this::time, System::nanoTime),
                RandomGenerator.getDefault(),
                news::add,
                new LimitReporter(alert -> {}, 300, Duration.ofSeconds(60)),
                fleet,
                fleet);
        thread = new DispatcherThread(dispatcher, (died, death) -> deaths.add(death));
    }

    /** From the slot that is on to beyond the end of the test. */
    void lease(double permitsPerSecond) {
        long slot = rules.slotAt(time());
        for (long each = slot; each < slot + SLOTS; each++) {
            dispatcher.lease(new Lease(each, Map.of(SELF, permitsPerSecond, "another", 1.0)), SELF);
        }
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

    /** Time goes by as it does, and not only when a test says so. */
    DispatcherFixture inRealTime() {
        long begin = System.nanoTime();
        running.set(true);
        origin.set(begin);
        return this;
    }

    Instant time() {
        return running.get() ? now.get().plusNanos(System.nanoTime() - origin.get()) : now.get();
    }

    /** Waits for a promise. */
    Promise promise(CallKind kind) {
        return promise(kind, Duration.ZERO);
    }

    /** Waits for a promise while time goes by. */
    Promise promiseInTime(CallKind kind) {
        return promise(kind, Duration.ofSeconds(1));
    }

    private Promise promise(CallKind kind, Duration step) {
        return await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(
                        () -> {
                            after(step);
                            return ask(kind) instanceof Admission.Promised(Promise promise)
                                    ? Optional.of(promise)
                                    : Optional.<Promise>empty();
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    boolean admits(CallKind kind) {
        return ask(kind) instanceof Admission.Promised;
    }

    /** Asks once, and leaves no bid behind. */
    Admission ask(CallKind kind) {
        ApiCalls.Asker asker = dispatcher.asker();
        Admission admission = asker.ask(bid(kind));
        asker.rest();
        return admission;
    }

    static Bid bid(CallKind kind) {
        return switch (kind) {
            case CREATE -> new Bid.Create(new Lane(Priority.INTERACTIVE, ""), Instant.EPOCH);
            case LOOK -> new Bid.Look(1, 0, 0);
            case CANCEL -> Bid.Cancel.ofNoUse();
            case FINISH -> new Bid.Finish(Instant.EPOCH);
            case RESEND -> new Bid.Conclude();
            case CONTROL -> throw new IllegalArgumentException("nobody asks for control calls");
        };
    }

    /** Sends with a promise of its kind. */
    void send(Effect.Call call) {
        CallKind kind =
                switch (call) {
                    case Effect.SendCreate create -> CallKind.CREATE;
                    case Effect.SendLook look -> CallKind.LOOK;
                    case Effect.SendCancel cancel -> CallKind.CANCEL;
                    case Effect.SendFinish finish -> CallKind.FINISH;
                    case Effect.SendResend resend -> CallKind.RESEND;
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
