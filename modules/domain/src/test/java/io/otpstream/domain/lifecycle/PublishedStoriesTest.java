package io.otpstream.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.FinishAccepted;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.ProductWish;
import io.otpstream.domain.api.ResendAccepted;
import io.otpstream.domain.api.RoutingPolicy;
import io.otpstream.domain.lifecycle.Effect.PublishCode;
import io.otpstream.domain.lifecycle.Effect.SendCancel;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.domain.lifecycle.Effect.SendFinish;
import io.otpstream.domain.lifecycle.Effect.SendResend;
import io.otpstream.domain.lifecycle.State.Cancelling;
import io.otpstream.domain.lifecycle.State.Open;
import io.otpstream.domain.lifecycle.State.Settled;
import io.otpstream.domain.lifecycle.State.Waiting;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is different where the API speaks the published dialect. */
class PublishedStoriesTest {

    private static final String ORDER = "4711";
    private static final Duration CANCEL_WINDOW = Duration.ofMinutes(2);

    private static Story open(Request request) {
        Story story = new Story(LifecycleRules.published(true)).when(new Event.Requested(request));
        story.whenPermit(List.of(new Offer(Samples.INDONESIA, 15_000, 5, 88, null, false)));
        Order placed = Samples.published(
                ORDER, OrderStatus.WAITING, null, 0, story.now().plus(CANCEL_WINDOW));
        return story.when(new Event.CreateAnswered(story.create(), new ApiResult.Success<>(placed), story.now()));
    }

    private static Story open() {
        return open(Samples.request(1, Samples.INDONESIA));
    }

    private static Request holding(Duration hold) {
        return Samples.holding(hold, Samples.request(1, Samples.INDONESIA));
    }

    private static Story whenSeen(Story story, OrderStatus status, @Nullable String code, int texts) {
        Order order = Samples.published(ORDER, status, code, texts, Samples.START.plus(CANCEL_WINDOW));
        return story.when(new Event.Seen(order, story.now()));
    }

    @Test
    void aCreateAsksForTheProductOfTheCatalogue() {
        Request request = Samples.holding(
                Duration.ZERO, Samples.request(1, 20_000L, Samples.START.plusSeconds(60), Samples.INDONESIA));
        Story story = new Story(LifecycleRules.published(true)).when(new Event.Requested(request));

        story.whenPermit(List.of(new Offer(Samples.INDONESIA, 15_000, 5, 88, 3, false)));

        assertThat(story.create().wish()).isEqualTo(new ProductWish(88, 20_000L, RoutingPolicy.BEST_SUCCESS, 3));
    }

    @Test
    void anOpenOrderIsNotLookedAtByItself() {
        Story story = open();

        assertThat(Due.of(story.state())).noneMatch(due -> due.kind() == Due.Kind.LOOK);
        story.after(Duration.ofSeconds(1)).when(new Event.Reassigned());
        story.when(new Event.SmsRequested(null));
        assertThat(Due.of(story.state())).noneMatch(due -> due.kind() == Due.Kind.LOOK);
    }

    @Test
    void aCodeThatIsSeenIsDeliveredAndTheOrderFinished() {
        Story story = open().after(Duration.ofSeconds(20));

        whenSeen(story, OrderStatus.TEXT_RECEIVED, Samples.CODE, 1);

        assertThat(story.code().code()).isEqualTo(Samples.CODE);
        assertThat(story.code().followUp()).isFalse();
        story.whenTimeCame();
        assertThat(story.only(SendFinish.class).orderId()).isEqualTo(ORDER);
        story.when(new Event.FinishAnswered(ORDER, new ApiResult.Success<>(new FinishAccepted()), story.now()));
        assertThat(story.state(Settled.class).history().cleanups()).isEmpty();
    }

    @Test
    void aFinishThatFailsIsRepeatedAFewTimesOnly() {
        Story story = open();
        whenSeen(story, OrderStatus.TEXT_RECEIVED, Samples.CODE, 1);

        for (int finishes = 0; finishes < 4; finishes++) {
            story.after(Duration.ofSeconds(31)).whenTimeCame();
            assertThat(story.only(SendFinish.class).orderId()).isEqualTo(ORDER);
            story.when(
                    new Event.FinishAnswered(ORDER, Samples.failure(new ApiError.NoAnswer("time-out")), story.now()));
        }

        assertThat(story.state(Settled.class).history().cleanups()).isEmpty();
    }

    @Test
    void nothingIsFinishedAfterItsEnd() {
        Story story = open();
        whenSeen(story, OrderStatus.TEXT_RECEIVED, Samples.CODE, 1);

        story.after(Duration.ofMinutes(21)).whenTimeCame();

        assertThat(story.effects()).isEmpty();
        assertThat(story.state(Settled.class).history().cleanups()).isEmpty();
    }

    @Test
    void withoutFinishTheOrderIsLeftToTheVendor() {
        Story story = new Story(LifecycleRules.published(false))
                .when(new Event.Requested(Samples.request(1, Samples.INDONESIA)))
                .place(ORDER);

        whenSeen(story, OrderStatus.TEXT_RECEIVED, Samples.CODE, 1);

        assertThat(story.code().code()).isEqualTo(Samples.CODE);
        assertThat(Due.of(story.state())).isEmpty();
    }

    @Test
    void whatIsOlderThanWhatIsKnownChangesNothing() {
        Story story = open();
        whenSeen(story, OrderStatus.TEXT_RECEIVED, null, 2);
        State before = story.state();

        whenSeen(story, OrderStatus.TEXT_RECEIVED, Samples.CODE, 1);

        assertThat(story.state()).isEqualTo(before);
        assertThat(story.effects()).isEmpty();
    }

    @Test
    void whileACancelIsTooEarlyTheFinalRecordDoesNotWaitForIt() {
        Story story = open().after(Duration.ofSeconds(90)).whenTimeCame();
        assertThat(story.state(Cancelling.class).nextTryAt()).isEqualTo(Samples.START.plus(CANCEL_WINDOW));

        story.after(Duration.ofSeconds(3));
        whenSeen(story, OrderStatus.WAITING, null, 0).whenTimeCame();

        assertThat(story.outcome().outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(story.outcome().reason()).isEqualTo("No code came within the request's timeout_seconds.");
        assertThat(story.effects()).noneMatch(SendCancel.class::isInstance);
        story.at(Samples.START.plus(CANCEL_WINDOW)).whenTimeCame();
        assertThat(story.only(SendCancel.class).orderId()).isEqualTo(ORDER);
    }

    @Test
    void aCodeAfterTheDeadlineIsDeliveredWhileTheLastLookIsAwaited() {
        Story story = open().after(Duration.ofSeconds(90)).whenTimeCame().after(Duration.ofSeconds(2));

        whenSeen(story, OrderStatus.TEXT_RECEIVED, Samples.CODE, 1);

        assertThat(story.code().code()).isEqualTo(Samples.CODE);
    }

    @Test
    void whoWithdrawsDoesNotWaitForTheCancel() {
        Story story =
                open().after(Duration.ofSeconds(5)).when(new Event.Withdraw()).whenTimeCame();

        assertThat(story.outcome().outcome()).isEqualTo(Outcome.WITHDRAWN);
        Cleanup cleanup = story.state(Settled.class).history().cleanups().getFirst();
        assertThat(cleanup.nextTryAt()).isEqualTo(Samples.START.plus(CANCEL_WINDOW));
    }

    @Test
    void aRejectedNumberIsReplacedAtOnce() {
        Story story = open(Samples.request(2, Samples.INDONESIA))
                .after(Duration.ofSeconds(5))
                .when(new Event.NumberRejected(1))
                .whenTimeCame();

        assertThat(story.state(Waiting.class).history().attempt()).isEqualTo(2);
    }

    @Test
    void aTextWithoutACodeClosesTheRefund() {
        Story story = open();
        whenSeen(story, OrderStatus.TEXT_RECEIVED, null, 1);
        story.after(Duration.ofSeconds(90)).whenTimeCame().whenTimeCame();

        assertThat(story.outcome().outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(story.outcome().reason()).contains("read no code in it");
        assertThat(story.news().kind()).isEqualTo(OrderNews.Kind.LATE_CODE);
        assertThat(story.news().errorCode()).isEqualTo("NO_CODE_IN_TEXT");
        story.whenTimeCame();
        assertThat(story.only(SendFinish.class).orderId()).isEqualTo(ORDER);
    }

    @Test
    void aRefusedCancelIsSentAgainUnlessTheOrderIsSeenToBeOver() {
        Story story = open().after(Duration.ofSeconds(98)).whenTimeCame().whenTimeCame();
        story.after(Duration.ofSeconds(8)).whenTimeCame();
        story.at(Samples.START.plus(CANCEL_WINDOW)).whenTimeCame();

        story.whenCancelFails(ORDER, new ApiError.Conflict()).whenTimeCame();

        assertThat(story.effects())
                .as("all orders are looked at together anyhow")
                .isEmpty();
        story.after(Duration.ofSeconds(30)).whenTimeCame();
        assertThat(story.only(SendCancel.class).orderId()).isEqualTo(ORDER);
        whenSeen(story, OrderStatus.CANCELLED, null, 0);
        assertThat(story.news().kind()).isEqualTo(OrderNews.Kind.CANCELLED);
        assertThat(story.state(Settled.class).history().cleanups()).isEmpty();
    }

    @Test
    void aCancelThatCameTooEarlyWaitsAsLongAsTheApiSays() {
        Story story = open().after(Duration.ofSeconds(90)).whenTimeCame();
        story.after(Duration.ofSeconds(8)).whenTimeCame();
        story.at(Samples.START.plus(CANCEL_WINDOW)).whenTimeCame();

        story.whenCancelFails(ORDER, new ApiError.CancelTooEarly(Duration.ofSeconds(40)));

        Cleanup cleanup = story.state(Settled.class).history().cleanups().getFirst();
        assertThat(cleanup.step()).isEqualTo(Cleanup.Step.CANCEL);
        assertThat(cleanup.nextTryAt()).isEqualTo(story.now().plusSeconds(40));
    }

    @Test
    void aTextForAnOrderToBeCancelledIsALateCodeAndFinished() {
        Story story =
                open().after(Duration.ofSeconds(5)).when(new Event.Withdraw()).whenTimeCame();

        whenSeen(story, OrderStatus.TEXT_RECEIVED, Samples.CODE, 1);

        assertThat(story.news().kind()).isEqualTo(OrderNews.Kind.LATE_CODE);
        assertThat(story.effects()).noneMatch(PublishCode.class::isInstance);
        story.at(Samples.START.plus(CANCEL_WINDOW)).whenTimeCame();
        assertThat(story.only(SendFinish.class).orderId()).isEqualTo(ORDER);
        story.when(new Event.CancelAnswered(ORDER, new ApiResult.Success<>(new CancelAccepted()), story.now()));
        assertThat(story.effects()).isEmpty();
    }

    @Test
    void aHeldOrderBringsFurtherCodesAndIsFinishedInTheEnd() {
        Story story = open(holding(Duration.ofSeconds(60)));
        whenSeen(story, OrderStatus.TEXT_RECEIVED, Samples.CODE, 1);
        assertThat(story.code().followUp()).isFalse();

        story.after(Duration.ofSeconds(30)).when(new Event.AnotherTextWanted(null));
        assertThat(story.only(SendResend.class).orderId()).isEqualTo(ORDER);
        story.when(new Event.ResendAnswered(ORDER, new ApiResult.Success<>(new ResendAccepted(true)), story.now()));
        assertThat(story.news().kind()).isEqualTo(OrderNews.Kind.RESENT);
        whenSeen(story, OrderStatus.TEXT_RECEIVED, Samples.CODE, 1);
        assertThat(story.effects()).as("the old code").isEmpty();
        whenSeen(story, OrderStatus.TEXT_RECEIVED, "111222", 2);
        assertThat(story.code().code()).isEqualTo("111222");
        assertThat(story.code().followUp()).isTrue();

        story.after(Duration.ofSeconds(90)).whenTimeCame().whenTimeCame();
        assertThat(story.only(SendFinish.class).orderId()).isEqualTo(ORDER);
    }

    @Test
    void anotherTextIsRefusedWhereNoneWasSeenOrNothingIsHeld() {
        Story waiting = open().when(new Event.AnotherTextWanted(null));
        assertThat(waiting.news().kind()).isEqualTo(OrderNews.Kind.RESEND_REFUSED);
        assertThat(waiting.news().errorCode()).isEqualTo("NO_TEXT_YET");

        Story over = open();
        whenSeen(over, OrderStatus.TEXT_RECEIVED, Samples.CODE, 1);
        over.when(new Event.AnotherTextWanted(null));
        assertThat(over.news().errorCode()).isEqualTo("NO_ORDER_HELD");
    }

    @Test
    void anotherTextForOneWithoutACodeStartsTheTimeAgain() {
        Story story = open();
        whenSeen(story, OrderStatus.TEXT_RECEIVED, null, 1);
        story.after(Duration.ofSeconds(60)).when(new Event.AnotherTextWanted(1));
        assertThat(story.only(SendResend.class).orderId()).isEqualTo(ORDER);

        story.when(new Event.ResendAnswered(ORDER, new ApiResult.Success<>(new ResendAccepted(true)), story.now()));

        assertThat(story.state(Open.class).deadline()).isEqualTo(story.now().plusSeconds(90));
    }

    @Test
    void whereNothingIsBoughtForAWhileTheRequestWaits() {
        Story story = new Story(LifecycleRules.published(true))
                .when(new Event.Requested(Samples.request(1, Samples.INDONESIA, Samples.VIETNAM)));
        Offer barred = new Offer(Samples.INDONESIA, 15_000, 5, 88, null, false).bar();

        story.whenPermit(List.of(barred));

        assertThat(story.state(Waiting.class).notBefore()).isEqualTo(story.now().plusSeconds(30));
        assertThat(story.state(Waiting.class).history().past()).isEmpty();
        story.after(Duration.ofSeconds(30))
                .whenPermit(List.of(barred, new Offer(Samples.VIETNAM, 9_000, 1, 89, null, false)));
        assertThat(story.only(SendCreate.class).countryId()).isEqualTo(Samples.VIETNAM);
    }

    @Test
    void whoWasNotAmongThoseBoughtWaitsAgainWithinTheSameAttempt() {
        Story story = new Story(LifecycleRules.published(true))
                .when(new Event.Requested(Samples.request(1, Samples.INDONESIA)))
                .whenPermit()
                .whenCreateFails(new ApiError.NotBought());

        Waiting waiting = story.state(Waiting.class);
        assertThat(waiting.history().attempt()).isEqualTo(1);
        assertThat(waiting.notBefore()).isEqualTo(story.now().plusSeconds(1));
    }
}
