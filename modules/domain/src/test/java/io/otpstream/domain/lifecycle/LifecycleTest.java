package io.otpstream.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The stories that users know, told to the decider. */
class LifecycleTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final int INDONESIA = 6;
    private static final int VIETNAM = 10;
    private static final int WHATSAPP = 1;

    private final Lifecycle lifecycle = new Lifecycle(LifecycleRules.guide());
    private State state = new State.Unknown();
    private Instant now = START;
    private List<Effect> effects = new ArrayList<>();

    @Test
    void aCodeThatArrivesIsDeliveredOnce() {
        given(request(2, INDONESIA));
        place("order-1");
        after(Duration.ofSeconds(5));
        when(new Event.TimeCame());
        assertThat(effects).containsExactly(new Effect.SendLook(1, 2, "order-1"));
        when(looked("order-1", OrderStatus.COMPLETED, "847291"));
        assertThat(onlyCode().code()).isEqualTo("847291");
        when(looked("order-1", OrderStatus.COMPLETED, "847291"));
        assertThat(effects).isEmpty();
    }

    @Test
    void theDeadlineSendsACancelInsteadOfALookAndEndsAsTimedOut() {
        given(request(2, INDONESIA));
        place("order-1");
        after(Duration.ofSeconds(90));
        when(new Event.TimeCame());
        when(new Event.TimeCame());
        assertThat(effects).containsExactly(new Effect.SendCancel(1, 2, "order-1"));
        when(new Event.CancelAnswered("order-1", new ApiResult.Success<>(new CancelAccepted()), now));
        assertThat(onlyOutcome().outcome()).isEqualTo(Outcome.TIMED_OUT);
    }

    @Test
    void anEndThatTheApiDidNotConfirmSaysSo() {
        given(request(2, INDONESIA));
        place("order-1");
        Instant placed = now;
        after(Duration.ofSeconds(90));
        when(new Event.TimeCame());
        after(Duration.ofSeconds(8));
        when(new Event.TimeCame());
        assertThat(onlyOutcome().outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(onlyOutcome().reason()).contains("not certain").contains(placed.toString());
    }

    @Test
    void aCodeThatArrivesWhileTheCancelIsOnItsWayIsDelivered() {
        given(request(2, INDONESIA));
        place("order-1");
        after(Duration.ofSeconds(90));
        when(new Event.TimeCame());
        when(new Event.TimeCame());
        when(new Event.CancelAnswered(
                "order-1", new ApiResult.Failure<>(new ApiError.OtherRejection(409, "X", "")), now));
        when(new Event.TimeCame());
        assertThat(effects).containsExactly(new Effect.SendLook(1, 3, "order-1"));
        when(looked("order-1", OrderStatus.COMPLETED, "123456"));
        assertThat(onlyCode().code()).isEqualTo("123456");
    }

    @Test
    void whatTheApiSaysItChargedIsThePrice() {
        given(request(1, INDONESIA));
        permit();
        Order answer = new Order(
                "order-1", "+6281234567890", OrderStatus.WAITING, null, null, 4_100L, START.plusSeconds(1200));
        when(new Event.CreateAnswered(onlyCreate(), success(answer), now));
        assertThat(((State.Open) state).order())
                .extracting(RentedOrder::priceIdr, RentedOrder::priceFrom)
                .containsExactly(4_100L, PriceSource.CHARGED);
    }

    @Test
    void whereTheApiNamesNoPriceTheCatalogueIsBelieved() {
        given(request(1, INDONESIA));
        permit();
        long price = onlyCreate().priceIdr();
        when(new Event.CreateAnswered(onlyCreate(), success(order("order-2", OrderStatus.WAITING, null)), now));
        assertThat(((State.Open) state).order())
                .extracting(RentedOrder::priceIdr, RentedOrder::priceFrom)
                .containsExactly(price, PriceSource.CATALOG);
    }

    @Test
    void anUnavailableCountryLeadsToTheNextAndTheLastToNoStock() {
        given(request(1, INDONESIA, VIETNAM));
        permit();
        assertThat(onlyCreate().countryId()).isEqualTo(INDONESIA);
        when(refused(new ApiError.ProductUnavailable()));
        permit();
        assertThat(onlyCreate().countryId()).isEqualTo(VIETNAM);
        when(refused(new ApiError.ProductUnavailable()));
        permit();
        assertThat(onlyOutcome().outcome()).isEqualTo(Outcome.NO_STOCK);
    }

    @Test
    void anExpiredOrderIsReplacedWhileAttemptsAreLeft() {
        given(request(2, INDONESIA));
        place("order-1");
        when(looked("order-1", OrderStatus.EXPIRED, null));
        assertThat(state).isInstanceOf(State.Waiting.class);
        place("order-2");
        when(looked("order-2", OrderStatus.EXPIRED, null));
        assertThat(onlyOutcome().outcome()).isEqualTo(Outcome.EXPIRED);
        assertThat(onlyOutcome().attempts()).hasSize(2);
    }

    @Test
    void anUnansweredCreateIsInDoubtAndOrderedAgainUnderTheNextAttempt() {
        given(request(1, INDONESIA));
        permit();
        when(refused(new ApiError.NoAnswer("time-out")));
        assertThat(effects).singleElement().isInstanceOfSatisfying(Effect.PublishOrder.class, published -> assertThat(
                        published.news().kind())
                .isEqualTo(OrderNews.Kind.IN_DOUBT));
        after(Duration.ofSeconds(1));
        permit();
        assertThat(onlyCreate().attempt()).isEqualTo(2);
    }

    @Test
    void anAnswerThatNobodyWaitsForIsOrphanedAndCancelled() {
        given(request(1, INDONESIA));
        permit();
        Effect.SendCreate first = onlyCreate();
        when(new Event.CreateLost());
        when(new Event.CreateAnswered(first, success(order("order-1", OrderStatus.WAITING, null)), now));
        assertThat(effects).singleElement().isInstanceOfSatisfying(Effect.PublishOrder.class, published -> assertThat(
                        published.news().kind())
                .isEqualTo(OrderNews.Kind.ORPHANED));
        when(new Event.TimeCame());
        assertThat(effects).containsExactly(new Effect.SendCancel(1, 2, "order-1"));
    }

    @Test
    void aWithdrawThatOvertakesItsRequestCounts() {
        when(new Event.Withdraw());
        given(request(1, INDONESIA));
        assertThat(onlyOutcome().outcome()).isEqualTo(Outcome.WITHDRAWN);
    }

    private void given(Request request) {
        when(new Event.Requested(request));
    }

    private void after(Duration time) {
        now = now.plus(time);
    }

    private void when(Event event) {
        Decision decision = lifecycle.decide(state, event, now);
        state = decision.state();
        effects = decision.effects();
    }

    private void permit() {
        when(new Event.PermitPromised(
                now.plusSeconds(1), List.of(new Offer(INDONESIA, 15_000, 5), new Offer(VIETNAM, 9_000, 5))));
    }

    private void place(String orderId) {
        permit();
        when(new Event.CreateAnswered(onlyCreate(), success(order(orderId, OrderStatus.WAITING, null)), now));
    }

    private Event refused(ApiError error) {
        return new Event.CreateAnswered(onlyCreate(), new ApiResult.Failure<>(error), now);
    }

    private int lastCall() {
        return state instanceof State.Known known ? known.history().calls() : 0;
    }

    private Event looked(String orderId, OrderStatus status, @Nullable String code) {
        return new Event.LookAnswered(orderId, lastCall(), success(order(orderId, status, code)), now);
    }

    private Effect.SendCreate onlyCreate() {
        return only(Effect.SendCreate.class);
    }

    private Effect.PublishCode onlyCode() {
        return only(Effect.PublishCode.class);
    }

    private Effect.PublishOutcome onlyOutcome() {
        return only(Effect.PublishOutcome.class);
    }

    private <T extends Effect> T only(Class<T> type) {
        List<T> found =
                effects.stream().filter(type::isInstance).map(type::cast).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static ApiResult<Order> success(Order order) {
        return new ApiResult.Success<>(order);
    }

    private static Order order(String orderId, OrderStatus status, @Nullable String code) {
        return new Order(orderId, "+6281234567890", status, code, null, null, START.plusSeconds(1200));
    }

    private static Request request(int maxAttempts, Integer... countries) {
        return new Request(
                WHATSAPP,
                List.of(countries),
                null,
                Duration.ofSeconds(90),
                maxAttempts,
                START,
                START.plus(Duration.ofHours(24)),
                Priority.INTERACTIVE,
                null,
                List.of(),
                CountryChoice.LISTED,
                false);
    }
}
