package io.otpstream.client;

import static io.otpstream.client.ClientFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.contract.AttemptOutcome;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationRequest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody waits for no time at all: what do the records tell by then? */
class PatienceTest {

    private static final FailureReason NO_ANSWER = new FailureReason.NoAnswer(Duration.ZERO);
    private static final FailureReason NUMBER_NOT_YET = new FailureReason.NumberNotYet(Duration.ZERO);
    private static final FailureReason CODE_NOT_YET = new FailureReason.CodeNotYet(Duration.ZERO);

    private final ClientFixture fixture = ClientFixture.start();
    private Verification verification;

    @BeforeEach
    void request() {
        verification = fixture.client.request(
                VerificationRequest.of(1, 6).withTimeoutSeconds(90),
                RequestOptions.none().withId("r").onNumber((attempt, number) -> {}));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void nothingWasHeardOfOtpstream() {
        assertThat(whyNoNumber()).isEqualTo(NO_ANSWER);
        assertThat(whyNoCode()).isEqualTo(NO_ANSWER);
        assertThat(verification.number()).isNotDone();
        assertThat(verification.isSettled()).isFalse();
    }

    @Test
    void othersAreServed() {
        fixture.topics.write(Topics.OTP_RESULTS, "other", Records.code("other", Records.CODE));

        await().atMost(PATIENCE).until(() -> whyNoNumber().equals(NUMBER_NOT_YET));
    }

    @Test
    void anAlertSaysWhatStopsOrders() {
        fixture.topics.write(Topics.ALERTS, "balance_empty", Records.raised(Halt.BALANCE_EMPTY, Records.T0));

        await().atMost(PATIENCE)
                .until(() -> whyNoCode() instanceof FailureReason.OrdersHalted(Halt halt, var alert)
                        && halt == Halt.BALANCE_EMPTY
                        && alert.at().equals(Records.T0));
        assertThat(whyNoNumber().suspect()).isEqualTo(Suspect.SERVICE);
    }

    @Test
    void anAlertThatWasTakenBackSaysNothing() {
        fixture.topics.write(Topics.ALERTS, "banned", Records.raised(Halt.BANNED, Records.T0));
        await().atMost(PATIENCE).until(() -> whyNoNumber() instanceof FailureReason.OrdersHalted);
        fixture.topics.write(Topics.ALERTS, "banned", Records.cleared(Halt.BANNED, Records.T0));

        await().atMost(PATIENCE).until(() -> whyNoNumber().equals(NO_ANSWER));
    }

    @Test
    void norDoesOneThatALaterOrderOfAnybodyHasOutdated() {
        fixture.topics.write(Topics.ALERTS, "api_down", Records.raised(Halt.API_DOWN, Records.T0.minusSeconds(3600)));
        await().atMost(PATIENCE).until(() -> whyNoNumber() instanceof FailureReason.OrdersHalted);
        fixture.topics.write(Topics.ORDERS, "other", Records.placed("other", 1, Records.NUMBER));

        await().atMost(PATIENCE).until(() -> whyNoNumber().equals(NUMBER_NOT_YET));
    }

    @Test
    void anOrderThatWasOnItsWayOutdatesNone() {
        fixture.topics.write(
                Topics.ALERTS, "orders_paused", Records.raised(Halt.ORDERS_PAUSED, Records.T0.minusSeconds(2)));
        await().atMost(PATIENCE).until(() -> whyNoNumber() instanceof FailureReason.OrdersHalted);
        fixture.topics.write(Topics.ORDERS, "r", Records.placed("r", 1, Records.NUMBER));
        verification.awaitNumber(PATIENCE);
        fixture.topics.write(
                Topics.ORDERS,
                "r",
                Records.event(OrderEventType.EXPIRED, "r", 1).build());

        await().atMost(PATIENCE).until(() -> whyNoCode() instanceof FailureReason.OrdersHalted);
    }

    @Test
    void theNumberIsThereAndItsTimeNotOver() {
        fixture.topics.write(Topics.ORDERS, "r", Records.placed("r", 1, Records.NUMBER));
        verification.awaitNumber(PATIENCE);

        assertThat(whyNoCode()).isEqualTo(CODE_NOT_YET);
        assertThat(whyNoCode().suspect()).isEqualTo(Suspect.PRODUCT);
    }

    @Test
    void theNumberIsThereAndOtpstreamShouldLongHaveSaidHowItEnded() {
        fixture.topics.write(Topics.ORDERS, "r", Records.placed("r", 1, Records.NUMBER));
        verification.awaitNumber(PATIENCE);

        pass(Duration.ofSeconds(111));

        assertThat(whyNoCode()).isEqualTo(NO_ANSWER);
    }

    @Test
    void aTextThatWasTriggeredLaterHasItsTimeFromThere() {
        fixture.topics.write(Topics.ORDERS, "r", Records.placed("r", 1, Records.NUMBER));
        verification.awaitNumber(PATIENCE);
        pass(Duration.ofSeconds(60));
        verification.smsRequested();

        pass(Duration.ofSeconds(60));

        assertThat(whyNoCode()).isEqualTo(CODE_NOT_YET);
    }

    @Test
    void theFirstNumberIsGoneAndTheSecondNotThere() {
        fixture.topics.write(Topics.ORDERS, "r", Records.placed("r", 1, Records.NUMBER));
        verification.awaitNumber(PATIENCE);
        fixture.topics.write(
                Topics.ORDERS,
                "r",
                Records.event(OrderEventType.CANCELLED, "r", 1).build());

        await().atMost(PATIENCE).until(() -> whyNoCode().equals(NUMBER_NOT_YET));
    }

    @Test
    void aTimeOutWhileTheApiCannotBeAskedSaysNothingOfTheProduct() {
        fixture.topics.write(Topics.ALERTS, "api_down", Records.raised(Halt.API_DOWN, Records.T0));
        await().atMost(PATIENCE).until(() -> whyNoNumber() instanceof FailureReason.OrdersHalted);
        fixture.topics.write(
                Topics.EXPIRY_RESULTS,
                "r",
                Records.ended("r", Outcome.TIMED_OUT, Records.attempt(AttemptOutcome.TIMED_OUT, null)));

        assertThat(Reasons.of(() -> verification.awaitNumber(PATIENCE))).isInstanceOf(FailureReason.OrdersHalted.class);
        assertThat(verification.isSettled()).isTrue();
    }

    private FailureReason whyNoNumber() {
        return Reasons.of(() -> verification.awaitNumber(Duration.ZERO));
    }

    private FailureReason whyNoCode() {
        return Reasons.of(() -> verification.awaitCode(Duration.ZERO));
    }

    private void pass(Duration time) {
        fixture.nanos.addAndGet(time.toNanos());
    }
}
