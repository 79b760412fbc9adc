package io.otpstream.app.results;

import io.otpstream.app.text.JsonLine;
import io.otpstream.app.text.PhoneNumbers;
import io.otpstream.app.text.PlainText;
import io.otpstream.contract.OtpResult;
import io.otpstream.contract.Topics;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Records of results as lines, for people and for programs. The lines hold numbers and codes: they are the answer. The column of
 * ids grows with the longest that was seen. For one thread.
 */
public final class ResultRecordText {

    private int idWidth;

    /** Makes room for an id that is going to come. */
    public void makeRoomFor(String requestId) {
        idWidth = Math.max(idWidth, requestId.length());
    }

    /** Instant, request id, code or outcome, and what else is worth knowing, in columns. */
    public String line(ResultRecord record) {
        makeRoomFor(record.requestId());
        String id = record.requestId() + " ".repeat(idWidth - record.requestId().length());
        String rest =
                switch (record) {
                    case ResultRecord.WithCode(var result) -> column("code " + result.code()) + details(result);
                    case ResultRecord.FollowUp(var result) ->
                        column("code " + result.code()) + details(result) + "  follow-up";
                    case ResultRecord.WithoutCode(var result) ->
                        column(result.outcome().word()) + result.reason();
                };
        return PlainText.of(record.at().truncatedTo(ChronoUnit.SECONDS) + "  " + id + "  " + rest);
    }

    /** An object with {@code event} ({@code code} or {@code outcome}) and all fields of the record, as {@code follow_up}. */
    public static String jsonLine(ResultRecord record) {
        JsonLine line = JsonLine.empty();
        return switch (record) {
            case ResultRecord.WithCode(var result) -> codeLine(line, result);
            case ResultRecord.FollowUp(var result) -> codeLine(line, result);
            case ResultRecord.WithoutCode(var result) ->
                line.with("event", "outcome")
                        .withAll(Topics.EXPIRY_RESULTS, result)
                        .toString();
        };
    }

    private static String codeLine(JsonLine line, OtpResult result) {
        return line.with("event", "code").withAll(Topics.OTP_RESULTS, result).toString();
    }

    private static String column(String text) {
        // As wide as the longest word for an outcome.
        return String.format(Locale.ROOT, "%-17s  ", text);
    }

    private static String details(OtpResult result) {
        double seconds = Duration.between(result.requestedAt(), result.seenAt()).toMillis() / 1_000.0;
        return String.format(
                Locale.ROOT,
                "%s  country %d  platform %d  attempt %d  %d %s  after %.1f s",
                PhoneNumbers.international(result.phoneNumber()),
                result.countryId(),
                result.platformId(),
                result.attempt(),
                result.priceIdr(),
                result.currency(),
                seconds);
    }
}
