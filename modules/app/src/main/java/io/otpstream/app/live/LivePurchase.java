package io.otpstream.app.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

/** Buys one number, and tries what the idempotency key is worth. For one thread. */
final class LivePurchase {

    private static final String CREATE = "/orders/create";
    private static final int ATTEMPTS = 10;
    private static final Duration BETWEEN = Duration.ofSeconds(3);

    /** Nothing costs so little: should the key not be heeded, this body buys nothing. */
    private static final long TOO_CHEAP_IDR = 1;

    private final LiveApi api;
    private final Findings findings;
    private final Pause pause;
    private final String key = "otpstream-check-" + UUID.randomUUID();
    private final LiveAccount.Choice choice;
    private final long maxSpendIdr;

    LivePurchase(LiveApi api, Findings findings, Pause pause, LiveAccount.Choice choice, long maxSpendIdr) {
        this.api = api;
        this.findings = findings;
        this.pause = pause;
        this.choice = choice;
        this.maxSpendIdr = maxSpendIdr;
    }

    /** Repeats the same bytes under the same key until it is known what came of them. */
    LiveOrder buy() throws InterruptedException, LiveCheckException {
        String last = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                LiveAnswer answer = create(maxSpendIdr);
                if (answer.isSuccess()) {
                    return only(answer);
                }
                last = answer.inShort();
                if (isDefinite(answer)) {
                    throw new LiveCheckException("nothing was bought: " + last);
                }
            } catch (IOException noAnswer) {
                last = "no answer (" + noAnswer.getClass().getSimpleName() + ")";
            }
            if (pause.interrupted(BETWEEN)) {
                break;
            }
        }
        throw new LiveCheckException("it can't be known whether an order was placed under the key " + key + " (" + last
                + "): look at the vendor's list of orders; one that is not used expires and is refunded");
    }

    /** The same key and bytes once more. */
    void replay(LiveOrder order) throws IOException, InterruptedException, LiveCheckException {
        LiveAnswer answer = create(maxSpendIdr);
        boolean same = answer.isSuccess() && only(answer).id().equals(order.id());
        findings.decide(
                Assumption.REPLAY,
                same,
                answer.isSuccess() ? "order " + only(answer).id() + " after order " + order.id() : answer.inShort());
    }

    /** The same key with a body that could buy nothing. */
    void reuse() throws IOException, InterruptedException, LiveCheckException {
        LiveAnswer answer = create(TOO_CHEAP_IDR);
        findings.decide(
                Assumption.KEY_REUSED,
                answer.isRefusal("IDEMPOTENCY_KEY_REUSED"),
                answer.isSuccess()
                        ? "it was answered with order " + only(answer).id()
                        : answer.inShort());
    }

    private LiveAnswer create(long maxPriceIdr) throws IOException, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("catalog_product_id", choice.catalogProductId());
        body.put("max_price", maxPriceIdr);
        body.put("quantity", 1);
        return api.post(CREATE, body, key);
    }

    private static LiveOrder only(LiveAnswer answer) throws LiveCheckException {
        JsonNode orders = answer.data().path("orders");
        if (orders.size() != 1) {
            throw new LiveCheckException(
                    "one number was asked for, and " + orders.size() + " orders came: look at the vendor's list");
        }
        return new LiveOrder(orders.path(0));
    }

    /** A refusal that a repeat doesn't change, and that says that nothing was bought. */
    private static boolean isDefinite(LiveAnswer answer) {
        return answer.status() / 100 == 4 && !answer.errorCode().isEmpty() && !answer.isRefusal("REQUEST_IN_PROGRESS");
    }
}
