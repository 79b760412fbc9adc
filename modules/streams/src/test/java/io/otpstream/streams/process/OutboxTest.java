package io.otpstream.streams.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.ProductWish;
import io.otpstream.domain.api.RoutingPolicy;
import io.otpstream.domain.lifecycle.Effect;
import io.otpstream.domain.lifecycle.Event;
import io.otpstream.domain.plan.Lane;
import io.otpstream.domain.purchase.Body;
import io.otpstream.domain.purchase.Member;
import io.otpstream.domain.purchase.Purchase;
import io.otpstream.streams.calls.ApiCalls;
import io.otpstream.streams.calls.Bid;
import io.otpstream.streams.calls.Workload;
import io.otpstream.streams.replies.Replies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nothing that costs money leaves before it was committed that it would. */
class OutboxTest {

    private static final int PARTITION = 3;
    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final ApiCalls.Addressed CREATE =
            new ApiCalls.Addressed("r1", PARTITION, new Effect.SendCreate(1, 1, 6, 1, 3_500, T.plusSeconds(1)));
    private static final ApiCalls.Addressed LOOK =
            new ApiCalls.Addressed("r2", PARTITION, new Effect.SendLook(1, 2, "o2"));
    private static final ApiCalls.Addressed CANCEL =
            new ApiCalls.Addressed("r3", PARTITION, new Effect.SendCancel(1, 3, "o3"));

    private final Calls calls = new Calls();
    private final SentReplies replies = new SentReplies();
    private long epoch = 7;
    private final Outbox outbox = new Outbox(calls, () -> epoch, replies);

    @Test
    void nothingLeavesBeforeTheCommit() {
        outbox.add(CREATE, calls.promise());
        outbox.flush();
        assertThat(calls.sent).isEmpty();
        assertThat(outbox.isEmpty()).isFalse();
        epoch++;
        outbox.flush();
        assertThat(calls.sent).containsExactly(CREATE);
        assertThat(outbox.isEmpty()).isTrue();
        assertThat(calls.promised).isZero();
        outbox.flush();
        assertThat(calls.sent).hasSize(1);
    }

    @Test
    void whatCameAfterTheCommitWaitsForTheNext() {
        outbox.add(CREATE, calls.promise());
        epoch++;
        outbox.add(CANCEL, calls.promise());
        outbox.flush();
        assertThat(calls.sent).containsExactly(CREATE);
        epoch++;
        outbox.flush();
        assertThat(calls.sent).containsExactly(CREATE, CANCEL);
    }

    @Test
    void theOrderIsKept() {
        outbox.add(CANCEL, null);
        outbox.add(CREATE, calls.promise());
        outbox.add(LOOK, null);
        epoch++;
        outbox.flush();
        assertThat(calls.sent).containsExactly(CANCEL, CREATE, LOOK);
    }

    @Test
    void whatHasNoPromiseAsksForOneWhenItMayLeave() {
        outbox.add(CREATE, null);
        outbox.add(LOOK, null);
        outbox.add(CANCEL, null);
        outbox.flush();
        assertThat(calls.asked).isEmpty();
        epoch++;
        outbox.flush();
        assertThat(calls.asked).containsExactly(new Bid.Conclude(), new Bid.Conclude(), Bid.Cancel.ofNoUse());
        assertThat(calls.sent).containsExactly(CREATE, LOOK, CANCEL);
    }

    @Test
    void withoutAPermitItStays() {
        calls.admits = false;
        outbox.add(CANCEL, null);
        epoch++;
        outbox.flush();
        outbox.flush();
        assertThat(calls.sent).isEmpty();
        assertThat(outbox.isEmpty()).isFalse();
        calls.admits = true;
        outbox.flush();
        assertThat(calls.sent).containsExactly(CANCEL);
    }

    @Test
    void aTaskThatEndsAnswersWhatHasNotLeft() {
        outbox.add(CREATE, calls.promise());
        epoch++;
        outbox.flush();
        outbox.add(CREATE, calls.promise());
        outbox.add(LOOK, null);
        outbox.add(CANCEL, calls.promise());

        outbox.abandon(T);

        assertThat(calls.sent).containsExactly(CREATE);
        assertThat(calls.promised).isZero();
        assertThat(outbox.isEmpty()).isTrue();
        assertThat(replies.sent()).extracting(SentReplies.Sent::requestId).containsExactly("r1", "r2", "r3");
        assertThat(replies.sent()).extracting(SentReplies.Sent::partition).containsOnly(PARTITION);
        assertThat(replies.sent())
                .extracting(sent -> Replies.toEvent(sent.reply()))
                .satisfiesExactly(
                        event -> assertThat(event)
                                .isEqualTo(new Event.CreateAnswered(
                                        (Effect.SendCreate) CREATE.call(),
                                        new ApiResult.Failure<>(new ApiError.NotSent("the task has moved")),
                                        T)),
                        event -> assertThat(event).isInstanceOf(Event.LookAnswered.class),
                        event -> assertThat(event).isInstanceOf(Event.CancelAnswered.class));

        epoch++;
        outbox.flush();
        assertThat(calls.sent).containsExactly(CREATE);
    }

    @Test
    void aTaskThatEndsLeavesPurchasesToTheNextOwner() {
        ProductWish wish = new ProductWish(4711, null, RoutingPolicy.CHEAPEST, null);
        Member member = new Member("r1", new Effect.SendCreate(1, 1, 6, 1, 3_500, T, wish));
        Purchase purchase = Purchase.decided("key", new Body(new byte[0]), List.of(member), T, T);
        outbox.add(new ApiCalls.Sending(purchase, PARTITION), calls.promise());
        outbox.abandon(T);
        assertThat(calls.promised).isZero();
        assertThat(replies.sent()).isEmpty();
        epoch++;
        outbox.flush();
        assertThat(calls.sent).isEmpty();
    }

    /** Takes calls while the test says so. */
    private static final class Calls implements ApiCalls.Asker {

        private final List<ApiCalls.Outgoing> sent = new ArrayList<>();
        private final List<Bid> asked = new ArrayList<>();
        private boolean admits = true;
        private int promised;

        @Override
        public ApiCalls.Admission ask(Bid bid) {
            asked.add(bid);
            return admits
                    ? new ApiCalls.Admission.Promised(promise())
                    : new ApiCalls.Admission.Later(Duration.ofMillis(100));
        }

        @Override
        public boolean isAhead(Bid bid, Bid other) {
            throw new AssertionError("an outbox sends in its own order");
        }

        @Override
        public void rest() {}

        @Override
        public Optional<Lane> nextOf(Collection<Lane> waiting) {
            return Optional.empty();
        }

        @Override
        public void notPlaced(int orders) {
            throw new AssertionError("an outbox knows no answers");
        }

        @Override
        public boolean joins(Lane lane) {
            return false;
        }

        @Override
        public void report(Workload workload) {}

        @Override
        public void close() {}

        ApiCalls.Promise promise() {
            promised++;
            return new ApiCalls.Promise() {
                @Override
                public Instant sendBy() {
                    return T.plusSeconds(1);
                }

                @Override
                public void send(ApiCalls.Outgoing call) {
                    promised--;
                    sent.add(call);
                }

                @Override
                public void giveBack() {
                    promised--;
                }
            };
        }
    }
}
