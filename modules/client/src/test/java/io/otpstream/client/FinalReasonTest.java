package io.otpstream.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.AttemptOutcome;
import io.otpstream.contract.ExpiryResult;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.VerificationRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FinalReasonTest {

    private static final Map<Outcome, FailureReason> PLAIN = Map.of(
            Outcome.EXPIRED, new FailureReason.OrderEnded(false),
            Outcome.CANCELLED, new FailureReason.OrderEnded(true),
            Outcome.TIMED_OUT, new FailureReason.NoCode(),
            Outcome.WITHDRAWN, new FailureReason.Withdrawn(),
            Outcome.NO_STOCK, new FailureReason.NoStock(),
            Outcome.PRICE_ABOVE_LIMIT, new FailureReason.PriceAboveLimit(),
            Outcome.REJECTED, new FailureReason.Rejected("platform_id"),
            Outcome.NUMBER_REJECTED, new FailureReason.NumberRejected(),
            Outcome.START_EXPIRED, new FailureReason.StartExpired(),
            Outcome.UNKNOWN, new FailureReason.OtherOutcome());

    private final PipelineSigns signs = new PipelineSigns();

    @Test
    void everyOutcomeHasItsReason() {
        assertThat(PLAIN.keySet()).isEqualTo(EnumSet.allOf(Outcome.class));
        assertThat(PLAIN).allSatisfy((outcome, reason) -> assertThat(
                        FinalReason.of(Records.ended("r", outcome, "platform_id"), signs))
                .isEqualTo(reason));
    }

    @Test
    void aRejectionBecauseNobodyKnowsWhetherAnOrderWasPlacedIsNotTheCallersFault() {
        ExpiryResult result =
                Records.ended("r", Outcome.REJECTED, Records.attempt(AttemptOutcome.IN_DOUBT, "NO_ANSWER"));

        assertThat(FinalReason.of(result, signs)).isEqualTo(new FailureReason.OrderInDoubt());
    }

    @Test
    void aTextInWhichTheApiFoundNoCodeIsNoMissingText() {
        ExpiryResult result =
                Records.ended("r", Outcome.TIMED_OUT, Records.attempt(AttemptOutcome.TIMED_OUT, "NO_CODE_IN_TEXT"));

        assertThat(FinalReason.of(result, signs)).isEqualTo(new FailureReason.TextWithoutCode());
    }

    @Test
    void anAlertExplainsWhyNoOrderCouldBeStarted() {
        signs.onAlert(Records.raised(Halt.SPEND_CAP_REACHED, Records.T0));

        assertThat(FinalReason.of(Records.ended("r", Outcome.START_EXPIRED), signs))
                .isInstanceOf(FailureReason.OrdersHalted.class);
    }

    @Test
    void onlyWhatKeepsTheApiFromBeingAskedExcusesAMissingCode() {
        Arrays.stream(Halt.values()).forEach(halt -> {
            PipelineSigns one = new PipelineSigns();
            one.onAlert(Records.raised(halt, Records.T0));
            FailureReason reason = FinalReason.of(Records.ended("r", Outcome.TIMED_OUT), one);
            assertThat(reason instanceof FailureReason.NoCode)
                    .as(halt.kind())
                    .isEqualTo(halt != Halt.API_DOWN && halt != Halt.TOKEN_REJECTED);
        });
    }

    @Test
    void theMessageNamesRequestReasonCountriesAttemptsAndCost() {
        ExpiryResult result = Records.ended(
                "signup-17",
                Outcome.TIMED_OUT,
                new ExpiryResult.Attempt(1, 7, AttemptOutcome.NO_STOCK, null, null, "NO_STOCK_IN_CATALOGUE"),
                Records.attempt(AttemptOutcome.TIMED_OUT, null));
        FailureReason reason = FinalReason.of(result, signs);

        Failure failure = Failure.at(result, VerificationRequest.of("whatsapp", "MY", "ID"), reason);

        assertThat(new VerificationFailedException(failure, null))
                .hasMessage("request signup-17: no code came: a number was there, and no text was sent to it (countries"
                        + " MY, ID; orders: 1, 15000 IDR before refunds; attempt 1 in country 7: no_stock"
                        + " (NO_STOCK_IN_CATALOGUE); attempt 1 in country 6: timed_out at 15000 IDR). otpstream says:"
                        + " Said for people.");
        assertThat(failure.orderedIdr()).isEqualTo(Records.PRICE);
    }
}
