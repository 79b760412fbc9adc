package io.otpstream.app.trace;

import io.otpstream.app.results.ResultRecord;
import io.otpstream.app.text.PhoneNumbers;
import io.otpstream.app.text.PlainText;
import io.otpstream.contract.DeadLetterHeaders;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OtpResult;
import io.otpstream.contract.VerificationRequest;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request's life as lines for people. They hold no codes, and of numbers no more than tells them apart. */
public final class TraceText {

    private static final double MS_PER_SECOND = 1_000;

    private TraceText() {}

    /** Above the moments. */
    public static String heading() {
        return columns("TIME", "AFTER s", "STEP s", "WHAT", "");
    }

    /** Instant, seconds since the first step and since the one before, what happened, and what else is worth knowing. */
    public static String line(Moment moment) {
        return columns(
                moment.step().at().truncatedTo(ChronoUnit.MILLIS).toString(),
                seconds(moment.afterStart()),
                seconds(moment.afterPrevious()),
                word(moment.step()),
                details(moment.step()));
    }

    /** The last line. */
    public static String line(Summary summary) {
        String how = summary.end() == null
                ? "no final record yet, " + seconds(summary.lasted()) + " s after the request"
                : summary.word() + " after " + seconds(summary.lasted()) + " s";
        Duration number = summary.firstNumberAfter();
        return how + ": " + summary.orders() + (summary.orders() == 1 ? " order" : " orders")
                + (number == null ? "" : ", the first after " + seconds(number) + " s")
                + ", " + summary.spentIdr() + " IDR spent";
    }

    /** What happened, in one word. */
    static String word(Step step) {
        return switch (step) {
            case Step.Asked asked -> "requested";
            case Step.Told told -> told.command().type().word();
            case Step.Unreadable unreadable -> "unreadable";
            case Step.Ordered(var event) -> event.type().word();
            case Step.Resulted(ResultRecord.WithCode code) -> "code";
            case Step.Resulted(ResultRecord.FollowUp code) -> "follow_up";
            case Step.Resulted(ResultRecord.WithoutCode(var result)) ->
                result.outcome().word();
            case Step.Buried buried -> "dead_letter";
            case Step.PutBack putBack -> "replayed";
        };
    }

    private static String details(Step step) {
        return switch (step) {
            case Step.Asked asked -> details(asked.request());
            case Step.Told told ->
                told.command().attempt() == null
                        ? ""
                        : "for attempt " + told.command().attempt();
            case Step.Unreadable unreadable -> unreadable.reason();
            case Step.Ordered(var event) -> details(event);
            case Step.Resulted(ResultRecord.WithCode(var result)) -> details(result);
            case Step.Resulted(ResultRecord.FollowUp(var result)) -> details(result);
            case Step.Resulted(ResultRecord.WithoutCode(var result)) -> result.reason();
            case Step.Buried buried ->
                "from " + origin(buried.why()) + ": " + buried.why().reason();
            case Step.PutBack putBack -> origin(putBack.why()) + " on " + putBack.to();
        };
    }

    private static String details(VerificationRequest request) {
        return joined(
                "platform " + (request.platformId() == null ? request.platform() : request.platformId()),
                "countries " + list(request.countryIds() == null ? request.countries() : request.countryIds()),
                request.maxPriceIdr() == null ? null : "at most " + request.maxPriceIdr() + " IDR",
                "attempts " + request.maxAttempts(),
                "timeout " + request.timeoutSeconds() + " s",
                request.tenant() == null ? null : "tenant " + request.tenant(),
                request.labels().isEmpty() ? null : "labels " + list(request.labels()));
    }

    private static String details(OrderEvent event) {
        return joined(
                "attempt " + event.attempt(),
                "country " + event.countryId(),
                event.orderId() == null ? null : "order " + event.orderId(),
                event.phoneNumber() == null ? null : PhoneNumbers.masked(event.phoneNumber()),
                event.priceIdr() == null ? null : event.priceIdr() + " " + event.currency(),
                event.reason() == null ? null : event.reason().word(),
                event.errorCode());
    }

    private static String details(OtpResult result) {
        return joined(
                "attempt " + result.attempt(),
                "country " + result.countryId(),
                "order " + result.orderId(),
                PhoneNumbers.masked(result.phoneNumber()),
                result.priceIdr() + " " + result.currency());
    }

    private static String origin(DeadLetterHeaders why) {
        return why.topic() + " " + why.partition() + ":" + why.offset();
    }

    private static String list(@Nullable List<?> values) {
        return values == null ? "" : values.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String joined(@Nullable String... parts) {
        StringJoiner joined = new StringJoiner(", ");
        for (String part : parts) {
            if (part != null) {
                joined.add(part);
            }
        }
        return joined.toString();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / MS_PER_SECOND);
    }

    private static String columns(String time, String after, String step, String what, String details) {
        String line = String.format(Locale.ROOT, "%-24s  %8s  %8s  %-17s  %s", time, after, step, what, details);
        return PlainText.of(line.stripTrailing());
    }
}
