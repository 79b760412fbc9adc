package io.otpstream.client;

import io.otpstream.contract.AttemptOutcome;
import io.otpstream.contract.ExpiryResult;
import java.util.Optional;

/** Why a request ended without a code, as its final record and the alerts of that time say. */
final class FinalReason {

    /** A text came and was paid for, but the API reads no code in it; of otpstream, not of the API. */
    private static final String NO_CODE_IN_TEXT = "NO_CODE_IN_TEXT";

    private FinalReason() {}

    static FailureReason of(ExpiryResult result, PipelineSigns signs) {
        return switch (result.outcome()) {
            case TIMED_OUT -> timedOut(result, signs);
            case EXPIRED -> new FailureReason.OrderEnded(false);
            case CANCELLED -> new FailureReason.OrderEnded(true);
            case WITHDRAWN -> new FailureReason.Withdrawn();
            case NO_STOCK -> new FailureReason.NoStock();
            case PRICE_ABOVE_LIMIT -> new FailureReason.PriceAboveLimit();
            case NUMBER_REJECTED -> new FailureReason.NumberRejected();
            case REJECTED ->
                last(result)
                                .filter(attempt -> attempt.outcome() == AttemptOutcome.IN_DOUBT)
                                .isPresent()
                        ? new FailureReason.OrderInDoubt()
                        : new FailureReason.Rejected(result.field());
            case START_EXPIRED ->
                signs.halt().map(FailureReason.class::cast).orElseGet(FailureReason.StartExpired::new);
            case UNKNOWN -> new FailureReason.OtherOutcome();
        };
    }

    /** Where nobody could ask the API for the code, its absence says nothing of the product. */
    private static FailureReason timedOut(ExpiryResult result, PipelineSigns signs) {
        boolean textCame = last(result)
                .filter(attempt -> NO_CODE_IN_TEXT.equals(attempt.errorCode()))
                .isPresent();
        return textCame
                ? new FailureReason.TextWithoutCode()
                : signs.blindness().map(FailureReason.class::cast).orElseGet(FailureReason.NoCode::new);
    }

    private static Optional<ExpiryResult.Attempt> last(ExpiryResult result) {
        return result.attempts().isEmpty()
                ? Optional.empty()
                : Optional.of(result.attempts().getLast());
    }
}
