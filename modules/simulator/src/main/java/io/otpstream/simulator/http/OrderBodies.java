package io.otpstream.simulator.http;

import io.otpstream.simulator.vendor.OrderRequest;
import io.otpstream.simulator.vendor.Purchases;
import io.otpstream.simulator.vendor.RefusedException;
import java.util.List;
import java.util.Locale;

/** Reads what customers of the published contract want to buy. */
final class OrderBodies {

    private static final List<String> ONLY_ROUTED =
            List.of("max_price", "min_price", "prefer_provider", "policy", "operator_id");
    private static final List<String> OF_THE_GUIDE = List.of("country_id", "platform_id");

    private OrderBodies() {}

    /** @throws RefusedException naming the member that is at fault */
    static OrderRequest order(JsonBody body) {
        for (String field : OF_THE_GUIDE) {
            if (body.has(field)) {
                throw RefusedException.invalid(
                        field, field + ": expected product_id or catalog_product_id in place of it");
            }
        }
        if (body.has("product_id") == body.has("catalog_product_id")) {
            throw RefusedException.invalid(
                    "product_id", "product_id: expected exactly one of it and catalog_product_id");
        }
        int quantity = body.optionalWholeNumber("quantity").orElse(1);
        return new OrderRequest(body.has("product_id") ? direct(body) : routed(body), quantity);
    }

    /** @throws RefusedException naming the member that is at fault */
    static Purchases.Reactivation reactivation(JsonBody body) {
        return new Purchases.Reactivation(orderId(body), body.optionalRupiah("max_price"));
    }

    static String orderId(JsonBody body) {
        return Integer.toString(body.wholeNumber("id"));
    }

    private static OrderRequest.Direct direct(JsonBody body) {
        for (String field : ONLY_ROUTED) {
            if (body.has(field)) {
                throw RefusedException.invalid(field, field + ": expected only beside catalog_product_id");
            }
        }
        return new OrderRequest.Direct(body.wholeNumber("product_id"));
    }

    private static OrderRequest.Routed routed(JsonBody body) {
        // A wish that nobody has to grant, and the simulator has no provider to name.
        body.optionalText("prefer_provider");
        return new OrderRequest.Routed(
                body.wholeNumber("catalog_product_id"),
                body.optionalRupiah("min_price"),
                body.optionalRupiah("max_price"),
                body.optionalText("policy").map(OrderBodies::policy).orElse(OrderRequest.Policy.CHEAPEST),
                body.optionalWholeNumber("operator_id"));
    }

    private static OrderRequest.Policy policy(String word) {
        if (!word.equals(word.toLowerCase(Locale.ROOT))) {
            throw RefusedException.invalid("policy", "policy: expected " + Words.all(OrderRequest.Policy.class));
        }
        return Words.parse("policy", word, OrderRequest.Policy.class);
    }
}
