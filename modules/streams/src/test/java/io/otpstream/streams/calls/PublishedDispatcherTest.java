package io.otpstream.streams.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the published contract's answers mean for the calls that follow. Driven by hand, with permits to spare. */
class PublishedDispatcherTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Bid CREATE = new Bid.Create(new Lane(Priority.INTERACTIVE, ""), Instant.EPOCH);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final FakePublishedApi api = new FakePublishedApi();
    private final RecordedReplies replies = new RecordedReplies();
    private final RecordedSignals fleet = new RecordedSignals();
    private final List<GateNews> news = new ArrayList<>();
    private final Dispatcher dispatcher = newDispatcher();
    private final ApiCalls.Asker asker = dispatcher.asker();

    private Dispatcher newDispatcher() {
        BudgetRules rules =
                new BudgetRules(300, Duration.ofSeconds(60), SECOND.multipliedBy(2), SECOND, SECOND, SECOND);
        return new Dispatcher(
                api,
                new Budgeting(
                        rules,
                        PollStrategy.ADAPTIVE,
                        Duration.ofSeconds(4),
                        TenantRules.EQUAL,
                        INTERVAL,
                        Duration.ofSeconds(60),
                        INTERVAL,
                        20),
                1,
                replies,
                new Clocks(() -> now, System::nanoTime),
                RandomGenerator.getDefault(),
                news::add,
                new LimitReporter(alert -> {}, 300, Duration.ofSeconds(60)),
                fleet,
                fleet);
    }

    @BeforeEach
    void theTokenIsGood() {
        long first = now.getEpochSecond();
        for (long slot = first; slot < first + 20_000; slot++) {
            dispatcher.lease(new Lease(slot, Map.of("self", 1_000.0)), "self");
        }
        after(SECOND);
        assertThat(promised(CREATE)).isTrue();
        news.clear();
    }

    @Test
    void aBanStopsOrdersAndNothingElseUntilItsTime() {
        Instant until = now.plus(Duration.ofHours(4));
        cancelAnswered(new ApiError.TemporarilyBanned(until, "HARD", null));
        assertThat(news).containsExactly(new GateNews.Banned(until, "HARD"));
        assertThat(promised(CREATE)).isFalse();
        assertThat(promised(new Bid.Finish(now))).isTrue();
        assertThat(promised(Bid.Cancel.ofNoUse())).isTrue();
        assertThat(promised(new Bid.Conclude())).isTrue();

        now = until.minusSeconds(1);
        dispatcher.pump();
        assertThat(promised(CREATE)).as("no look at the balance ends it").isFalse();
        now = until;
        dispatcher.pump();
        assertThat(news).contains(new GateNews.BanOver(false));
        assertThat(promised(CREATE)).isTrue();
    }

    @Test
    void aBanThatAnotherProcessTellsOfStopsOrders() {
        dispatcher.banOrders(now.plusSeconds(60));
        assertThat(promised(CREATE)).isFalse();
        after(Duration.ofSeconds(61));
        assertThat(promised(CREATE)).isTrue();
    }

    @Test
    void theDaysCapOnCancelsStopsCancelsAlone() {
        cancelAnswered(new ApiError.RateLimited(null));
        assertThat(asker.ask(Bid.Cancel.ofNoUse())).isInstanceOf(Admission.Barred.class);
        assertThat(asker.ask(new Bid.Refund(Instant.EPOCH))).isInstanceOf(Admission.Barred.class);
        assertThat(promised(CREATE)).isTrue();
        assertThat(promised(new Bid.Finish(now))).isTrue();
        assertThat(fleet.quiet).as("nobody has to be quiet").isEmpty();
        assertThat(dispatcher.rateLimited()).isZero();
        assertThat(news).hasSize(1);
    }

    @Test
    void aShortWaitAfterACancelIsQuietForAll() {
        Instant until = now.plusSeconds(3);
        cancelAnswered(new ApiError.RateLimited(Duration.ofSeconds(3)));
        assertThat(fleet.quiet).containsExactly(until);
        assertThat(promised(new Bid.Finish(now))).isFalse();
        after(Duration.ofSeconds(4));
        assertThat(promised(Bid.Cancel.ofNoUse())).isTrue();
    }

    @Test
    void aChoreIsDoneWhenItIsDue() {
        Ticker chore = new Ticker(now.plusSeconds(2));
        dispatcher.take(chore);
        assertThat(dispatcher.pump().atMost()).isEqualTo(Duration.ofSeconds(2));
        after(Duration.ofSeconds(2));
        assertThat(chore.runs).isEqualTo(1);
        assertThat(api.callIds()).endsWith("orders/active");
        assertThat(fleet.sent).as("a look like any other").endsWith(CallKind.LOOK);
    }

    @Test
    void callsThatWaitForPermitsAskTheFleetForThem() {
        assertThat(dispatcher.demand().isSome()).isFalse();
        dispatcher.call(ControlCalls.Purpose.LOOK, any -> api.order("1", Permit.untimed("orders/1")));
        assertThat(dispatcher.demand().isSome()).isTrue();
    }

    private boolean promised(Bid bid) {
        for (int tries = 0; tries < 3; tries++) {
            Admission admission = asker.ask(bid);
            if (admission instanceof Admission.Promised(Promise promise)) {
                promise.giveBack();
                return true;
            }
            after(SECOND.dividedBy(10));
        }
        asker.rest();
        return false;
    }

    private void cancelAnswered(ApiError error) {
        api.cancels.fail(error);
        if (asker.ask(Bid.Cancel.ofNoUse()) instanceof Admission.Promised(Promise promise)) {
            promise.send(new Addressed("r1", 0, new Effect.SendCancel(1, 1, "1")));
        }
        dispatcher.pump();
        after(SECOND.dividedBy(10));
        assertThat(replies.sent()).hasSize(1);
    }

    private void after(Duration time) {
        now = now.plus(time);
        dispatcher.pump();
    }

    /** Looks once. */
    private final class Ticker implements Chore {

        private @Nullable Instant next;
        private int runs;

        Ticker(Instant first) {
            next = first;
        }

        @Override
        public @Nullable Instant next() {
            return next;
        }

        @Override
        public void run(Instant at) {
            next = null;
            runs++;
            dispatcher.call(ControlCalls.Purpose.LOOK_AT_ALL, any -> api.activeOrders(Permit.untimed("orders/active")));
        }
    }
}
