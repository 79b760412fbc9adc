package io.otpstream.domain.purchase;

import static io.otpstream.domain.purchase.Buying.ANSWER_WITHIN;
import static io.otpstream.domain.purchase.Buying.T;
import static io.otpstream.domain.purchase.Buying.bought;
import static io.otpstream.domain.purchase.Buying.failed;
import static io.otpstream.domain.purchase.Buying.member;
import static io.otpstream.domain.purchase.Buying.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.ProductWish;
import io.otpstream.domain.api.RoutingPolicy;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PurchaseDeciderTest {

    private static final Instant NOW = T.plusSeconds(3);
    private static final PurchaseRules RULES = PurchaseRules.ordinary();

    private final PurchaseDecider decider = new PurchaseDecider(RULES);

    /** What an error means to a purchase of which nothing is known to be unclear, and after an unclear answer. */
    enum Meaning {
        LAST_WORD(false, false),
        NOT_THIS_TIME(false, true),
        UNCLEAR(true, true);

        final boolean againAtFirst;
        final boolean againAfterDoubt;

        Meaning(boolean againAtFirst, boolean againAfterDoubt) {
            this.againAtFirst = againAtFirst;
            this.againAfterDoubt = againAfterDoubt;
        }
    }

    record Case(ApiError error, Meaning meaning) {}

    static Stream<Case> errors() {
        return Stream.of(
                new Case(new ApiError.InsufficientBalance(), Meaning.LAST_WORD),
                new Case(new ApiError.ProductUnavailable("NO_OFFER_AVAILABLE"), Meaning.LAST_WORD),
                new Case(new ApiError.ProviderError("no_numbers"), Meaning.LAST_WORD),
                new Case(new ApiError.OrderNotFound("NOT_FOUND"), Meaning.LAST_WORD),
                new Case(new ApiError.InvalidParameters("VALIDATION_ERROR", "quantity"), Meaning.LAST_WORD),
                new Case(new ApiError.OtherRejection(422, "SOMETHING_NEW", ""), Meaning.LAST_WORD),
                new Case(new ApiError.OtherRejection(413, null, ""), Meaning.NOT_THIS_TIME),
                new Case(new ApiError.CancelTooEarly(null), Meaning.LAST_WORD),
                new Case(new ApiError.NotBought(), Meaning.LAST_WORD),
                new Case(new ApiError.KeyReused(), Meaning.LAST_WORD),
                new Case(new ApiError.RateLimited(null), Meaning.NOT_THIS_TIME),
                new Case(new ApiError.TemporarilyBanned(null, "HARD", null), Meaning.NOT_THIS_TIME),
                new Case(new ApiError.Unauthorized(), Meaning.NOT_THIS_TIME),
                new Case(new ApiError.Forbidden(), Meaning.NOT_THIS_TIME),
                new Case(new ApiError.NotSent("no permit"), Meaning.NOT_THIS_TIME),
                new Case(new ApiError.ServerFailure(503), Meaning.UNCLEAR),
                new Case(new ApiError.Unreadable(200, "not JSON"), Meaning.UNCLEAR),
                new Case(new ApiError.NoAnswer("timed out"), Meaning.UNCLEAR),
                new Case(new ApiError.RequestInProgress(), Meaning.UNCLEAR),
                new Case(new ApiError.Conflict(), Meaning.UNCLEAR));
    }

    @Test
    void everyErrorIsAmongThem() {
        Set<Class<?>> named = errors().map(each -> each.error().getClass()).collect(Collectors.toSet());
        assertThat(named).containsExactlyInAnyOrder(ApiError.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("errors")
    void whatAnErrorMeans(Case each) {
        Purchase clear = purchase(2);
        check(clear, each.error(), each.meaning().againAtFirst);
        check(clear.sentAgain(T.plusSeconds(30)), each.error(), each.meaning().againAfterDoubt);
    }

    private void check(Purchase before, ApiError error, boolean again) {
        switch (decider.answered(before, failed(before, error), NOW)) {
            case Verdict.Again(Purchase purchase) -> {
                assertThat(again).as("sent again").isTrue();
                assertThat(purchase.mayHaveBought()).isTrue();
                assertThat(purchase.key()).isEqualTo(before.key());
                assertThat(purchase.body()).isEqualTo(before.body());
                assertThat(purchase.members()).isEqualTo(before.members());
                assertThat(purchase.nextTryAt()).isAfter(NOW);
            }
            case Verdict.Over(List<Told> told) -> {
                assertThat(again).as("sent again").isFalse();
                assertThat(told).extracting(Told::requestId).containsExactly("r1", "r2");
                assertThat(told)
                        .allSatisfy(each -> assertThat(each.event().result()).isEqualTo(new ApiResult.Failure<>(error)))
                        .allSatisfy(each -> assertThat(each.event().sentAt()).isEqualTo(T.plusMillis(500)));
            }
        }
    }

    @Test
    void ordersGoToMembersByTheirIds() {
        Purchase purchase = purchase(5);
        assertThat(shared(bought(purchase, 0, "100", "99", "x9", "7", "x10")))
                .containsExactly("r1 7", "r2 99", "r3 100", "r4 x10", "r5 x9");
        assertThat(shared(bought(purchase, 0, "x10", "7", "99", "x9", "100")))
                .containsExactly("r1 7", "r2 99", "r3 100", "r4 x10", "r5 x9");
    }

    @Test
    void whoIsLeftOverHasBoughtNothing() {
        assertThat(shared(bought(purchase(4), 2, "12", "11")))
                .containsExactly("r1 11", "r2 12", "r3 NOT_BOUGHT", "r4 NOT_BOUGHT");
    }

    @Test
    void ordersThatNobodyAskedForGoToOneWhoHasItsOwn() {
        assertThat(shared(bought(purchase(2), 0, "13", "12", "11"))).containsExactly("r1 11", "r2 12", "r1 13");
    }

    @Test
    void anOrderThatIsNamedTwiceIsGivenOnce() {
        assertThat(shared(bought(purchase(2), 0, "11", "11"))).containsExactly("r1 11", "r2 NOT_BOUGHT");
    }

    /** Both ways that an answer may be taken. */
    private List<String> shared(PurchaseAnswer answer) {
        Purchase purchase = Purchase.decided("key", Buying.BODY, answer.members(), T, NOW);
        Verdict verdict = decider.answered(purchase, answer, NOW);
        List<Told> late = decider.answeredLate(answer);
        assertThat(verdict).isEqualTo(new Verdict.Over(late));
        return late.stream().map(PurchaseDeciderTest::text).toList();
    }

    private static String text(Told told) {
        return told.requestId() + " "
                + switch (told.event().result()) {
                    case ApiResult.Success<Order>(Order order) -> order.orderId();
                    case ApiResult.Failure<Order>(ApiError error) -> error.code();
                };
    }

    @Test
    void aFailureThatComesLateTellsNobody() {
        assertThat(decider.answeredLate(failed(purchase(2), new ApiError.NoAnswer("timed out"))))
                .isEmpty();
    }

    @Test
    void pausesGrow() {
        Purchase purchase = purchase(1);
        for (int seconds : List.of(1, 2, 4, 8, 16, 30, 30)) {
            assertThat(tryAt(purchase, new ApiError.NoAnswer("timed out"))).isEqualTo(NOW.plusSeconds(seconds));
            purchase = purchase.sentAgain(NOW);
        }
    }

    @Test
    void theApiSaysWhenToAskAgain() {
        Purchase unclear = purchase(1).sentAgain(NOW);
        assertThat(tryAt(unclear, new ApiError.RequestInProgress())).isEqualTo(NOW.plusSeconds(2));
        assertThat(tryAt(unclear, new ApiError.ServerFailure(503, Duration.ofSeconds(7))))
                .isEqualTo(NOW.plusSeconds(7));
        assertThat(tryAt(unclear, new ApiError.RateLimited(Duration.ofSeconds(40))))
                .isEqualTo(NOW.plusSeconds(40));
        assertThat(tryAt(unclear, ban(null, Duration.ofSeconds(50)))).isEqualTo(NOW.plusSeconds(50));
        assertThat(tryAt(unclear, ban(NOW.plusSeconds(60), Duration.ofSeconds(50))))
                .isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void nothingIsAskedForAfterTenMinutes() {
        Instant end = T.plus(Duration.ofMinutes(10));
        Purchase unclear = purchase(2).sentAgain(NOW);
        assertThat(tryAt(unclear, ban(null, Duration.ofHours(4)))).isEqualTo(end);
        assertThat(decider.isOverdue(unclear, end.minusNanos(1))).isFalse();
        assertThat(decider.isOverdue(unclear, end)).isTrue();
        assertThat(decider.givenUp(unclear, end))
                .extracting(PurchaseDeciderTest::text)
                .containsExactly("r1 NO_ANSWER", "r2 NO_ANSWER");
        PurchaseDecider fast = new PurchaseDecider(RULES.atSpeed(10));
        assertThat(fast.isOverdue(unclear, T.plus(Duration.ofMinutes(1)))).isTrue();
    }

    private Instant tryAt(Purchase purchase, ApiError error) {
        return ((Verdict.Again) decider.answered(purchase, failed(purchase, error), NOW))
                .purchase()
                .nextTryAt();
    }

    private static ApiError ban(@Nullable Instant until, @Nullable Duration retryAfter) {
        return new ApiError.TemporarilyBanned(until, "HARD", retryAfter);
    }

    @Test
    void aNewOwnerSendsItAtOnce() {
        Purchase inherited = decider.inherited(purchase(2), ANSWER_WITHIN, NOW);
        assertThat(inherited.nextTryAt()).isEqualTo(NOW);
        assertThat(inherited.mayHaveBought()).isTrue();
    }

    @Test
    void aNewOwnerReadsWhatIsThereBeforeItGivesUp() {
        Instant late = T.plus(Duration.ofMinutes(11));
        Purchase inherited = decider.inherited(purchase(2), ANSWER_WITHIN, late);
        assertThat(inherited.nextTryAt()).isEqualTo(late.plus(ANSWER_WITHIN));
        assertThat(decider.isOverdue(inherited, late)).isTrue();
    }

    @Test
    void membersOfAPurchaseWantTheSame() {
        ProductWish other = new ProductWish(4711, 20_000L, RoutingPolicy.BEST_SUCCESS, null);
        Member odd = new Member("r2", new SendCreate(1, 1, 6, 1, 15_000, T, other));
        assertThatThrownBy(() -> Purchase.decided("key", Buying.BODY, List.of(member("r1"), odd), T, NOW))
                .hasMessageContaining("members");
        Member ofTheGuide = new Member("r1", new SendCreate(1, 1, 6, 1, 15_000, T));
        assertThatThrownBy(() -> Purchase.decided("key", Buying.BODY, List.of(ofTheGuide), T, NOW))
                .hasMessageContaining("members");
        assertThatThrownBy(() -> Purchase.decided("key", Buying.BODY, List.of(), T, NOW))
                .hasMessageContaining("members");
    }
}
