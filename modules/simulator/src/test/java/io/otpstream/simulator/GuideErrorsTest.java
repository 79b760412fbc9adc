package io.otpstream.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.simulator.SimulatorClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the guide's error table, and what lies around it. */
class GuideErrorsTest extends SimulatorTestBase {

    @ParameterizedTest
    @ValueSource(strings = {"", "another-token"})
    void aMissingOrUnknownTokenIsUnauthorized(String token) {
        client.useToken(token);

        assertError(client.get("/balance"), 401, "UNAUTHORIZED");
        assertError(client.create(6, 1), 401, "UNAUTHORIZED");
        assertThat(simulator.ledger().totals().orders()).isZero();
    }

    @Test
    void aTokenWithoutPermissionIsForbidden() {
        client.useToken(Simulator.FORBIDDEN_TOKEN);

        assertError(client.get("/balance"), 403, "FORBIDDEN");
        assertError(client.create(6, 1), 403, "FORBIDDEN");
        assertThat(simulator.ledger().totals().orders()).isZero();
    }

    @Test
    void insufficientBalance() {
        simulator.setBalance(2_999);

        assertError(client.create(6, 1), 409, "INSUFFICIENT_BALANCE");
        assertError(client.create(6, 907), 409, "INSUFFICIENT_BALANCE");
    }

    @Test
    void productUnavailable() {
        assertError(client.create(99, 1), 409, "PRODUCT_UNAVAILABLE");
        assertError(client.create(6, 906), 409, "PRODUCT_UNAVAILABLE");
        assertError(client.create(6, 911), 409, "PRODUCT_UNAVAILABLE");
    }

    @Test
    void orderNotFound() {
        assertError(client.get("/orders/ord_none"), 404, "ORDER_NOT_FOUND");
        assertError(client.delete("/orders/ord_none"), 404, "ORDER_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "{\"country_id\":6}",
                "{\"platform_id\":1}",
                "{\"country_id\":\"6\",\"platform_id\":1}",
                "{\"country_id\":6.5,\"platform_id\":1}",
                "{\"country_id\":6,\"platform_id\":99999999999}",
                "{\"country_id\":6,\"platform_id\":null}",
                "{\"country_id\":4711,\"platform_id\":1}",
                "{\"country_id\":6,\"platform_id\":4711}",
                "{\"country_id\":6,\"platform_id\":1} and more",
            })
    void aBadBodyIsInvalid(String body) {
        assertError(client.post("/orders", body), 400, "INVALID_PARAMETERS");
        assertThat(simulator.ledger().totals().orders()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?country_id=", "?country_id=ID", "?country_id=4711", "?country_id=99999999999"})
    void aBadCountryIsInvalid(String query) {
        assertError(client.get("/catalog/products" + query), 400, "INVALID_PARAMETERS");
    }

    @Test
    void whatHasEndedCanNotBeCancelled() {
        Answer created = client.create(6, 901);

        assertError(client.delete("/orders/" + created.data().path("order_id").textValue()), 409, "CONFLICT");
    }

    @Test
    void whatTheApiDoesNotHave() {
        assertError(client.get("/nothing"), 404, "NOT_FOUND");
        assertError(client.post("/balance", "{}"), 405, "METHOD_NOT_ALLOWED");
        assertError(client.post("/orders", " ".repeat(70_000)), 413, "PAYLOAD_TOO_LARGE");
    }

    @Test
    void theCallsOfThePublishedContractAreNotThere() {
        assertError(client.get("/orders/active"), 404, "ORDER_NOT_FOUND");
        assertError(client.get("/catalog/services"), 404, "NOT_FOUND");
        assertError(client.get("/webhook"), 404, "NOT_FOUND");
        assertThat(client.post("/orders/create", "{}").status()).isGreaterThanOrEqualTo(404);
    }

    @Test
    void rateLimitedOnceThenServed() {
        Answer refused = client.create(6, 908);

        assertError(refused, 429, "RATE_LIMIT_EXCEEDED");
        assertThat(refused.retryAfter()).isEqualTo("2");
        assertThat(client.create(6, 908).status()).isEqualTo(201);
    }

    @Test
    void failingTwiceThenServed() {
        assertError(client.create(6, 909), 500, "INTERNAL_ERROR");
        assertError(client.create(6, 909), 500, "INTERNAL_ERROR");
        assertThat(client.create(6, 909).status()).isEqualTo(201);
    }

    private static void assertError(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("success").isBoolean()).isTrue();
        assertThat(answer.body().path("success").booleanValue()).isFalse();
        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(answer.body().path("error").path("message").textValue()).isNotEmpty();
        assertThat(answer.body().path("error").has("field")).isFalse();
    }
}
