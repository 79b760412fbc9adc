package io.otpstream.app.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;

/** What can be read without an order: balance, catalogue, webhook. */
final class LiveAccount {

    private static final String CHEAPEST_FIRST = "/catalog/products?sort=price_asc&limit=1000";

    private final LiveApi api;
    private final Findings findings;

    LiveAccount(LiveApi api, Findings findings) {
        this.api = api;
        this.findings = findings;
    }

    /**
     * What can be bought.
     *
     * @param priceIdr as listed, whole rupiah
     */
    record Choice(int catalogProductId, long priceIdr) {}

    /** Whole rupiah. */
    long balanceIdr() throws IOException, InterruptedException, LiveCheckException {
        LiveAnswer answer = api.get("/balance");
        JsonNode balance = answer.data().path("balance");
        if (!answer.isSuccess() || !balance.isIntegralNumber()) {
            throw new LiveCheckException("the balance can't be read: " + answer.inShort());
        }
        return balance.longValue();
    }

    void webhook() throws IOException, InterruptedException {
        LiveAnswer answer = api.get("/webhook");
        boolean none = answer.isRefusal("NOT_FOUND");
        String set = answer.data().path("webhook_url").isTextual() ? "one is set" : "none is set";
        findings.decide(
                Assumption.WEBHOOK_READABLE,
                answer.isSuccess() || none,
                none || !answer.isSuccess() ? answer.inShort() : set);
    }

    /** The cheapest of what is in stock and may be bought. */
    Choice choose(LiveSettings settings) throws IOException, InterruptedException, LiveCheckException {
        LiveAnswer answer = api.get(CHEAPEST_FIRST);
        if (!answer.isSuccess()) {
            throw new LiveCheckException("the catalogue can't be read: " + answer.inShort());
        }
        OptionalInt wanted = settings.catalogProductId();
        return StreamSupport.stream(answer.data().spliterator(), false)
                .filter(row -> row.path("catalog_product_id").isInt()
                        && row.path("available").asLong() > 0)
                .map(row -> new Choice(
                        row.path("catalog_product_id").intValue(),
                        row.path("price").asLong()))
                .filter(row -> wanted.isEmpty() || wanted.getAsInt() == row.catalogProductId())
                .filter(row -> row.priceIdr() > 0 && row.priceIdr() <= settings.maxSpendIdr())
                .findFirst()
                .orElseThrow(() -> new LiveCheckException("nothing in stock costs at most " + settings.maxSpendIdr()
                        + " IDR" + (wanted.isPresent() ? " of product " + wanted.getAsInt() : "")));
    }
}
