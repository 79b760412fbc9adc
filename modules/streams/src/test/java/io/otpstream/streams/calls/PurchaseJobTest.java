package io.otpstream.streams.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.ProductWish;
import io.otpstream.domain.api.Purchased;
import io.otpstream.domain.api.RoutingPolicy;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.domain.purchase.Body;
import io.otpstream.domain.purchase.Member;
import io.otpstream.domain.purchase.Purchase;
import io.otpstream.domain.purchase.PurchaseAnswer;
import io.otpstream.streams.calls.ApiCalls.Promise;
import io.otpstream.streams.calls.ApiCalls.Sending;
import io.otpstream.streams.replies.PurchaseReplies;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a purchase gets to the API, and its answer back. */
class PurchaseJobTest {

    private static final ProductWish WISH = new ProductWish(4711, null, RoutingPolicy.CHEAPEST, null);

    private final FakePublishedApi api = new FakePublishedApi();
    private final DispatcherFixture fixture = DispatcherFixture.of(api);

    @BeforeEach
    void start() {
        fixture.open();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void keyAndBytesGoOutAsTheyAre() {
        Purchased bought = new Purchased(List.of(FakePublishedApi.order("11", OrderStatus.WAITING)), 1);
        api.purchases.succeed(bought);
        fixture.promise(CallKind.CREATE).send(sending());
        assertThat(answer())
                .isEqualTo(new PurchaseAnswer(
                        "key", sending().purchase().members(), new ApiResult.Success<>(bought), fixture.time()));
        assertThat(api.creates()).containsExactly(new FakePublishedApi.Create("key", "body"));
        assertThat(api.callIds()).contains("key");
        assertThat(fixture.replies.sent().getFirst().partition()).isEqualTo(DispatcherFixture.PARTITION);
    }

    @Test
    void whatIsLateIsAnsweredAsNotSent() {
        Promise promise = fixture.promise(CallKind.CREATE);
        fixture.after(Duration.ofMillis(1_001));
        promise.send(sending());
        assertThat(answer().result())
                .isInstanceOfSatisfying(ApiResult.Failure.class, failure -> assertThat(failure.error())
                        .isInstanceOf(ApiError.NotSent.class));
        assertThat(api.creates()).isEmpty();
    }

    @Test
    void whenTheBalanceDoesNotPayForAllItIsWaitedForUntilItPaysForOne() {
        api.balances.succeed(new Balance("IDR", 3_599));
        api.purchases.fail(new ApiError.InsufficientBalance());
        fixture.promise(CallKind.CREATE).send(sending());
        assertThat(answer().result()).isEqualTo(new ApiResult.Failure<>(new ApiError.InsufficientBalance()));
        await().until(() -> fixture.news.contains(new GateNews.Closed(OrderGate.Cause.NO_BALANCE, 3_600)));
        assertThat(fixture.admits(CallKind.CREATE)).isFalse();
        api.balances.succeed(new Balance("IDR", 3_600));
        fixture.promiseInTime(CallKind.CREATE).giveBack();
    }

    @Test
    void anotherSendingNeedsNoOpenGate() {
        api.purchases.fail(new ApiError.InsufficientBalance());
        api.balances.succeed(new Balance("IDR", 0));
        fixture.promise(CallKind.CREATE).send(sending());
        assertThat(answer()).isNotNull();
        await().until(() -> !fixture.admits(CallKind.CREATE));
        fixture.promise(CallKind.RESEND).send(sending());
        fixture.awaitReplies(2);
        assertThat(api.creates()).hasSize(2);
    }

    private PurchaseAnswer answer() {
        return PurchaseReplies.toAnswer(fixture.awaitReplies(1).getFirst());
    }

    private static Sending sending() {
        Instant sendBy = DispatcherFixture.SEND_BY;
        Purchase purchase = Purchase.decided(
                "key",
                new Body("body".getBytes(StandardCharsets.UTF_8)),
                List.of(
                        new Member("r1", new SendCreate(1, 1, 6, 1, 3_500, sendBy, WISH)),
                        new Member("r2", new SendCreate(1, 1, 6, 1, 3_600, sendBy, WISH))),
                sendBy,
                sendBy);
        return new Sending(purchase, DispatcherFixture.PARTITION);
    }
}
