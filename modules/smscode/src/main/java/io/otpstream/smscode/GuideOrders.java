package io.otpstream.smscode;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Orders in the guide's spelling. */
final class GuideOrders {

    private GuideOrders() {}

    /**
     * The answer to a create. Only the id is indispensable: without it the order can't be looked at. A status that isn't
     * there means waiting, so that a paid order isn't lost for want of it.
     */
    static Order created(JsonNode data) throws UnreadableAnswerException {
        String id = JsonFields.text(data.path("order_id"));
        if (id == null) {
            throw new UnreadableAnswerException("order_id is missing");
        }
        return order(id, data);
    }

    /** The answer to a look, which need not repeat the id, but mustn't be about another order. */
    static Order looked(String askedId, JsonNode data) throws UnreadableAnswerException {
        String id = JsonFields.text(data.path("order_id"));
        if (id != null && !id.equals(askedId)) {
            throw new UnreadableAnswerException("order_id is not the one that was asked for");
        }
        if (JsonFields.text(data.path("status")) == null) {
            throw new UnreadableAnswerException("status is missing");
        }
        return order(askedId, data);
    }

    /** Whether the answer to a cancel says that the code was there first. */
    static boolean isCompleted(JsonNode data) {
        return status(JsonFields.text(data.path("status"))) == OrderStatus.COMPLETED;
    }

    private static Order order(String id, JsonNode data) {
        return new Order(
                id,
                JsonFields.text(data.path("phone_number")),
                status(JsonFields.text(data.path("status"))),
                JsonFields.text(data.path("otp_code")),
                JsonFields.text(data.path("otp_message")),
                // The guide's answers name no price.
                null,
                JsonFields.instant(data.path("expires_at")));
    }

    private static OrderStatus status(@Nullable String word) {
        return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
            case "completed" -> OrderStatus.COMPLETED;
            case "expired" -> OrderStatus.EXPIRED;
            case "cancelled", "canceled" -> OrderStatus.CANCELLED;
            default -> OrderStatus.WAITING;
        };
    }
}
