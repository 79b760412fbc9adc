package io.otpstream.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.simulator.SimulatorClient.Answer;
import io.otpstream.simulator.vendor.ApiCall;
import io.otpstream.simulator.vendor.Outage;
import io.otpstream.simulator.vendor.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the fact sheet's list of codes, and the errors that its table of endpoints has beside each call. */
class PublishedErrorsTest extends PublishedTestBase {

    private static final String UNKNOWN = "{\"id\":1}";

    @ParameterizedTest
    @EnumSource
    void unauthorized401(PublishedCall call) {
        client.useToken("another-token");

        Answer answer = client.call(call);

        assertError(answer, 401, "UNAUTHORIZED");
        assertNoDetails(answer);
    }

    @ParameterizedTest
    @EnumSource
    void forbidden403(PublishedCall call) {
        client.useToken(Simulator.FORBIDDEN_TOKEN);

        assertError(client.call(call), 403, "FORBIDDEN");
    }

    @ParameterizedTest
    @EnumSource
    void internalError500(PublishedCall call) {
        simulator.startOutage(Outage.total(Outage.Kind.HTTP_500));

        assertError(client.call(call), 500, "INTERNAL_ERROR");
    }

    @ParameterizedTest
    @EnumSource
    void serviceUnavailable503(PublishedCall call) {
        simulator.startOutage(Outage.total(Outage.Kind.HTTP_503));

        assertError(client.call(call), 503, "SERVICE_UNAVAILABLE");
    }

    @Test
    void fxRateUnavailable503() {
        simulator.refuseNext(ApiCall.BALANCE, Refusal.FX_RATE_UNAVAILABLE, 1);

        assertError(client.get("/balance"), 503, "FX_RATE_UNAVAILABLE");
        assertThat(client.get("/balance").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders/1", "/orders/none", "/orders/1/reactivate-options", "/nothing"})
    void notFound404(String path) {
        assertError(client.get(path), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders/cancel", "/orders/finish", "/orders/resend", "/orders/reactivate"})
    void notFound404OfWhatIsDoneToAnOrder(String path) {
        assertError(client.post(path, UNKNOWN), 404, "NOT_FOUND");
    }

    @Test
    void notFound404OfAnUnknownPair() {
        assertError(client.get("/catalog/exchange-rate?pair=EUR/IDR"), 404, "NOT_FOUND");
    }

    @Test
    void insufficientBalance409() {
        simulator.setBalance(2_999);

        assertError(buy(PRODUCT), 409, "INSUFFICIENT_BALANCE");
        assertError(buy(forced(907)), 409, "INSUFFICIENT_BALANCE");
    }

    @Test
    void insufficientBalance409OfReactivate() {
        int order = finished();
        simulator.setBalance(2_999);

        assertError(client.post("/orders/reactivate", id(order)), 409, "INSUFFICIENT_BALANCE");
    }

    @Test
    void conflict409OfFinish() {
        assertError(client.post("/orders/finish", id(order(PRODUCT))), 409, "CONFLICT");
        assertError(client.post("/orders/finish", id(finished())), 409, "CONFLICT");
    }

    @Test
    void conflict409OfResend() {
        assertError(client.post("/orders/resend", id(order(PRODUCT))), 409, "CONFLICT");
        assertError(client.post("/orders/resend", id(order(forced(901)))), 409, "CONFLICT");
        assertError(client.post("/orders/resend", id(finished())), 409, "CONFLICT");
    }

    @Test
    void conflict409OfReactivate() {
        int order = order(forced(901));

        assertError(client.post("/orders/reactivate", id(order)), 409, "CONFLICT");
        assertError(client.get("/orders/" + order + "/reactivate-options"), 409, "CONFLICT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{}",
                "{\"product_id\":60011,\"catalog_product_id\":6001}",
                "{\"country_id\":6,\"platform_id\":1}",
                "{\"catalog_product_id\":6001,\"country_id\":6}",
                "{\"catalog_product_id\":6001,\"platform_id\":1}",
                "{\"catalog_product_id\":\"6001\"}",
                "{\"catalog_product_id\":6001.5}",
                "{\"catalog_product_id\":99999999999}",
                "{\"catalog_product_id\":4711}",
                "{\"product_id\":4711}",
                "{\"product_id\":60011,\"max_price\":3000}",
                "{\"product_id\":60011,\"min_price\":3000}",
                "{\"product_id\":60011,\"prefer_provider\":\"x\"}",
                "{\"product_id\":60011,\"policy\":\"cheapest\"}",
                "{\"product_id\":60011,\"operator_id\":61}",
                "{\"catalog_product_id\":6001,\"quantity\":0}",
                "{\"catalog_product_id\":6001,\"quantity\":101}",
                "{\"catalog_product_id\":6001,\"policy\":\"best\"}",
                "{\"catalog_product_id\":6001,\"max_price\":\"3000\"}",
            })
    void validationError422OfCreate(String body) {
        assertError(client.post("/orders/create", body), 422, "VALIDATION_ERROR");
        assertThat(simulator.ledger().totals().orders()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/catalog/products?limit=0",
                "/catalog/products?limit=10001",
                "/catalog/products?page=0",
                "/catalog/operators",
                "/catalog/operators?country_id=6",
                "/catalog/operators?platform_id=1",
                "/orders?limit=0",
                "/orders?limit=101",
                "/orders?offset=-1",
                "/orders?status=PENDING",
                "/orders?status=CANCELLED",
            })
    void validationError422OfQueries(String path) {
        assertError(client.get(path), 422, "VALIDATION_ERROR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders/cancel", "/orders/finish", "/orders/resend", "/orders/reactivate"})
    void validationError422OfWhatIsDoneToAnOrder(String path) {
        assertError(client.post(path, "{}"), 422, "VALIDATION_ERROR");
        assertError(client.post(path, "{\"id\":\"1\"}"), 422, "VALIDATION_ERROR");
    }

    @Test
    void validationError422OfReactivateThatCostsMore() {
        int order = finished();

        assertError(
                client.post("/orders/reactivate", "{\"id\":" + order + ",\"max_price\":2999}"),
                422,
                "VALIDATION_ERROR");
    }

    @Test
    void providerError422WithItsCause() {
        Answer answer = buy(forced(914));

        assertError(answer, 422, "PROVIDER_ERROR");
        assertThat(answer.body().path("error").path("details")).hasToString("{\"cause\":\"no_numbers\"}");
    }

    @Test
    void providerError422OfATierOutOfStock() {
        simulator.setStock(6, 1, 0);

        assertError(client.post("/orders/create", "{\"product_id\":60011}"), 422, "PROVIDER_ERROR");
    }

    @Test
    void providerError422OfReactivateWhoseNumberIsRented() {
        int order = finished();
        client.post("/orders/reactivate", id(order)).data();

        assertError(client.post("/orders/reactivate", id(order)), 422, "PROVIDER_ERROR");
    }

    @ParameterizedTest
    @CsvSource({"CANCEL, cancel", "FINISH, finish", "RESEND, resend"})
    void providerError422ChangesNothing(ApiCall call, String path) {
        int order = order(PRODUCT);
        simulator.refuseNext(call, Refusal.PROVIDER_ERROR, 1);

        assertError(client.post("/orders/" + path, id(order)), 422, "PROVIDER_ERROR");
        assertThat(statusOf(order)).isEqualTo("ACTIVE");
    }

    @Test
    void noOfferAvailable422() {
        assertError(buy(forced(906)), 422, "NO_OFFER_AVAILABLE");
        assertError(buy(forced(911)), 422, "NO_OFFER_AVAILABLE");
        assertError(buy(99_001), 422, "NO_OFFER_AVAILABLE");
        assertError(
                client.post("/orders/create", "{\"catalog_product_id\":6001,\"max_price\":2999}"),
                422,
                "NO_OFFER_AVAILABLE");
        assertError(
                client.post("/orders/create", "{\"catalog_product_id\":6001,\"operator_id\":11}"),
                422,
                "NO_OFFER_AVAILABLE");
    }

    private int finished() {
        int order = order(forced(901));
        client.post("/orders/finish", id(order)).data();
        return order;
    }
}
