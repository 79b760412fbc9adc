package io.otpstream.client;

import io.otpstream.contract.Alert;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reasons as clauses for people. */
final class ReasonText {

    private ReasonText() {}

    static String of(FailureReason reason) {
        return switch (reason) {
            case FailureReason.NoCode e -> "no code came: a number was there, and no text was sent to it";
            case FailureReason.TextWithoutCode e -> "no code came: a text did, and there is no code in it";
            case FailureReason.CodeNotYet(Duration waited) ->
                "no code within " + seconds(waited) + ": a number is there, and its order still open";
            case FailureReason.NoStock e -> "no number in stock";
            case FailureReason.PriceAboveLimit e -> "numbers cost more than max_price_idr allows";
            case FailureReason.OrderEnded(boolean cancelled) ->
                "the vendor ended the order: it " + (cancelled ? "was cancelled" : "expired");
            case FailureReason.NumberRejected e -> "the platform refused every number";
            case FailureReason.ResendRefused(String errorCode) ->
                "no other text could be asked for" + (errorCode == null ? "" : ": " + errorCode);
            case FailureReason.OrdersHalted(Halt halt, Alert alert) ->
                "halted by " + halt.kind() + " since " + alert.at() + ": " + withoutStop(alert.message());
            case FailureReason.OrderInDoubt e -> "the API gave no clear answer to the order";
            case FailureReason.StartExpired e -> "no order could be placed before start_before";
            case FailureReason.NumberNotYet(Duration waited) ->
                "no number within " + seconds(waited) + ": otpstream is at work, and the request waits";
            case FailureReason.NoAnswer(Duration waited) ->
                "no answer from otpstream within " + seconds(waited)
                        + ": does it run, and is the request's id a new one?";
            case FailureReason.NotSent(String problem) -> "the request was not acknowledged: " + withoutStop(problem);
            case FailureReason.ReadingFailed(String problem) -> "reading the topics failed: " + withoutStop(problem);
            case FailureReason.OtherOutcome e -> "it ended in a way that this version of the client doesn't know";
            case FailureReason.Rejected(String field) -> "rejected" + forField(field);
            case FailureReason.Withdrawn e -> "withdrawn";
            case FailureReason.ListenerFailed e -> "the listener for numbers failed";
            case FailureReason.ClientClosed e -> "the client was closed";
        };
    }

    /** As in {@code 90 s} or {@code 0.25 s}. */
    static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }

    private static String forField(@Nullable String field) {
        return field == null ? "" : " for its field " + field;
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
