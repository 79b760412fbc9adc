package io.otpstream.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.simulator.SimulatorClient.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people and applications under test do behind the counter. */
class ControlTest extends SimulatorTestBase {

    @Test
    void anApplicationTextsTheNumber() {
        Answer created = client.create(6, 903);
        String number = created.data().path("phone_number").textValue();

        Answer texted =
                client.control("/sms", "{\"to\":\"" + number.substring(1) + "\",\"text\":\"Your code is 847-291\"}");

        assertThat(texted.data().path("order_id").textValue())
                .isEqualTo(created.data().path("order_id").textValue());
        assertThat(texted.data().path("status").textValue()).isEqualTo("completed");
        assertThat(client.look(created).data().path("otp_code").textValue()).isEqualTo("847291");
    }

    @Test
    void aNumberThatNobodyRentsTakesNoText() {
        Answer answer = client.control("/sms", "{\"to\":\"+628400000000\",\"text\":\"847291\"}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorCode()).isEqualTo("NUMBER_NOT_RENTED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/sms     | {'text':'847291'}                                         | to",
                "/sms     | {'to':'+62','text':'847291'}                              | to",
                "/sms     | {'to':'+628400000000'}                                    | text",
                "/sms     | {'to':'+628400000000','text':'no code'}                   | text",
                "/sms     | {'to':'+628400000000','text':847291}                      | text",
                "/sms     | nothing                                                   | body",
                "/deposit | {'amount_idr':0}                                          | amount_idr",
                "/deposit | {'amount_idr':'1'}                                        | amount_idr",
                "/balance | {'balance_idr':-1}                                        | balance_idr",
                "/stock   | {'country_id':6,'platform_id':1,'available_count':-1}     | available_count",
                "/stock   | {'country_id':7,'platform_id':1,'available_count':1}      | country_id",
                "/stock   | {'country_id':6,'platform_id':77,'available_count':1}     | platform_id",
                "/token   | {'state':'valid'}                                         | token",
                "/token   | {'token':'t','state':'good'}                              | state",
                "/refuse  | {'refusal':'conflict'}                                    | call",
                "/refuse  | {'call':'buy','refusal':'conflict'}                       | call",
                "/refuse  | {'call':'create','refusal':'no'}                          | refusal",
                "/refuse  | {'call':'create','refusal':'conflict','times':0}          | times",
                "/outage  | {}                                                        | kind",
                "/outage  | {'kind':'meteor'}                                         | kind",
                "/outage  | {'kind':'reset,meteor'}                                   | kind",
                "/outage  | {'kind':'reset,'}                                         | kind",
                "/outage  | {'kind':'reset','share':0}                                | share",
                "/outage  | {'kind':'reset','share':'half'}                           | share",
                "/outage  | {'kind':'reset','calls':'some'}                           | calls",
            })
    void badInputNamesTheField(String path, String body, String field) {
        Answer answer = client.control(path.strip(), body.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("INVALID_PARAMETERS");
        assertThat(answer.field()).isEqualTo(field);
        assertThat(answer.body().path("error").path("message").textValue()).startsWith(field + ":");
    }

    @Test
    void moneyStockAndTokensCanBeChanged() {
        assertThat(client.control("/balance", "{\"balance_idr\":0}")
                        .data()
                        .path("balance_idr")
                        .longValue())
                .isZero();
        assertThat(client.create(6, 1).errorCode()).isEqualTo("INSUFFICIENT_BALANCE");
        client.control("/deposit", "{\"amount_idr\":3000}").data();
        assertThat(client.create(6, 1).status()).isEqualTo(201);

        client.control("/stock", "{\"country_id\":6,\"platform_id\":1,\"available_count\":0}")
                .data();
        assertThat(client.create(6, 1).errorCode()).isEqualTo("PRODUCT_UNAVAILABLE");

        client.control("/token", "{\"token\":\"" + Simulator.TOKEN + "\",\"state\":\"revoked\"}")
                .data();
        assertThat(client.get("/balance").status()).isEqualTo(401);
        client.control("/token", "{\"token\":\"fresh\",\"state\":\"valid\"}").data();
        client.useToken("fresh");
        assertThat(client.get("/balance").status()).isEqualTo(200);
    }

    @Test
    void theNextRequestsOfACallCanBeRefused() {
        client.control("/refuse", "{\"call\":\"create\",\"refusal\":\"conflict\",\"times\":2}")
                .data();

        assertThat(client.create(6, 1).errorCode()).isEqualTo("CONFLICT");
        assertThat(client.get("/balance").status()).isEqualTo(200);
        assertThat(client.create(6, 1).errorCode()).isEqualTo("CONFLICT");
        assertThat(client.create(6, 1).status()).isEqualTo(201);
    }

    @Test
    void theLedgerTellsAllButSecrets() {
        Answer created = client.create(6, 901, "call-1");
        String code = client.look(created).data().path("otp_code").textValue();

        JsonNode ledger = client.ask("/ledger");
        JsonNode order = ledger.path("orders").path(0);

        assertThat(order.path("order_id")).isEqualTo(created.data().path("order_id"));
        assertThat(order.path("status").textValue()).isEqualTo("completed");
        assertThat(order.path("create_request_id").textValue()).isEqualTo("call-1");
        assertThat(order.path("code_delivered").booleanValue()).isTrue();
        assertThat(order.path("created_at").textValue()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(names(order))
                .containsExactly(
                        "order_id",
                        "country_id",
                        "platform_id",
                        "price_idr",
                        "created_at",
                        "expires_at",
                        "status",
                        "ended_at",
                        "charged_idr",
                        "refunded_idr",
                        "arrived_at",
                        "code_delivered",
                        "code_delivered_at",
                        "looks",
                        "shortest_look_gap_seconds",
                        "cancel_requests",
                        "texts",
                        "create_answered",
                        "create_request_id",
                        "cancel_request_ids",
                        "idempotency_key",
                        "create_index",
                        "sms_revision",
                        "resends");
        assertThat(names(ledger.path("totals")))
                .containsExactly(
                        "orders",
                        "live_orders",
                        "charged_idr",
                        "refunded_idr",
                        "spent_idr",
                        "balance_idr",
                        "requests",
                        "requests_429",
                        "requests_429_over_limit",
                        "largest_sliding_minute",
                        "charged_twice");
        assertThat(ledger.toString())
                .doesNotContain(code)
                .doesNotContain(created.data().path("phone_number").textValue().substring(1));
    }

    @Test
    void tellsWhenRequestsCame() {
        client.get("/balance");
        time.advanceSeconds(1.5);
        client.get("/balance");
        time.advanceSeconds(1);

        assertThat(client.ask("/arrivals").path("data").toString())
                .isEqualTo("{\"now_nanos\":2500000000,\"arrivals_nanos\":[[0,1500000000]]}");
    }

    @Test
    void saysWhatCanBeDone() {
        assertThat(client.ask("").path("data").path("forced_outcomes"))
                .extracting(forced -> forced.path("platform_id").intValue())
                .containsExactly(901, 902, 903, 904, 905, 906, 907, 908, 909, 910, 911);
        assertThat(client.ask("/forced").path("data")).hasSize(11);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
