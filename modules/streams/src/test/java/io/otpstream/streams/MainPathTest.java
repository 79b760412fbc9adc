package io.otpstream.streams;

import static io.otpstream.contract.OrderEventType.CANCELLED;
import static io.otpstream.contract.OrderEventType.COMPLETED;
import static io.otpstream.contract.OrderEventType.EXPIRED;
import static io.otpstream.contract.OrderEventType.IN_DOUBT;
import static io.otpstream.contract.OrderEventType.PLACED;
import static io.otpstream.contract.OrderEventType.REFUSED;
import static io.otpstream.streams.PipelineFixture.INDONESIA;
import static io.otpstream.streams.PipelineFixture.MALAYSIA;
import static io.otpstream.streams.PipelineFixture.NUMBER;
import static io.otpstream.streams.PipelineFixture.WHATSAPP;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.CancelReason;
import io.otpstream.contract.Costs;
import io.otpstream.contract.OtpResult;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.Priority;
import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationCommand;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.streams.calls.ApiCalls.Addressed;
import io.otpstream.streams.calls.CallKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from a request to its final record. */
class MainPathTest {

    private static final VerificationRequest WHATSAPP_IN_INDONESIA = VerificationRequest.of(WHATSAPP, INDONESIA);
    private static final Duration LOOK_GAP = Duration.ofSeconds(5);

    @TempDir
    Path stateDir;

    private PipelineFixture pipeline;

    @BeforeEach
    void start() {
        pipeline = new PipelineFixture(stateDir);
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void aCodeComesOut() {
        pipeline.requested("r1", WHATSAPP_IN_INDONESIA.withTenant("checkout").withLabels("nightly"));
        pipeline.after(Duration.ofMillis(200));
        Addressed create = pipeline.createSent();
        assertThat(create.callId()).isEqualTo("r1/1/1");
        pipeline.placed(create, "o1");
        assertThat(pipeline.event("r1", PLACED))
                .satisfies(placed -> assertThat(placed.phoneNumber()).isEqualTo(NUMBER))
                .satisfies(placed -> assertThat(placed.priceIdr()).isEqualTo(3_500));

        pipeline.after(LOOK_GAP);
        pipeline.looked(pipeline.lookSent(), OrderStatus.WAITING, null);
        pipeline.nothingElse();
        pipeline.after(LOOK_GAP);
        pipeline.looked(pipeline.lookSent(), OrderStatus.COMPLETED, "847291");

        pipeline.event("r1", COMPLETED);
        OtpResult result = pipeline.code("r1");
        assertThat(result.code()).isEqualTo("847291");
        assertThat(result.phoneNumber()).isEqualTo(NUMBER);
        assertThat(result.tenant()).isEqualTo("checkout");
        assertThat(result.labels()).containsExactly("nightly");
        SuccessRates rates = pipeline.rates(INDONESIA);
        assertThat(rates.countryCode()).isEqualTo("ID");
        assertThat(rates.codes()).isEqualTo(1);
        assertThat(rates.spendIdr()).isEqualTo(3_500);
        assertThat(rates.successRate()).isEqualTo(1.0);
        assertThat(rates.meanSecondsToCode()).isBetween(10.0, 11.0);
        assertThat(pipeline.table(Topics.SUCCESS_RATES_BY_PLATFORM, "6/1").codes())
                .isEqualTo(1);
        assertThat(pipeline.table(Topics.SUCCESS_RATES_BY_HOUR, "6/2026-01-01T00:00:00Z")
                        .codes())
                .isEqualTo(1);
        Costs costs = pipeline.table(Topics.COSTS, "2026-01-01T00:00:00Z/6/1?tenant=checkout&label=nightly");
        assertThat(costs.spendIdr()).isEqualTo(3_500);
        assertThat(costs.lockedIdr()).isZero();
    }

    @Test
    void noCreateLeavesBeforeTheCommitThatAnnouncesIt() {
        pipeline.commits(false);
        pipeline.requested("r1", WHATSAPP_IN_INDONESIA);
        pipeline.after(Duration.ofMillis(500));
        assertThat(pipeline.api.sent()).isEmpty();

        pipeline.commits(true);
        pipeline.after(Duration.ofMillis(100));
        pipeline.createFailed(pipeline.createSent(), new ApiError.InvalidParameters("platform_id"));
        pipeline.event("r1", REFUSED);
        pipeline.noCode("r1", Outcome.REJECTED);
    }

    @Test
    void aDuplicateIsAnsweredOnce() {
        pipeline.requested("r1", WHATSAPP_IN_INDONESIA);
        pipeline.requested("r1", VerificationRequest.of(2, MALAYSIA));
        pipeline.after(Duration.ofMillis(200));
        pipeline.createFailed(pipeline.createSent(), new ApiError.InvalidParameters("platform_id"));
        pipeline.event("r1", REFUSED);
        pipeline.noCode("r1", Outcome.REJECTED);

        pipeline.requested("r1", WHATSAPP_IN_INDONESIA);
        pipeline.after(Duration.ofSeconds(1));
        pipeline.nothingElse();
    }

    @Test
    void theNextCountryIsTriedWhenOneHasNoNumber() {
        pipeline.requested("r1", VerificationRequest.of(WHATSAPP, 3, INDONESIA, MALAYSIA));
        pipeline.after(Duration.ofMillis(200));
        pipeline.createFailed(pipeline.createSent(), new ApiError.ProductUnavailable());
        pipeline.event("r1", REFUSED);
        assertThat(pipeline.rates(INDONESIA).orders()).containsEntry("no_stock", 1L);

        pipeline.after(Duration.ofMillis(200));
        Addressed second = pipeline.createSent();
        assertThat(((SendCreate) second.call()).countryId()).isEqualTo(MALAYSIA);
        pipeline.placed(second, "o2");
        assertThat(pipeline.event("r1", PLACED).priceIdr()).isEqualTo(9_000);
    }

    @Test
    void aPriceAboveTheLimitIsNotPaid() {
        pipeline.requested("r1", WHATSAPP_IN_INDONESIA.withMaxPriceIdr(3_000));
        pipeline.after(Duration.ofMillis(200));
        pipeline.noCode("r1", Outcome.PRICE_ABOVE_LIMIT);
    }

    @Test
    void anExpiredOrderIsReplacedWhileAttemptsAreLeft() {
        place("r1", WHATSAPP_IN_INDONESIA.withMaxAttempts(2));
        pipeline.after(LOOK_GAP);
        pipeline.looked(pipeline.lookSent(), OrderStatus.EXPIRED, null);
        pipeline.event("r1", EXPIRED);
        pipeline.after(Duration.ofMillis(300));
        pipeline.placed(pipeline.createSent(), "o2");
        assertThat(pipeline.event("r1", PLACED).attempt()).isEqualTo(2);
        pipeline.after(LOOK_GAP);
        pipeline.looked(pipeline.lookSent(), OrderStatus.CANCELLED, null);
        pipeline.event("r1", CANCELLED);
        assertThat(pipeline.noCode("r1", Outcome.CANCELLED).attempts()).hasSize(2);
    }

    @Test
    void atTheDeadlineTheOrderIsCancelled() {
        place("r1", WHATSAPP_IN_INDONESIA.withTimeoutSeconds(12));
        pipeline.after(LOOK_GAP);
        pipeline.looked(pipeline.lookSent(), OrderStatus.WAITING, null);
        pipeline.after(LOOK_GAP);
        pipeline.looked(pipeline.lookSent(), OrderStatus.WAITING, null);
        pipeline.after(Duration.ofSeconds(3));
        pipeline.cancelAccepted(pipeline.cancelSent());
        assertThat(pipeline.event("r1", CANCELLED).reason()).isEqualTo(CancelReason.TIMED_OUT);
        pipeline.noCode("r1", Outcome.TIMED_OUT);
        assertThat(pipeline.rates(INDONESIA).orders()).isEqualTo(Map.of("given_up_early", 1L));
    }

    @Test
    void aWithdrawCancelsTheOrder() {
        place("r1", WHATSAPP_IN_INDONESIA);
        pipeline.commanded("r1", VerificationCommand.withdraw());
        pipeline.after(Duration.ofMillis(300));
        pipeline.cancelAccepted(pipeline.cancelSent());
        assertThat(pipeline.event("r1", CANCELLED).reason()).isEqualTo(CancelReason.WITHDRAWN);
        pipeline.noCode("r1", Outcome.WITHDRAWN);
    }

    @Test
    void aWithdrawThatOvertakesItsRequestCounts() {
        pipeline.commanded("r1", VerificationCommand.withdraw());
        pipeline.nothingElse();
        pipeline.requested("r1", WHATSAPP_IN_INDONESIA);
        pipeline.noCode("r1", Outcome.WITHDRAWN);
    }

    @Test
    void aRefusedNumberIsReplaced() {
        place("r1", WHATSAPP_IN_INDONESIA);
        pipeline.commanded("r1", VerificationCommand.numberRejected().forAttempt(1));
        pipeline.after(Duration.ofMillis(300));
        pipeline.cancelAccepted(pipeline.cancelSent());
        pipeline.event("r1", CANCELLED);
        pipeline.after(Duration.ofMillis(300));
        pipeline.placed(pipeline.createSent(), "o2");
        pipeline.event("r1", PLACED);
    }

    @Test
    void theDeadlineStartsAgainWhenTheTextIsRequested() {
        place("r1", WHATSAPP_IN_INDONESIA.withTimeoutSeconds(10));
        pipeline.after(LOOK_GAP);
        pipeline.looked(pipeline.lookSent(), OrderStatus.WAITING, null);
        pipeline.commanded("r1", VerificationCommand.smsRequested());
        pipeline.after(LOOK_GAP);
        pipeline.looked(pipeline.lookSent(), OrderStatus.WAITING, null);
        pipeline.after(Duration.ofSeconds(2));
        pipeline.nothingElse();
    }

    @Test
    void aCreateInDoubtIsReportedAndOrderedAgain() {
        pipeline.requested("r1", WHATSAPP_IN_INDONESIA);
        pipeline.after(Duration.ofMillis(200));
        pipeline.createFailed(pipeline.createSent(), new ApiError.NoAnswer("timed out"));
        pipeline.event("r1", IN_DOUBT);
        assertThat(pipeline.counted("in-doubt-total")).isEqualTo(1);
        assertThat(pipeline.alert("order_in_doubt").message()).contains("r1", "NO_ANSWER");
        pipeline.after(Duration.ofSeconds(2));
        pipeline.placed(pipeline.createSent(), "o2");
        pipeline.event("r1", PLACED);
    }

    @Test
    void withoutAPermitRequestsWait() {
        pipeline.api.refuse(CallKind.CREATE);
        pipeline.requested("r1", WHATSAPP_IN_INDONESIA);
        pipeline.after(Duration.ofSeconds(10));
        pipeline.nothingElse();
        pipeline.api.admitAgain(CallKind.CREATE);
        pipeline.after(Duration.ofMillis(500));
        pipeline.placed(pipeline.createSent(), "o1");
        pipeline.event("r1", PLACED);
    }

    @Test
    void withoutAPermitTheDeadlineHoldsAllTheSame() {
        place("r1", WHATSAPP_IN_INDONESIA.withTimeoutSeconds(10));
        pipeline.api.refuse(CallKind.LOOK);
        pipeline.api.refuse(CallKind.CANCEL);
        pipeline.after(Duration.ofSeconds(20));
        pipeline.noCode("r1", Outcome.TIMED_OUT);
        pipeline.api.admitAgain(CallKind.CANCEL);
        pipeline.after(Duration.ofSeconds(1));
        pipeline.cancelAccepted(pipeline.cancelSent());
        pipeline.event("r1", CANCELLED);
    }

    @Test
    void withoutACatalogueRequestsWait() {
        pipeline.catalogue.fetched(false);
        pipeline.requested("r1", WHATSAPP_IN_INDONESIA);
        pipeline.after(Duration.ofSeconds(1));
        pipeline.nothingElse();
        pipeline.catalogue.fetched(true);
        pipeline.after(Duration.ofMillis(500));
        pipeline.placed(pipeline.createSent(), "o1");
        pipeline.event("r1", PLACED);
    }

    @Test
    void peopleGoBeforeBatches() {
        pipeline.api.refuse(CallKind.CREATE);
        pipeline.requested("batch", WHATSAPP_IN_INDONESIA.withPriority(Priority.BATCH));
        pipeline.requested("first", WHATSAPP_IN_INDONESIA);
        pipeline.requested("second", WHATSAPP_IN_INDONESIA);
        pipeline.api.admitAgain(CallKind.CREATE);
        pipeline.after(Duration.ofMillis(500));
        assertThat(List.of(pipeline.createSent(), pipeline.createSent(), pipeline.createSent()))
                .extracting(Addressed::requestId)
                .containsExactly("first", "second", "batch");
    }

    @Test
    void aRequestThatCantStartInTimeEnds() {
        pipeline.api.refuse(CallKind.CREATE);
        pipeline.requested("r1", WHATSAPP_IN_INDONESIA);
        pipeline.after(Duration.ofHours(24));
        pipeline.noCode("r1", Outcome.START_EXPIRED);
    }

    private void place(String requestId, VerificationRequest request) {
        pipeline.requested(requestId, request);
        pipeline.after(Duration.ofMillis(200));
        pipeline.placed(pipeline.createSent(), "o1");
        pipeline.event(requestId, PLACED);
    }
}
