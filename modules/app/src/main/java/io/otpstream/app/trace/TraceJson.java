package io.otpstream.app.trace;

import io.otpstream.app.results.ResultRecord;
import io.otpstream.app.text.JsonLine;
import io.otpstream.app.text.PhoneNumbers;
import io.otpstream.contract.DeadLetterHeaders;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OtpResult;
import io.otpstream.contract.Topics;
import java.util.List;

/** A request's life as JSON, an object per line, without codes and whole numbers. */
public final class TraceJson {

    private TraceJson() {}

    /** {@code event} says what happened; the fields of the record are spelled as on its topic. */
    public static String line(String requestId, Moment moment) {
        Step step = moment.step();
        JsonLine line = JsonLine.empty()
                .with("event", TraceText.word(step))
                .with("request_id", requestId)
                .with("topic", step.topic())
                .with("at", step.at().toString())
                .with("after_ms", moment.afterStart().toMillis())
                .with("step_ms", moment.afterPrevious().toMillis());
        JsonLine whole =
                switch (step) {
                    case Step.Asked asked -> line.withAll(Topics.REQUESTS, asked.request());
                    case Step.Told told -> line.with("attempt", told.command().attempt());
                    case Step.Unreadable unreadable -> line.with("reason", unreadable.reason());
                    case Step.Ordered(var event) -> order(line, event);
                    case Step.Resulted(ResultRecord.WithCode(var result)) -> code(line, result);
                    case Step.Resulted(ResultRecord.FollowUp(var result)) -> code(line, result);
                    case Step.Resulted(ResultRecord.WithoutCode(var result)) ->
                        line.withAll(Topics.EXPIRY_RESULTS, result);
                    case Step.Buried buried -> letter(line, buried.why());
                    case Step.PutBack putBack -> letter(line, putBack.why()).with("to", putBack.to());
                };
        return whole.toString();
    }

    /** The last line: {@code event} is {@code summary}. */
    public static String line(String requestId, Summary summary, List<Gap> gaps) {
        return JsonLine.empty()
                .with("event", "summary")
                .with("request_id", requestId)
                .with("outcome", summary.word())
                .with("lasted_ms", summary.lasted().toMillis())
                .with(
                        "first_number_after_ms",
                        summary.firstNumberAfter() == null
                                ? null
                                : summary.firstNumberAfter().toMillis())
                .with("orders", summary.orders())
                .with("spent_idr", summary.spentIdr())
                .with("incomplete_topics", gaps.stream().map(Gap::topic).toList())
                .toString();
    }

    private static JsonLine order(JsonLine line, OrderEvent event) {
        return line.with("attempt", event.attempt())
                .with("country_id", event.countryId())
                .with("platform_id", event.platformId())
                .with("order_id", event.orderId())
                .with("number_masked", event.phoneNumber() == null ? null : PhoneNumbers.masked(event.phoneNumber()))
                .with("price_idr", event.priceIdr())
                .with("currency", event.currency())
                .with("reason", event.reason() == null ? null : event.reason().word())
                .with("error_code", event.errorCode());
    }

    private static JsonLine code(JsonLine line, OtpResult result) {
        return line.with("attempt", result.attempt())
                .with("country_id", result.countryId())
                .with("platform_id", result.platformId())
                .with("order_id", result.orderId())
                .with("number_masked", PhoneNumbers.masked(result.phoneNumber()))
                .with("price_idr", result.priceIdr())
                .with("currency", result.currency());
    }

    private static JsonLine letter(JsonLine line, DeadLetterHeaders why) {
        return line.with("from_topic", why.topic())
                .with("from_partition", why.partition())
                .with("from_offset", why.offset())
                .with("reason", why.reason())
                .with("field", why.field());
    }
}
