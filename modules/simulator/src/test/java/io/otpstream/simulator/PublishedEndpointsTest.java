package io.otpstream.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.simulator.SimulatorClient.Answer;
import io.otpstream.simulator.vendor.ManualTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of the fact sheet's table of endpoints but those about webhooks, in its order. */
class PublishedEndpointsTest extends PublishedTestBase {

    @Test
    void getBalance() {
        Answer answer = client.get("/balance");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .hasToString("{\"success\":true,\"data\":{\"currency\":\"IDR\",\"balance\":10000000}}");
    }

    @Test
    void getCatalogCountries() {
        assertThat(client.get("/catalog/countries").data())
                .extracting(JsonNode::toString)
                .contains("{\"id\":6,\"code\":\"ID\",\"name\":\"Indonesia\",\"dial_code\":\"+62\","
                        + "\"emoji\":\"🇮🇩\",\"active\":true}");
    }

    @Test
    void getCatalogServices() {
        assertThat(client.get("/catalog/services?country_id=6").data())
                .extracting(JsonNode::toString)
                .contains("{\"id\":1,\"code\":\"whatsapp\",\"name\":\"WhatsApp\",\"active\":true}");
        assertThat(client.get("/catalog/services").data()).hasSize(5 + 17);
        assertThat(client.get("/catalog/services?country_id=4711").data()).isEmpty();
    }

    @Test
    void getCatalogProductsHasSeveralPricesPerCountryAndPlatform() {
        Answer answer = client.get("/catalog/products?country_id=6&platform_id=1");

        assertThat(answer.data()).extracting(row -> row.path("id").intValue()).containsExactly(60011, 60012, 60013);
        assertThat(answer.data())
                .extracting(row -> row.path("price").longValue())
                .containsExactly(3_000L, 3_300L, 3_700L);
        assertThat(answer.data()).allSatisfy(row -> {
            assertThat(names(row))
                    .containsExactly(
                            "id",
                            "name",
                            "country_id",
                            "platform_id",
                            "available",
                            "price",
                            "active",
                            "catalog_product_id",
                            "operator_id",
                            "operator_name");
            assertThat(row.path("catalog_product_id").intValue()).isEqualTo(PRODUCT);
            assertThat(row.path("operator_id").isNull()).isTrue();
        });
        assertThat(answer.body().path("meta")).hasToString("{\"page\":1,\"limit\":1000,\"count\":3}");
    }

    @Test
    void getCatalogProductsOfAnOperatorOnlyWhenAskedFor() {
        assertThat(client.get("/catalog/products?country_id=6&platform_id=1&operator_id=61")
                        .data())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.path("id").intValue()).isEqualTo(60014);
                    assertThat(row.path("operator_name").textValue()).isEqualTo("North Mobile");
                });
    }

    @Test
    void getCatalogProductsHasOnlyWhatIsInStock() {
        assertThat(client.get("/catalog/products?country_id=99").data()).isEmpty();
        assertThat(client.get("/catalog/products?platform_id=911").data()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "price_asc, 60011",
        "price_desc, 60053",
        "name_asc, 60051",
        "name_desc, 60011",
        "available_asc, 60021",
        "available_desc, 60011",
        "nonsense, 60011"
    })
    void getCatalogProductsSorts(String sort, int first) {
        simulator.setStock(6, 2, 1);

        assertThat(client.get("/catalog/products?country_id=6&sort=" + sort).data())
                .filteredOn(row -> row.path("platform_id").intValue() < 900)
                .first()
                .satisfies(row -> assertThat(row.path("id").intValue()).isEqualTo(first));
    }

    @Test
    void getCatalogProductsPages() {
        Answer second = client.get("/catalog/products?country_id=6&platform_id=1&limit=2&page=2");

        assertThat(second.data())
                .singleElement()
                .satisfies(row -> assertThat(row.path("id").intValue()).isEqualTo(60013));
        assertThat(second.body().path("meta")).hasToString("{\"page\":2,\"limit\":2,\"count\":1}");
    }

    @Test
    void getCatalogOperators() {
        assertThat(client.get("/catalog/operators?country_id=6&platform_id=1").data())
                .extracting(JsonNode::toString)
                .containsExactly(
                        "{\"operator_id\":null,\"code\":\"any\",\"name\":\"Any operator\",\"local_name\":null}",
                        "{\"operator_id\":61,\"code\":\"north\",\"name\":\"North Mobile\",\"local_name\":null}",
                        "{\"operator_id\":62,\"code\":\"south\",\"name\":\"South Mobile\",\"local_name\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?pair=USD/IDR"})
    void getCatalogExchangeRate(String query) {
        assertThat(client.get("/catalog/exchange-rate" + query).data())
                .hasToString("{\"pair\":\"USD/IDR\",\"base_currency\":\"USD\",\"quote_currency\":\"IDR\","
                        + "\"rate\":16250}");
    }

    @Test
    void postOrdersCreateRouted() {
        Answer created = buy(PRODUCT);

        assertThat(created.status()).isEqualTo(200);
        assertThat(names(created.data())).containsExactly("orders", "failed_count");
        assertThat(created.data().path("failed_count").intValue()).isZero();
        assertThat(created.data().path("orders")).singleElement().satisfies(order -> {
            assertThat(names(order))
                    .containsExactly(
                            "id",
                            "status",
                            "product_id",
                            "catalog_product_id",
                            "amount",
                            "phone_number",
                            "otp_code",
                            "otp_received_at",
                            "expires_at",
                            "failed_reason",
                            "operator_id",
                            "operator_name",
                            "capabilities");
            assertThat(order.path("id").isInt()).isTrue();
            assertThat(order.path("status").textValue()).isEqualTo("ACTIVE");
            assertThat(order.path("product_id").intValue()).isEqualTo(60011);
            assertThat(order.path("amount").longValue()).isEqualTo(3_000);
            assertThat(order.path("otp_code").isNull()).isTrue();
            assertThat(Instant.parse(order.path("expires_at").textValue()))
                    .isEqualTo(ManualTime.START.plusSeconds(1_200));
        });
        assertThat(balance()).isEqualTo(9_997_000);
    }

    @Test
    void postOrdersCreateOfOneTier() {
        JsonNode order = onlyOrder(client.post("/orders/create", "{\"product_id\":60013}"));

        assertThat(order.path("product_id").intValue()).isEqualTo(60013);
        assertThat(order.path("amount").longValue()).isEqualTo(3_700);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'max_price':3500                          | 60011",
                "'min_price':3100                          | 60012",
                "'policy':'best_success'                   | 60013",
                "'policy':'best_success','max_price':3500  | 60012",
                "'operator_id':62                          | 60015",
                "'prefer_provider':'AnyBody'               | 60011",
                "'quantity':null,'max_price':null          | 60011",
                "'something_new':1                         | 60011"
            })
    void postOrdersCreateRoutes(String wishes, int productId) {
        String body = "{'catalog_product_id':6001," + wishes + "}";

        assertThat(onlyOrder(client.post("/orders/create", body.replace('\'', '"')))
                        .path("product_id")
                        .intValue())
                .isEqualTo(productId);
    }

    @Test
    void postOrdersCreateOfSeveral() {
        Answer created = client.post("/orders/create", "{\"catalog_product_id\":6001,\"quantity\":3}");

        assertThat(created.data().path("orders"))
                .hasSize(3)
                .extracting(order -> order.path("phone_number").textValue())
                .doesNotHaveDuplicates();
        assertThat(created.data().path("failed_count").intValue()).isZero();
        assertThat(balance()).isEqualTo(9_991_000);
    }

    @Test
    void postOrdersCreateOfSeveralOfWhichSomeFail() {
        simulator.setStock(6, 1, 2);

        Answer created = client.post("/orders/create", "{\"catalog_product_id\":6001,\"quantity\":5}");

        assertThat(created.data().path("orders")).hasSize(2);
        assertThat(created.data().path("failed_count").intValue()).isEqualTo(3);
        assertThat(buy(PRODUCT).errorCode()).isEqualTo("NO_OFFER_AVAILABLE");
    }

    @Test
    void getOrdersActiveHasEveryLiveOrderNewestFirst() {
        int first = order(PRODUCT);
        int ended = order(forced(904));
        time.advanceSeconds(10);
        int second = order(forced(903));
        time.advanceSeconds(15);

        JsonNode rows = client.get("/orders/active").data();

        assertThat(rows).extracting(row -> row.path("id").intValue()).containsExactly(second, first);
        assertThat(rows).allSatisfy(row -> assertThat(names(row))
                .containsExactly(
                        "id",
                        "status",
                        "otp_code",
                        "otp_message",
                        "sms_revision",
                        "otp_received_at",
                        "expires_at",
                        "failed_reason",
                        "operator_id",
                        "operator_name",
                        "capabilities"));
        assertThat(rows.path(1).path("status").textValue()).isEqualTo("OTP_RECEIVED");
        assertThat(rows.path(1).path("otp_code").textValue()).matches("[0-9]{6}");
        assertThat(statusOf(ended)).isEqualTo("EXPIRED");
    }

    @Test
    void getOrdersPagesThroughAllNewestFirst() {
        int first = order(PRODUCT);
        int second = order(forced(904));
        int third = order(PRODUCT);
        time.advanceSeconds(10);

        Answer all = client.get("/orders");
        assertThat(all.data()).extracting(row -> row.path("id").intValue()).containsExactly(third, second, first);
        assertThat(all.body().has("meta")).isFalse();
        assertThat(client.get("/orders?limit=1&offset=1").data())
                .extracting(row -> row.path("id").intValue())
                .containsExactly(second);
        for (String status : new String[] {"EXPIRED", "expired", "Expired"}) {
            assertThat(client.get("/orders?status=" + status).data())
                    .extracting(row -> row.path("id").intValue())
                    .containsExactly(second);
        }
    }

    @Test
    void getOrder() {
        int order = order(PRODUCT);
        time.advanceSeconds(21);

        JsonNode read = look(order);

        assertThat(names(read))
                .containsExactlyInAnyOrder(
                        "id",
                        "status",
                        "product_id",
                        "catalog_product_id",
                        "amount",
                        "phone_number",
                        "otp_code",
                        "otp_received_at",
                        "expires_at",
                        "failed_reason",
                        "operator_id",
                        "operator_name",
                        "capabilities",
                        "created_at",
                        "otp_message",
                        "sms_revision",
                        "canceled_at");
        assertThat(read.path("status").textValue()).isEqualTo("OTP_RECEIVED");
        assertThat(read.path("sms_revision").intValue()).isEqualTo(1);
        assertThat(read.path("otp_message").textValue())
                .contains(read.path("otp_code").textValue());
        assertThat(Instant.parse(read.path("otp_received_at").textValue())).isEqualTo(ManualTime.START.plusSeconds(21));
    }

    @Test
    void postOrdersCancel() {
        int order = order(forced(903));
        time.advanceSeconds(120);

        assertThat(client.post("/orders/cancel", id(order)).data())
                .hasToString("{\"order_id\":" + order
                        + ",\"status\":\"CANCELED\",\"refund_amount\":3000,\"new_balance\":10000000}");
        JsonNode read = look(order);
        assertThat(read.path("status").textValue()).isEqualTo("CANCELED");
        assertThat(Instant.parse(read.path("canceled_at").textValue())).isEqualTo(ManualTime.START.plusSeconds(120));
    }

    @Test
    void postOrdersFinish() {
        int order = order(forced(901));

        assertThat(client.post("/orders/finish", id(order)).data())
                .hasToString("{\"order_id\":" + order + ",\"status\":\"COMPLETED\"}");
        assertThat(look(order).path("otp_code").textValue()).matches("[0-9]{6}");
        assertThat(balance()).isEqualTo(9_997_000);
    }

    @Test
    void postOrdersResend() {
        int order = order(PRODUCT);
        time.advanceSeconds(21 + 30);
        String before = look(order).path("otp_code").textValue();

        assertThat(client.post("/orders/resend", id(order)).data())
                .hasToString("{\"order_id\":" + order + ",\"status\":\"ACTIVE\",\"resent\":true}");
        assertThat(look(order).path("otp_code").textValue()).isEqualTo(before);
        time.advanceSeconds(5);

        JsonNode read = look(order);
        assertThat(read.path("status").textValue()).isEqualTo("OTP_RECEIVED");
        assertThat(read.path("otp_code").textValue()).matches("[0-9]{6}").isNotEqualTo(before);
        assertThat(read.path("sms_revision").intValue()).isEqualTo(2);
        assertThat(Instant.parse(read.path("otp_received_at").textValue())).isEqualTo(ManualTime.START.plusSeconds(21));
    }

    @Test
    void postOrdersReactivate() {
        JsonNode parent = onlyOrder(buy(forced(901)));
        client.post("/orders/finish", id(parent.path("id").intValue())).data();

        Answer reactivated = client.post(
                "/orders/reactivate", "{\"id\":" + parent.path("id").intValue() + ",\"max_price\":3000}", "key");

        JsonNode child = onlyOrder(reactivated);
        assertThat(names(reactivated.data())).containsExactly("orders", "failed_count");
        assertThat(names(child)).isEqualTo(names(parent));
        assertThat(child.path("id")).isNotEqualTo(parent.path("id"));
        assertThat(child.path("phone_number")).isEqualTo(parent.path("phone_number"));
        assertThat(balance()).isEqualTo(9_994_000);
    }

    @Test
    void getReactivateOptions() {
        int order = order(forced(901));
        client.post("/orders/finish", id(order)).data();

        assertThat(client.get("/orders/" + order + "/reactivate-options").data())
                .hasToString("{\"cost\":3000}");
    }
}
