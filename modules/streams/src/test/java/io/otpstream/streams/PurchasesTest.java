package io.otpstream.streams;

import static io.otpstream.contract.OrderEventType.CANCELLED;
import static io.otpstream.contract.OrderEventType.IN_DOUBT;
import static io.otpstream.contract.OrderEventType.ORPHANED;
import static io.otpstream.contract.OrderEventType.PLACED;
import static io.otpstream.contract.OrderEventType.REFUSED;
import static io.otpstream.streams.PipelineFixture.INDONESIA;
import static io.otpstream.streams.PipelineFixture.MALAYSIA;
import static io.otpstream.streams.PipelineFixture.WHATSAPP;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.Outcome;
import io.otpstream.contract.VerificationCommand;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.purchase.Member;
import io.otpstream.streams.calls.ApiCalls.Sending;
import io.otpstream.streams.calls.CallKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How requests become orders in the published dialect. */
class PurchasesTest {

    private static final VerificationRequest WHATSAPP_IN_INDONESIA = VerificationRequest.of(WHATSAPP, INDONESIA);
    private static final Duration STEP = Duration.ofMillis(100);
    private static final Duration SOON = Duration.ofMillis(300);
    private static final int MOST = 8;

    @TempDir
    Path stateDir;

    private PipelineFixture pipeline;

    @BeforeEach
    void start() {
        pipeline = PipelineFixture.published(stateDir, MOST);
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void oneThatWaitsAloneIsBoughtAtOnce() {
        pipeline.requested("r1", WHATSAPP_IN_INDONESIA);
        pipeline.after(SOON);
        Sending sending = pipeline.purchaseSent();
        assertThat(members(sending)).containsExactly("r1");
        assertThat(body(sending)).startsWith("1 of 4711");
        assertThat(sending.callId()).isEqualTo(sending.purchase().key()).matches("[A-Za-z0-9_-]{43}");
        pipeline.bought(sending, 0, "11");
        assertThat(pipeline.event("r1", PLACED).orderId()).isEqualTo("11");
        assertThat(pipeline.purchasesStored()).isZero();
    }

    @Test
    void severalAreBoughtTogetherAndWhoGetsNoneBuysAgain() {
        Sending first = together(5);
        assertThat(members(first)).containsExactly("r1", "r2", "r3", "r4", "r5");
        assertThat(body(first)).startsWith("5 of 4711");

        pipeline.bought(first, 2, "101", "99", "100");

        assertThat(pipeline.event("r1", PLACED).orderId()).isEqualTo("99");
        assertThat(pipeline.event("r2", PLACED).orderId()).isEqualTo("100");
        assertThat(pipeline.event("r3", PLACED).orderId()).isEqualTo("101");
        pipeline.nothingElse();
        pipeline.after(Duration.ofSeconds(2));
        Sending second = pipeline.purchaseSent();
        assertThat(members(second)).containsExactly("r4", "r5");
        assertThat(second.purchase().key()).isNotEqualTo(first.purchase().key());
        pipeline.bought(second, 0, "102", "103");
        pipeline.event("r4", PLACED);
        pipeline.event("r5", PLACED);
    }

    @Test
    void noMoreAreBoughtTogetherThanMayBe() {
        assertThat(members(together(MOST + 3))).hasSize(MOST);
        pipeline.after(SOON);
        assertThat(members(pipeline.purchaseSent())).hasSize(3);
    }

    @Test
    void onlyWhatIsAlikeIsBoughtTogether() {
        pipeline.api.refuse(CallKind.CREATE);
        pipeline.requested("r1", WHATSAPP_IN_INDONESIA);
        pipeline.requested("r2", VerificationRequest.of(WHATSAPP, MALAYSIA));
        pipeline.requested("r3", WHATSAPP_IN_INDONESIA.withMaxPriceIdr(5_000));
        pipeline.requested("r4", WHATSAPP_IN_INDONESIA);
        pipeline.requested("r5", WHATSAPP_IN_INDONESIA.withMaxPriceIdr(3_000));
        pipeline.api.admitAgain(CallKind.CREATE);
        pipeline.after(SOON);
        assertThat(members(pipeline.purchaseSent())).containsExactly("r1", "r4");
        assertThat(members(pipeline.purchaseSent())).containsExactly("r2");
        assertThat(members(pipeline.purchaseSent())).containsExactly("r3");
        pipeline.noCode("r5", Outcome.PRICE_ABOVE_LIMIT);
    }

    @Test
    void whoseTenantHasHadItsOrdersDoesNotJoin() {
        pipeline.api.nobodyJoins();
        assertThat(members(together(2))).containsExactly("r1");
        assertThat(members(pipeline.purchaseSent())).containsExactly("r2");
    }

    @Test
    void whatNamesNoProductCanNotBeBought() {
        pipeline.catalogue.offerProduct(INDONESIA, 3_500, null);
        pipeline.requested("r1", WHATSAPP_IN_INDONESIA);
        pipeline.after(SOON);
        pipeline.noCode("r1", Outcome.NO_STOCK);
    }

    @Test
    void withoutACatalogueRequestsWait() {
        pipeline.catalogue.fetched(false);
        pipeline.requested("r1", WHATSAPP_IN_INDONESIA);
        pipeline.after(Duration.ofSeconds(1));
        pipeline.nothingElse();
        pipeline.catalogue.fetched(true);
        pipeline.after(Duration.ofMillis(500));
        assertThat(members(pipeline.purchaseSent())).containsExactly("r1");
    }

    @Test
    void nothingLeavesBeforeTheCommitThatAnnouncesIt() {
        pipeline.commits(false);
        pipeline.requested("r1", WHATSAPP_IN_INDONESIA);
        pipeline.after(Duration.ofSeconds(1));
        assertThat(pipeline.api.sendings()).isEmpty();
        assertThat(pipeline.purchasesStored()).isEqualTo(1);
        pipeline.commits(true);
        pipeline.after(Duration.ofMillis(100));
        pipeline.bought(pipeline.purchaseSent(), 0, "11");
        pipeline.event("r1", PLACED);
    }

    @Test
    void anUnclearAnswerIsFollowedByTheSameAgain() {
        Sending first = together(2);
        pipeline.purchaseFailed(first, new ApiError.NoAnswer("timed out"));
        pipeline.nothingElse();
        pipeline.after(Duration.ofMillis(1_200));
        Sending second = pipeline.purchaseSent();
        assertSame(first, second);
        pipeline.purchaseFailed(second, new ApiError.RequestInProgress());
        pipeline.after(Duration.ofMillis(1_700));
        pipeline.nothingElse();
        pipeline.after(Duration.ofMillis(500));
        Sending third = pipeline.purchaseSent();
        assertSame(first, third);
        pipeline.bought(third, 0, "11", "12");
        pipeline.event("r1", PLACED);
        pipeline.event("r2", PLACED);
        assertThat(pipeline.purchasesStored()).isZero();
    }

    @Test
    void anAnswerThatNeverComesIsAskedForAgain() {
        Sending first = together(1);
        pipeline.after(Duration.ofSeconds(22));
        pipeline.nothingElse();
        pipeline.after(Duration.ofSeconds(2));
        assertSame(first, pipeline.purchaseSent());
    }

    @Test
    void whatIsPutOffIsBoughtUnderAnotherKey() {
        Sending first = together(2);
        pipeline.purchaseFailed(first, new ApiError.RateLimited(null));
        assertThat(pipeline.purchasesStored()).isZero();
        pipeline.after(Duration.ofSeconds(2));
        Sending second = pipeline.purchaseSent();
        assertThat(members(second)).containsExactly("r1", "r2");
        assertThat(second.purchase().key()).isNotEqualTo(first.purchase().key());
    }

    @Test
    void afterAnUnclearAnswerWhatIsPutOffIsTheSameAgain() {
        Sending first = together(1);
        pipeline.purchaseFailed(first, new ApiError.ServerFailure(502));
        pipeline.after(Duration.ofMillis(1_200));
        pipeline.purchaseFailed(pipeline.purchaseSent(), new ApiError.RateLimited(Duration.ofSeconds(20)));
        pipeline.after(Duration.ofMillis(19_500));
        pipeline.nothingElse();
        pipeline.after(Duration.ofSeconds(1));
        assertSame(first, pipeline.purchaseSent());
    }

    @Test
    void aRefusalIsOneForAllMembers() {
        pipeline.purchaseFailed(together(2), new ApiError.InvalidParameters("VALIDATION_ERROR", "quantity"));
        for (String requestId : List.of("r1", "r2")) {
            assertThat(pipeline.event(requestId, REFUSED).errorCode()).isEqualTo("VALIDATION_ERROR");
            pipeline.noCode(requestId, Outcome.REJECTED);
        }
    }

    @Test
    void whatIsTooDearIsBoughtInSmallerParts() {
        pipeline.purchaseFailed(together(8), new ApiError.InsufficientBalance());
        pipeline.after(Duration.ofSeconds(2));
        Sending half = pipeline.purchaseSent();
        assertThat(members(half)).hasSize(4);
        assertThat(members(pipeline.purchaseSent())).hasSize(4);
        pipeline.purchaseFailed(half, new ApiError.InsufficientBalance());
        pipeline.after(Duration.ofSeconds(3));
        assertThat(members(pipeline.purchaseSent())).hasSize(2);
        assertThat(members(pipeline.purchaseSent())).hasSize(2);
    }

    @Test
    void aRepeatedAnswerTellsNothingNew() {
        Sending first = together(3);
        pipeline.bought(first, 1, "12", "11");
        pipeline.event("r1", PLACED);
        pipeline.event("r2", PLACED);
        pipeline.bought(first, 1, "12", "11");
        pipeline.nothingElse();
        pipeline.after(Duration.ofSeconds(2));
        assertThat(members(pipeline.purchaseSent())).containsExactly("r3");
    }

    @Test
    void afterTenMinutesItIsInDoubtAndWhatComesThenIsCancelled() {
        Sending first = together(2);
        pipeline.purchaseFailed(first, new ApiError.ServerFailure(500));
        int sendings = 1;
        Instant end = first.purchase().decidedAt().plus(Duration.ofMinutes(10));
        while (pipeline.now().isBefore(end)) {
            assertThat(pipeline.purchasesStored()).isEqualTo(1);
            pipeline.after(STEP);
            while (!pipeline.api.sendings().isEmpty()) {
                Sending again = pipeline.purchaseSent();
                assertSame(first, again);
                sendings++;
                pipeline.purchaseFailed(again, new ApiError.NoAnswer("timed out"));
            }
        }
        pipeline.after(STEP);
        assertThat(sendings).isBetween(20, 30);
        assertThat(pipeline.purchasesStored()).isZero();
        for (String requestId : List.of("r1", "r2")) {
            assertThat(pipeline.event(requestId, IN_DOUBT).errorCode()).isEqualTo("NO_ANSWER");
            pipeline.alert("order_in_doubt");
        }
        pipeline.after(Duration.ofSeconds(2));
        Sending anew = pipeline.purchaseSent();
        assertThat(anew.purchase().key()).isNotEqualTo(first.purchase().key());

        pipeline.bought(first, 0, "11", "12");

        assertThat(pipeline.event("r1", ORPHANED).orderId()).isEqualTo("11");
        assertThat(pipeline.event("r2", ORPHANED).orderId()).isEqualTo("12");
        pipeline.after(SOON);
        pipeline.cancelAccepted(pipeline.cancelSent());
        pipeline.event("r1", CANCELLED);
        pipeline.cancelAccepted(pipeline.cancelSent());
        pipeline.event("r2", CANCELLED);
        pipeline.bought(anew, 0, "13", "14");
        pipeline.event("r1", PLACED);
        pipeline.event("r2", PLACED);
    }

    @Test
    void whoHasWithdrawnMeanwhileHasItsOrderCancelled() {
        Sending first = together(2);
        pipeline.commanded("r1", VerificationCommand.withdraw());
        pipeline.bought(first, 0, "11", "12");
        pipeline.event("r1", PLACED);
        pipeline.event("r2", PLACED);
        pipeline.after(SOON);
        pipeline.cancelAccepted(pipeline.cancelSent());
        pipeline.event("r1", CANCELLED);
        pipeline.noCode("r1", Outcome.WITHDRAWN);
    }

    /** Makes that many requests wait, and lets them go. */
    private Sending together(int requests) {
        pipeline.api.refuse(CallKind.CREATE);
        for (int i = 1; i <= requests; i++) {
            pipeline.requested("r" + i, WHATSAPP_IN_INDONESIA);
        }
        pipeline.api.admitAgain(CallKind.CREATE);
        pipeline.after(Duration.ofMillis(400));
        return pipeline.purchaseSent();
    }

    private static void assertSame(Sending first, Sending again) {
        assertThat(again.purchase().key()).isEqualTo(first.purchase().key());
        assertThat(body(again)).isEqualTo(body(first));
        assertThat(members(again)).isEqualTo(members(first));
    }

    private static List<String> members(Sending sending) {
        return sending.purchase().members().stream().map(Member::requestId).toList();
    }

    private static String body(Sending sending) {
        return new String(sending.purchase().body().bytes(), StandardCharsets.UTF_8);
    }
}
