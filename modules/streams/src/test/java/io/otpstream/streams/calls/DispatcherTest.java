package io.otpstream.streams.calls;

import static io.otpstream.streams.calls.DispatcherFixture.addressed;
import static io.otpstream.streams.calls.DispatcherFixture.sendCancel;
import static io.otpstream.streams.calls.DispatcherFixture.sendCreate;
import static io.otpstream.streams.calls.DispatcherFixture.sendLook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.lifecycle.Effect;
import io.otpstream.streams.calls.ApiCalls.Admission;
import io.otpstream.streams.calls.ApiCalls.Promise;
import io.otpstream.streams.calls.FakeSmsCodeApi.Asked;
import io.otpstream.streams.calls.OrderGate.Cause;
import io.otpstream.streams.replies.Reply;
import io.otpstream.streams.replies.Reply.ErrorKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What leaves for the API, when, and what becomes of what doesn't. */
class DispatcherTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private DispatcherFixture fixture = new DispatcherFixture();

    @AfterEach
    void stop() {
        fixture.close();
        assertThat(fixture.deaths).isEmpty();
    }

    @Test
    void checksTheTokenBeforeAnythingElse() {
        assertThat(fixture.admits(CallKind.CREATE)).isFalse();
        fixture.open();
        assertThat(fixture.api.callIds()).containsExactly("balance");
        fixture.send(sendCreate(1));
        fixture.awaitReplies(1);
        assertThat(fixture.api.callIds()).containsExactly("balance", "r1/1/1");
        assertThat(fixture.dispatcher.requests()).isEqualTo(2);
    }

    @Test
    void answersGoToThePartitionOfTheTask() {
        fixture.open();
        fixture.send(sendCreate(1));
        fixture.send(sendLook(2));
        fixture.send(sendCancel(3));
        assertThat(fixture.awaitReplies(3))
                .extracting(Reply::kind)
                .containsExactlyInAnyOrder(Reply.Kind.CREATE, Reply.Kind.LOOK, Reply.Kind.CANCEL);
        assertThat(fixture.replies.sent()).allSatisfy(sent -> {
            assertThat(sent.partition()).isEqualTo(DispatcherFixture.PARTITION);
            assertThat(sent.requestId()).isEqualTo("r1");
        });
    }

    @Test
    void controlGoesFirstThenWhoWasPromisedFirst() throws InterruptedException {
        fixture.open();
        Promise forLook = fixture.promise(CallKind.LOOK);
        Promise forCreate = fixture.promise(CallKind.CREATE);
        Promise forCancel = fixture.promise(CallKind.CANCEL);
        CountDownLatch release = fixture.occupy();
        forLook.send(addressed(sendLook(1)));
        forCreate.send(addressed(sendCreate(2)));
        forCancel.send(addressed(sendCancel(3)));
        CompletableFuture<ApiResult<Balance>> control = fixture.control("control");
        release.countDown();

        fixture.awaitReplies(3);

        assertThat(control).isCompleted();
        assertThat(fixture.api.callIds())
                .containsExactly("balance", "occupied", "control", "r1/1/1", "r1/1/2", "r1/1/3");
    }

    @Test
    void promisesReachAsFarAsTheNextPermits() {
        // Not started: a permit every 200 ms, of which nobody takes any.
        replaceBy(new DispatcherFixture(5, Duration.ZERO));
        List<Promise> promises = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            promises.add(fixture.promise(CallKind.LOOK));
        }
        assertThat(fixture.ask(CallKind.LOOK))
                .isInstanceOfSatisfying(
                        Admission.Later.class,
                        later -> assertThat(later.askAgain()).isPositive().isLessThan(Duration.ofMillis(200)));

        promises.removeFirst().giveBack();
        promises.add(fixture.promise(CallKind.CANCEL));
        assertThat(fixture.admits(CallKind.LOOK)).isFalse();

        promises.removeFirst().send(addressed(sendLook(1)));
        assertThat(fixture.admits(CallKind.LOOK))
                .as("the call waits for that permit")
                .isFalse();
    }

    @Test
    void aCallThatWasAnsweredLeavesRoomForTheNext() {
        // Promises reach 100 permits far.
        replaceBy(new DispatcherFixture(200, Duration.ofMillis(10)).inRealTime());
        fixture.open();
        for (int call = 1; call <= 100; call++) {
            fixture.send(sendLook(call));
            fixture.promise(CallKind.CANCEL).giveBack();
        }
        fixture.awaitReplies(100);
        for (int call = 101; call <= 200; call++) {
            fixture.send(sendLook(call));
        }
        fixture.awaitReplies(200);
    }

    @Test
    void newOrdersLeaveRoomForTheOthers() {
        replaceBy(new DispatcherFixture(10, Duration.ofMillis(10)).inRealTime());
        fixture.open();
        for (int creates = 0; fixture.admits(CallKind.CREATE); creates++) {
            assertThat(creates).isLessThan(5);
        }
        assertThat(fixture.admits(CallKind.LOOK)).isTrue();
    }

    @Test
    void noOrderIsAdmittedWhileTheTokenIsRejected() {
        fixture.api.balances.fail(new ApiError.Unauthorized());
        fixture.thread.start();
        await().until(() -> fixture.news.contains(new GateNews.Closed(Cause.TOKEN_REJECTED, 0)));
        assertThat(fixture.admits(CallKind.CREATE)).isFalse();
        assertThat(fixture.admits(CallKind.LOOK)).isTrue();
        assertThat(fixture.admits(CallKind.CANCEL)).isTrue();

        fixture.api.balances.succeed(new Balance("IDR", 1));
        fixture.promiseInTime(CallKind.CREATE).giveBack();
        assertThat(fixture.news).contains(new GateNews.Opened(Cause.TOKEN_REJECTED, false));
    }

    @Test
    void anEmptyBalanceHoldsOrdersBackUntilItCoversThem() {
        fixture.open();
        fixture.api.balances.succeed(new Balance("IDR", 100));
        fixture.api.creates.fail(new ApiError.InsufficientBalance());
        fixture.send(sendCreate(1));
        assertThat(error(fixture.awaitReplies(1).getFirst())).isEqualTo(ErrorKind.INSUFFICIENT_BALANCE);
        assertThat(fixture.admits(CallKind.CREATE)).isFalse();
        assertThat(fixture.news).contains(new GateNews.Closed(Cause.NO_BALANCE, 3_500));

        int before = balanceChecks();
        fixture.after(Duration.ofSeconds(1));
        await().until(() -> !fixture.admits(CallKind.CREATE) && balanceChecks() > before);
        fixture.api.balances.succeed(new Balance("IDR", 3_500));
        fixture.promiseInTime(CallKind.CREATE).giveBack();
    }

    @ParameterizedTest
    @EnumSource(value = CallKind.class, mode = EnumSource.Mode.EXCLUDE, names = "CONTROL")
    void whatIsLateIsAnsweredAsNotSentAndNeverSent(CallKind kind) {
        fixture.open();
        Promise promise = fixture.promise(kind);
        fixture.after(Duration.ofMillis(1_001));
        promise.send(addressed(
                switch (kind) {
                    case CREATE -> sendCreate(1);
                    case LOOK -> sendLook(1);
                    case CANCEL -> sendCancel(1);
                    case FINISH -> new Effect.SendFinish(1, 1, "o1");
                    case RESEND -> new Effect.SendResend(1, 1, "o1");
                    case CONTROL -> throw new AssertionError("nobody asks for control calls");
                }));

        Reply reply = fixture.awaitReplies(1).getFirst();

        assertThat(reply.kind().name()).isEqualTo(kind.name());
        assertThat(error(reply)).isEqualTo(ErrorKind.NOT_SENT);
        fixture.send(sendLook(2));
        fixture.awaitReplies(2);
        assertThat(fixture.api.callIds()).containsExactly("balance", "r1/1/2");
    }

    @Test
    void whatIsNotLateYetIsSent() {
        fixture.open();
        Promise promise = fixture.promise(CallKind.LOOK);
        fixture.after(Duration.ofSeconds(1));
        promise.send(addressed(sendLook(1)));
        assertThat(fixture.awaitReplies(1).getFirst().error()).isNull();
    }

    @Test
    void nothingIsPaidForWhileRepliesAreBehind() {
        fixture.open();
        Promise promise = fixture.promise(CallKind.CREATE);
        fixture.replies.behind(true);
        assertThat(fixture.admits(CallKind.CREATE)).isFalse();
        promise.send(addressed(sendCreate(1)));
        fixture.send(sendLook(2));
        fixture.send(sendCancel(3));
        fixture.awaitReplies(2);
        // The create came before the look and would have left before it.
        assertThat(fixture.api.callIds()).containsExactlyInAnyOrder("balance", "r1/1/2", "r1/1/3");

        fixture.replies.behind(false);
        assertThat(fixture.awaitReplies(3).getLast().kind()).isEqualTo(Reply.Kind.CREATE);
    }

    @Test
    void a429PausesEverything() {
        fixture.open();
        Promise forCancel = fixture.promise(CallKind.CANCEL);
        fixture.api.looks.fail(new ApiError.RateLimited(HOUR));
        fixture.send(sendLook(1));
        assertThat(error(fixture.awaitReplies(1).getFirst())).isEqualTo(ErrorKind.RATE_LIMITED);
        assertThat(fixture.dispatcher.rateLimited()).isEqualTo(1);
        assertThat(fixture.fleet.quiet).as("the others are told").hasSize(1);

        for (CallKind kind : List.of(CallKind.CREATE, CallKind.LOOK, CallKind.CANCEL)) {
            assertThat(fixture.ask(kind))
                    .isInstanceOfSatisfying(Admission.Later.class, later -> assertThat(later.askAgain())
                            .isBetween(Duration.ofMillis(1), Duration.ofSeconds(5)));
        }
        forCancel.send(addressed(sendCancel(2)));
        CompletableFuture<ApiResult<Balance>> control = fixture.control("control");
        fixture.close();
        assertThat(control).isCompletedWithValueMatching(DispatcherTest::isNotSent);
        assertThat(error(fixture.awaitReplies(2).getLast())).isEqualTo(ErrorKind.NOT_SENT);
        assertThat(fixture.api.callIds()).containsExactly("balance", "r1/1/1");
    }

    @Test
    void afterThePauseItGoesOn() {
        replaceBy(new DispatcherFixture(1_000, Duration.ofSeconds(1)).inRealTime());
        fixture.open();
        fixture.api.looks.fail(new ApiError.RateLimited(null));
        fixture.send(sendLook(1));
        fixture.send(sendLook(2));
        fixture.awaitReplies(2);
        fixture.api.looks.fail(new ApiError.OrderNotFound());
        fixture.send(sendLook(3));
        assertThat(fixture.awaitReplies(3))
                .extracting(DispatcherTest::error)
                .containsExactly(ErrorKind.RATE_LIMITED, ErrorKind.RATE_LIMITED, ErrorKind.ORDER_NOT_FOUND);
        assertThat(fixture.dispatcher.rateLimited()).isEqualTo(2);
    }

    @Test
    void closingAnswersWhatWaitsAsNotSent() {
        fixture.open();
        Promise forCreate = fixture.promise(CallKind.CREATE);
        Promise forLook = fixture.promise(CallKind.LOOK);
        Promise forLater = fixture.promise(CallKind.CANCEL);
        fixture.api.looks.fail(new ApiError.RateLimited(HOUR));
        fixture.send(sendLook(1));
        fixture.awaitReplies(1);
        forCreate.send(addressed(sendCreate(2)));
        forLook.send(addressed(sendLook(3)));
        CompletableFuture<ApiResult<Balance>> control = fixture.control("control");

        fixture.close();

        assertThat(fixture.awaitReplies(3).subList(1, 3))
                .extracting(DispatcherTest::error)
                .containsExactly(ErrorKind.NOT_SENT, ErrorKind.NOT_SENT);
        assertThat(control).isCompletedWithValueMatching(DispatcherTest::isNotSent);

        forLater.send(addressed(sendCancel(4)));
        assertThat(error(fixture.awaitReplies(4).getLast())).isEqualTo(ErrorKind.NOT_SENT);
        assertThat(fixture.control("too late")).isCompletedWithValueMatching(DispatcherTest::isNotSent);
        assertThat(fixture.api.callIds()).containsExactly("balance", "r1/1/1");
    }

    @Test
    void neverTakesMorePermitsThanTheBudgetHas() throws InterruptedException {
        long interval = Duration.ofMillis(5).toNanos();
        long start = System.nanoTime();
        replaceBy(new DispatcherFixture(200, Duration.ofMillis(4)).inRealTime());
        fixture.open();
        List<Thread> tasks = new ArrayList<>();
        for (int task = 0; task < 4; task++) {
            int first = task * 15;
            tasks.add(Thread.ofVirtual().start(() -> {
                for (int call = first; call < first + 15; call++) {
                    fixture.send(sendLook(call));
                }
            }));
        }
        for (Thread task : tasks) {
            task.join();
        }
        fixture.awaitReplies(60);
        List<Asked> asked = fixture.api.asked();
        assertThat(asked).hasSize(61);
        for (int i = 0; i < asked.size(); i++) {
            assertThat(asked.get(i).atNanos() - start).as("request %d", i).isGreaterThanOrEqualTo(i * interval);
        }
    }

    @Test
    void anApiThatBreaksItsPromisesEndsTheThread() {
        fixture.open();
        RuntimeException broken = new IllegalStateException("threw instead of answering");
        CompletableFuture<ApiResult<Balance>> answer = fixture.dispatcher
                .<Balance>control(api -> {
                    throw broken;
                })
                .toCompletableFuture();
        await().until(() -> fixture.deaths.contains(broken));
        fixture.deaths.clear();
        assertThat(answer).isNotCompleted();

        Promise promise = fixture.promise(CallKind.LOOK);
        promise.send(addressed(sendLook(1)));
        fixture.close();
        assertThat(error(fixture.awaitReplies(1).getFirst())).isEqualTo(ErrorKind.NOT_SENT);
    }

    @Test
    void closingWaitsForAnswersThatAreOnTheirWay() {
        fixture.open();
        fixture.api.creates.holdBack();
        fixture.send(sendCreate(1));
        await().until(() -> fixture.api.callIds().contains("r1/1/1"));

        CompletableFuture<Void> closing = CompletableFuture.runAsync(() -> fixture.close(HOUR));
        await().until(() -> !fixture.admits(CallKind.LOOK));
        assertThat(closing).isNotDone();
        fixture.api.creates.answer(new Order("o1", "+6281", OrderStatus.WAITING, null, null, null, null));

        assertThat(closing).succeedsWithin(Duration.ofSeconds(30));
        assertThat(fixture.awaitReplies(1).getFirst().order()).isNotNull();
    }

    @Test
    void aPauseOfAnotherProcessStopsOrdersUntilACheckOfOurOwn() {
        fixture.open();
        fixture.dispatcher.pauseOrders(Cause.API_DOWN, 0);

        assertThat(fixture.admits(CallKind.CREATE)).isFalse();
        assertThat(fixture.admits(CallKind.LOOK)).isTrue();
        assertThat(fixture.news).last().isEqualTo(new GateNews.ClosedElsewhere(Cause.API_DOWN));
        fixture.promiseInTime(CallKind.CREATE);
        assertThat(fixture.news).last().isEqualTo(new GateNews.Opened(Cause.API_DOWN, true));
    }

    private void replaceBy(DispatcherFixture other) {
        fixture.close();
        fixture = other;
    }

    private int balanceChecks() {
        return (int) fixture.api.callIds().stream().filter("balance"::equals).count();
    }

    private static ErrorKind error(Reply reply) {
        return Objects.requireNonNull(reply.error(), "the call succeeded").kind();
    }

    private static boolean isNotSent(ApiResult<Balance> result) {
        return result instanceof ApiResult.Failure<Balance>(ApiError.NotSent notSent);
    }
}
