package io.otpstream.app.requests;

import io.otpstream.app.results.ResultRecord;
import io.otpstream.app.results.ResultRecordText;
import io.otpstream.app.text.JsonLine;
import io.otpstream.app.text.PhoneNumbers;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.Topics;
import java.util.Locale;

/** Events as lines, for people and for programs. The lines hold numbers and codes: they are the answer. */
public final class WaitEventText {

    private WaitEventText() {}

    /** One sentence, without the request id. */
    public static String line(WaitEvent event) {
        return switch (event) {
            case WaitEvent.Placed(var order) -> "number " + number(order);
            case WaitEvent.Resend(var order) -> resend(order);
            case WaitEvent.Ended(ResultRecord.WithCode(var result)) -> "code " + result.code();
            case WaitEvent.Ended(ResultRecord.FollowUp(var result)) -> "another code " + result.code();
            case WaitEvent.Ended(ResultRecord.WithoutCode(var result)) ->
                result.outcome().word() + ": " + result.reason();
        };
    }

    /** An object with {@code event} ({@code placed}, {@code resent}, {@code resend_refused}, {@code code}, {@code outcome}) and all fields of the record. */
    public static String jsonLine(WaitEvent event) {
        return switch (event) {
            case WaitEvent.Placed(var order) -> orderLine(order);
            case WaitEvent.Resend(var order) -> orderLine(order);
            case WaitEvent.Ended(var record) -> ResultRecordText.jsonLine(record);
        };
    }

    private static String orderLine(OrderEvent order) {
        return JsonLine.empty()
                .with("event", order.type().word())
                .withAll(Topics.ORDERS, order)
                .toString();
    }

    private static String resend(OrderEvent order) {
        return order.errorCode() == null
                ? "another text was asked for"
                : "no other text could be asked for: " + order.errorCode();
    }

    private static String number(OrderEvent order) {
        String price = order.priceIdr() == null
                ? ""
                : String.format(Locale.ROOT, ", price %d %s", order.priceIdr(), order.currency());
        return PhoneNumbers.international(order.phoneNumber()) + " (country " + order.countryId() + ", attempt "
                + order.attempt() + price + ")";
    }
}
