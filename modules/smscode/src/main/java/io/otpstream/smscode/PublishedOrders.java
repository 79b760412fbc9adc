package io.otpstream.smscode;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.FinishAccepted;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.api.Purchased;
import io.otpstream.domain.api.ResendAccepted;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders in the spelling of the published contract. Fields that a row lacks are null, as old answers lack some. */
final class PublishedOrders {

    private PublishedOrders() {}

    /**
     * The answer to a create, perhaps without any order. An order without an id makes all of it unreadable: it is paid,
     * and the same key tells once more what was bought. A status that isn't there means waiting.
     */
    static Purchased purchased(JsonNode data) throws UnreadableAnswerException {
        JsonNode rows = data.path("orders");
        if (!rows.isArray()) {
            throw new UnreadableAnswerException("orders is not a list");
        }
        List<Order> orders = new ArrayList<>();
        for (JsonNode row : rows) {
            String id = JsonFields.text(row.path("id"));
            if (id == null) {
                throw new UnreadableAnswerException("id of an order is missing");
            }
            orders.add(order(id, row));
        }
        int failed = JsonFields.id(data.path("failed_count")).orElse(0);
        if (orders.isEmpty() && failed == 0) {
            throw new UnreadableAnswerException("neither orders nor failed_count say what became of it");
        }
        return new Purchased(orders, failed);
    }

    /** The answer to a look, which need not repeat the id, but mustn't be about another order. */
    static Order looked(String askedId, JsonNode data) throws UnreadableAnswerException {
        checkId(askedId, "id", data);
        if (JsonFields.text(data.path("status")) == null) {
            throw new UnreadableAnswerException("status is missing");
        }
        return order(askedId, data);
    }

    /** An order without id or status is left out: one that is absent is looked up. */
    static List<Order> listed(JsonNode data) throws UnreadableAnswerException {
        return Rows.read("orders", data, row -> Optional.ofNullable(JsonFields.text(row.path("id")))
                .filter(id -> JsonFields.text(row.path("status")) != null)
                .map(id -> order(id, row)));
    }

    /** Where the answer says how the order stands, it has to stand cancelled. */
    static CancelAccepted cancelled(String askedId, JsonNode data) throws UnreadableAnswerException {
        checkId(askedId, "order_id", data);
        String status = JsonFields.text(data.path("status"));
        if (status != null && status(status) != OrderStatus.CANCELLED) {
            throw new UnreadableAnswerException("the order that was to be cancelled is not");
        }
        return new CancelAccepted(
                JsonFields.whole(data.path("refund_amount"), RoundingMode.FLOOR).orElse(null));
    }

    static FinishAccepted finished(String askedId, JsonNode data) throws UnreadableAnswerException {
        checkId(askedId, "order_id", data);
        return new FinishAccepted();
    }

    static ResendAccepted resent(String askedId, JsonNode data) throws UnreadableAnswerException {
        checkId(askedId, "order_id", data);
        return new ResendAccepted(data.path("resent").asBoolean(false));
    }

    private static void checkId(String askedId, String field, JsonNode data) throws UnreadableAnswerException {
        if (!data.isObject()) {
            throw new UnreadableAnswerException("data is not an order");
        }
        String id = JsonFields.text(data.path(field));
        if (id != null && !id.equals(askedId)) {
            throw new UnreadableAnswerException(field + " is not the one that was asked for");
        }
    }

    private static Order order(String id, JsonNode row) {
        return new Order(
                id,
                phoneNumber(JsonFields.text(row.path("phone_number"))),
                status(JsonFields.text(row.path("status"))),
                JsonFields.text(row.path("otp_code")),
                JsonFields.text(row.path("otp_message")),
                JsonFields.whole(row.path("amount"), RoundingMode.CEILING).orElse(null),
                JsonFields.instant(row.path("expires_at")),
                JsonFields.id(row.path("sms_revision")).orElse(null),
                JsonFields.instant(row.path("capabilities").path("cancel_available_at")));
    }

    /** The contract's sample has a plus in front, its users have met numbers without: a plus and digits. */
    private static @Nullable String phoneNumber(@Nullable String text) {
        String digits = text == null ? "" : text.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? null : "+" + digits;
    }

    private static OrderStatus status(@Nullable String word) {
        return switch (word == null ? "" : word.toUpperCase(Locale.ROOT)) {
            case "OTP_RECEIVED" -> OrderStatus.TEXT_RECEIVED;
            case "COMPLETED" -> OrderStatus.COMPLETED;
            case "EXPIRED" -> OrderStatus.EXPIRED;
            case "CANCELED", "CANCELLED" -> OrderStatus.CANCELLED;
            default -> OrderStatus.WAITING;
        };
    }
}
