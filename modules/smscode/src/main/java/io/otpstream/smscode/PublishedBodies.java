package io.otpstream.smscode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otpstream.domain.api.ProductWish;
import io.otpstream.domain.api.RoutingPolicy;
import io.otpstream.domain.api.WebhookChange;
import java.util.regex.Pattern;

/** What the published contract is sent. It refuses fields that it doesn't know, so only those that are set go out. */
final class PublishedBodies {

    private static final int MOST_AT_ONCE = 100;
    /** Fits a {@code long} and is spelt as JSON spells numbers. */
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    private PublishedBodies() {}

    /** Fields always come in the same order, so the same wish gives the same bytes. */
    static byte[] create(ProductWish wish, int quantity) {
        if (quantity < 1 || quantity > MOST_AT_ONCE) {
            throw new IllegalArgumentException("quantity: expected 1 to " + MOST_AT_ONCE + ", not " + quantity);
        }
        ObjectNode json = object().put("catalog_product_id", wish.catalogProductId())
                .put("quantity", quantity)
                .put("policy", word(wish.policy()));
        if (wish.maxPriceIdr() != null) {
            json.put("max_price", wish.maxPriceIdr());
        }
        if (wish.operatorId() != null) {
            json.put("operator_id", wish.operatorId());
        }
        return bytes(json);
    }

    private static String word(RoutingPolicy policy) {
        return switch (policy) {
            case CHEAPEST -> "cheapest";
            case BEST_SUCCESS -> "best_success";
        };
    }

    /** An id that is no number, such as one of the guide's, goes out as a text: the API says that it doesn't know it. */
    static JsonBody order(String orderId) {
        ObjectNode json = object();
        return new JsonBody(bytes(
                NUMBER.matcher(orderId).matches() ? json.put("id", Long.parseLong(orderId)) : json.put("id", orderId)));
    }

    static JsonBody webhook(WebhookChange change) {
        ObjectNode json = object();
        if (change.url() != null) {
            json.put("webhook_url", change.url());
        }
        if (change.secret() != null) {
            json.put("webhook_secret", change.secret());
        }
        return new JsonBody(bytes(json));
    }

    private static ObjectNode object() {
        return Envelope.MAPPER.createObjectNode();
    }

    private static byte[] bytes(ObjectNode json) {
        try {
            return Envelope.MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            // Without its message, which might quote a secret.
            throw new IllegalStateException("a tree of texts and numbers can be written");
        }
    }
}
