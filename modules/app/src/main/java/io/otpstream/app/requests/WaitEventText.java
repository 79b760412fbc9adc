package io.otpstream.app.requests;

import io.otpstream.app.results.FinalRecord;
import io.otpstream.app.results.FinalRecordText;
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
            case WaitEvent.Ended(FinalRecord.WithCode(var result)) -> "code " + result.code();
            case WaitEvent.Ended(FinalRecord.WithoutCode(var result)) ->
                result.outcome().word() + ": " + result.reason();
        };
    }

    /** An object with {@code event} ({@code placed}, {@code code}, {@code outcome}) and all fields of the record. */
    public static String jsonLine(WaitEvent event) {
        return switch (event) {
            case WaitEvent.Placed(var order) ->
                JsonLine.empty()
                        .with("event", "placed")
                        .withAll(Topics.ORDERS, order)
                        .toString();
            case WaitEvent.Ended(var record) -> FinalRecordText.jsonLine(record);
        };
    }

    private static String number(OrderEvent order) {
        String price = order.priceIdr() == null
                ? ""
                : String.format(Locale.ROOT, ", price %d %s", order.priceIdr(), order.currency());
        return PhoneNumbers.international(order.phoneNumber()) + " (country " + order.countryId() + ", attempt "
                + order.attempt() + price + ")";
    }
}
