package io.otpstream.streams.calls;

import static io.otpstream.streams.calls.DispatcherFixture.addressed;
import static io.otpstream.streams.calls.DispatcherFixture.sendCancel;
import static io.otpstream.streams.calls.DispatcherFixture.sendCreate;
import static io.otpstream.streams.calls.DispatcherFixture.sendLook;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.plan.PollStrategy;
import io.otpstream.domain.rate.Demand;
import io.otpstream.streams.calls.ApiCalls.Admission;
import io.otpstream.streams.calls.ApiCalls.Asker;
import io.otpstream.streams.calls.ApiCalls.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a process does with its part of the budget. Pumped by hand, so that time goes by only when a test says so. */
class DispatcherBudgetTest {

    private static final Duration LATENESS = Duration.ofMillis(100);
    private static final Workload WORK = new Workload(2, 1, 0, Instant.parse("2026-01-01T00:00:00Z"));

    private DispatcherFixture fixture = new DispatcherFixture(10, LATENESS);

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void withoutALeaseNothingLeaves() {
        fixture = new DispatcherFixture(LATENESS);
        CompletableFuture<ApiResult<Balance>> control = fixture.control("control");
        for (int second = 0; second < 10; second++) {
            fixture.dispatcher.pump();
            assertThat(later(fixture.ask(CallKind.CANCEL))).isEqualTo(Duration.ofMillis(100));
            fixture.after(Duration.ofSeconds(1));
        }
        assertThat(fixture.api.callIds()).isEmpty();

        fixture.lease(10);
        pumpFor(Duration.ofSeconds(1));
        assertThat(control).isCompleted();
        assertThat(fixture.admits(CallKind.CANCEL)).isTrue();
    }

    @Test
    void othersAreToldOnceThatThereIsSomethingToDo() {
        fixture = new DispatcherFixture(LATENESS);
        Asker task = fixture.dispatcher.asker();
        task.report(Workload.NONE);
        assertThat(fixture.fleet.demandRose).hasValue(0);
        task.report(WORK);
        task.report(WORK);
        assertThat(fixture.fleet.demandRose).hasValue(1);
        assertThat(fixture.dispatcher.demand().isSome()).isTrue();
        task.report(WORK);
        assertThat(fixture.fleet.demandRose).hasValue(1);
    }

    @Test
    void andAgainOnceTheyHeardThatThereIsNothing() {
        fixture = new DispatcherFixture(LATENESS);
        Asker task = fixture.dispatcher.asker();
        task.report(WORK);
        task.close();
        assertThat(fixture.dispatcher.demand()).isEqualTo(Demand.NONE);
        fixture.dispatcher.asker().report(WORK);
        assertThat(fixture.fleet.demandRose).hasValue(2);
    }

    @Test
    void aCallThatNoOrderWaitsForIsDemandToo() {
        fixture = new DispatcherFixture(LATENESS);
        CompletableFuture<ApiResult<Balance>> control = fixture.control("control");
        assertThat(fixture.fleet.demandRose).hasValue(1);
        assertThat(fixture.dispatcher.demand().needed()).isPositive();
        fixture.lease(10);
        pumpFor(Duration.ofSeconds(1));
        assertThat(control).isCompleted();
        assertThat(fixture.dispatcher.demand()).isEqualTo(Demand.NONE);
    }

    @Test
    void nothingLeavesWhileTheClockIsOff() {
        open();
        Promise promise = promise(CallKind.LOOK);
        promise.send(addressed(sendLook(1)));
        fixture.dispatcher.clockIsOff(true);
        pumpFor(Duration.ofMillis(900));
        assertThat(fixture.api.callIds()).containsExactly("balance");
        assertThat(later(fixture.ask(CallKind.CANCEL))).isEqualTo(Duration.ofMillis(100));
        assertThat(fixture.dispatcher.state().clockOff()).isTrue();

        fixture.dispatcher.clockIsOff(false);
        pumpFor(Duration.ofMillis(50));
        assertThat(fixture.api.callIds()).containsExactly("balance", "r1/1/1");
        assertThat(fixture.dispatcher.state().clockOff()).isFalse();
        assertThat(fixture.admits(CallKind.CANCEL)).isTrue();
    }

    @Test
    void aPauseThatAnotherProcessWasToldHoldsHereToo() {
        open();
        Instant until = fixture.time().plusSeconds(10);
        fixture.dispatcher.pauseCalls(until);
        fixture.dispatcher.pauseCalls(until.minusSeconds(5));
        CompletableFuture<ApiResult<Balance>> control = fixture.control("control");
        pumpFor(Duration.ofMillis(9_950));
        assertThat(fixture.api.callIds()).containsExactly("balance");
        assertThat(fixture.dispatcher.state().pausedUntil()).isEqualTo(until);
        assertThat(fixture.fleet.quiet).as("they know it from the other").isEmpty();

        pumpFor(Duration.ofMillis(200));
        assertThat(control).isCompleted();
        assertThat(fixture.dispatcher.state().pausedUntil()).isNull();
    }

    @Test
    void aLowerBidWaitsWhileAHigherOneStands() {
        fixture = new DispatcherFixture(1, LATENESS);
        Asker high = fixture.dispatcher.asker();
        Asker low = fixture.dispatcher.asker();
        assertThat(later(high.ask(look(5)))).isEqualTo(Duration.ofMillis(500));
        fixture.after(Duration.ofMillis(550));
        assertThat(later(low.ask(look(3)))).isEqualTo(Duration.ofMillis(10));
        assertThat(high.ask(look(5))).isInstanceOf(Admission.Promised.class);
    }

    @Test
    void aBidOfOneThatDoesNotComeBackLapses() {
        fixture = new DispatcherFixture(1, LATENESS);
        later(fixture.dispatcher.asker().ask(look(5)));
        fixture.after(Duration.ofMillis(601));
        assertThat(fixture.dispatcher.asker().ask(look(3))).isInstanceOf(Admission.Promised.class);
    }

    @Test
    void whoRestsOrEndsHoldsNobodyUp() {
        fixture = new DispatcherFixture(1, LATENESS);
        Asker resting = fixture.dispatcher.asker();
        Asker ended = fixture.dispatcher.asker();
        later(resting.ask(look(5)));
        later(ended.ask(look(5)));
        fixture.after(Duration.ofMillis(550));
        Asker low = fixture.dispatcher.asker();
        resting.rest();
        later(low.ask(look(3)));
        ended.close();
        assertThat(low.ask(look(3))).isInstanceOf(Admission.Promised.class);
    }

    @Test
    void anOrderThatMustNotBePlacedKeepsNoPermitFromALook() {
        fixture = new DispatcherFixture(PollStrategy.ADAPTIVE, LATENESS);
        fixture.lease(10);
        Asker creator = fixture.dispatcher.asker();
        later(creator.ask(DispatcherFixture.bid(CallKind.CREATE)));
        assertThat(fixture.admits(CallKind.LOOK)).as("the token is not checked").isTrue();

        open();
        fixture.replies.behind(true);
        later(creator.ask(DispatcherFixture.bid(CallKind.CREATE)));
        assertThat(fixture.admits(CallKind.LOOK)).as("replies are behind").isTrue();

        fixture.replies.behind(false);
        fixture.after(Duration.ofSeconds(1));
        assertThat(creator.ask(DispatcherFixture.bid(CallKind.CREATE))).isInstanceOf(Admission.Promised.class);
    }

    @Test
    void whatPermitsWereUsedForIsTold() {
        open();
        promise(CallKind.CREATE).send(addressed(sendCreate(1)));
        pumpFor(Duration.ofMillis(300));
        fixture.api.looks.fail(new ApiError.RateLimited(Duration.ofMillis(1)));
        promise(CallKind.LOOK).send(addressed(sendLook(2)));
        pumpFor(Duration.ofMillis(300));
        promise(CallKind.CANCEL).send(addressed(sendCancel(3)));
        pumpFor(Duration.ofMillis(300));

        assertThat(fixture.fleet.sent)
                .containsExactly(CallKind.CONTROL, CallKind.CREATE, CallKind.LOOK, CallKind.CANCEL);
        assertThat(fixture.fleet.rateLimited).hasValue(1);
        assertThat(fixture.dispatcher.state().sent())
                .isEqualTo(Map.of(CallKind.CONTROL, 1, CallKind.CREATE, 1, CallKind.LOOK, 1, CallKind.CANCEL, 1));
        assertThat(fixture.dispatcher.state().rateLimited()).isEqualTo(1);

        fixture.after(Duration.ofSeconds(60));
        assertThat(fixture.dispatcher.state().sent()).as("of the last minute").isEmpty();
        assertThat(fixture.dispatcher.requests()).as("in all").isEqualTo(4);
    }

    @Test
    void theStateShowsShareWorkAndWhatWasDropped() {
        Asker first = fixture.dispatcher.asker();
        first.report(WORK);
        fixture.dispatcher.asker().report(new Workload(5, 0, 3, null));
        BudgetState state = fixture.dispatcher.state();
        assertThat(state.share()).isEqualTo(10);
        assertThat(state.tasks()).isEqualTo(2);
        assertThat(state.workload()).isEqualTo(new Workload(7, 1, 3, WORK.oldest()));
        assertThat(state.dropped()).isZero();
        assertThat(state.createFraction()).isBetween(0.02, 0.5);

        first.close();
        open();
        fixture.after(Duration.ofSeconds(2));
        assertThat(fixture.admits(CallKind.LOOK)).isTrue();
        state = fixture.dispatcher.state();
        assertThat(state.tasks()).isEqualTo(1);
        assertThat(state.dropped()).isBetween(15L, 20L);
    }

    /** Until the token is found to be good. */
    private void open() {
        pumpFor(Duration.ofMillis(200));
        assertThat(fixture.api.callIds()).containsExactly("balance");
    }

    private void pumpFor(Duration time) {
        for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plusMillis(50)) {
            fixture.after(Duration.ofMillis(50));
            fixture.dispatcher.pump();
        }
    }

    private Promise promise(CallKind kind) {
        Admission admission = fixture.ask(kind);
        assertThat(admission).isInstanceOf(Admission.Promised.class);
        return ((Admission.Promised) admission).promise();
    }

    private static Bid look(double worth) {
        return new Bid.Look(worth, 0, 0);
    }

    private static Duration later(Admission admission) {
        assertThat(admission).isInstanceOf(Admission.Later.class);
        return ((Admission.Later) admission).askAgain();
    }
}
