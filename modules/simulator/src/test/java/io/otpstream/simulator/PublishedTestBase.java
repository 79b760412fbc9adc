package io.otpstream.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.simulator.SimulatorClient.Answer;
import io.otpstream.simulator.vendor.Dialect;
import java.util.ArrayList;
import java.util.List;

/** A simulator that keeps the published contract, whose clock stands still, and a customer. Codes arrive after 21 s. */
abstract class PublishedTestBase extends SimulatorTestBase {

    static final SimulatorSettings PUBLISHED = PUNCTUAL.withDialect(Dialect.PUBLISHED);

    /** Indonesia, WhatsApp. */
    static final int PRODUCT = 6_001;

    PublishedTestBase() {
        this(PUBLISHED);
    }

    PublishedTestBase(SimulatorSettings settings) {
        super(settings);
    }

    /** A product that behaves like the forced outcome of this platform. */
    static int forced(int platformId) {
        return 6_000 + platformId;
    }

    static String routed(int catalogProductId) {
        return "{\"catalog_product_id\":" + catalogProductId + "}";
    }

    static String id(int orderId) {
        return "{\"id\":" + orderId + "}";
    }

    Answer buy(int catalogProductId) {
        return client.post("/orders/create", routed(catalogProductId));
    }

    /** The id of a new order. */
    int order(int catalogProductId) {
        return onlyOrder(buy(catalogProductId)).path("id").intValue();
    }

    static JsonNode onlyOrder(Answer created) {
        return created.data().path("orders").path(0);
    }

    JsonNode look(int orderId) {
        return client.get("/orders/" + orderId).data();
    }

    String statusOf(int orderId) {
        return look(orderId).path("status").textValue();
    }

    long balance() {
        return client.get("/balance").data().path("balance").longValue();
    }

    static void assertError(Answer answer, int status, String code) {
        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("success").isBoolean()).isTrue();
        assertThat(answer.body().path("success").booleanValue()).isFalse();
        assertThat(answer.body().path("error").path("message").textValue()).isNotEmpty();
        assertThat(answer.raw().headers().firstValue("x-request-id")).isPresent();
    }

    static void assertNoDetails(Answer answer) {
        assertThat(names(answer.body().path("error"))).containsExactly("code", "message");
    }

    static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
