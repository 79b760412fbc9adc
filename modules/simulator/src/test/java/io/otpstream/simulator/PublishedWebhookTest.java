package io.otpstream.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.simulator.SimulatorClient.Answer;
import io.otpstream.simulator.WebhookReceiver.Received;
import io.otpstream.simulator.vendor.ApiCall;
import io.otpstream.simulator.vendor.Delivery;
import io.otpstream.simulator.vendor.Outage;
import io.otpstream.simulator.vendor.PublishedRules;
import io.otpstream.simulator.vendor.WebhookEvent;
import io.otpstream.simulator.vendor.WebhookRules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fact sheet's rows and words about webhooks. */
class PublishedWebhookTest extends PublishedTestBase {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final WebhookReceiver receiver = new WebhookReceiver();

    PublishedWebhookTest() {
        super(PUBLISHED.withPublished(PublishedRules.ordinary()
                .withWebhooks(WebhookRules.ordinary().withRetryDelays(List.of(A_SECOND, A_SECOND)))));
    }

    @AfterEach
    void stopReceiving() {
        receiver.close();
    }

    @Test
    void getWebhookBeforeOneIsSet() {
        assertThat(client.get("/webhook").data())
                .hasToString("{\"webhook_url\":null,\"webhook_secret\":null,\"webhook_disabled_at\":null,"
                        + "\"webhook_disabled_reason\":null,\"webhook_consecutive_failures\":0}");
    }

    @Test
    void patchWebhookGeneratesASecretForTheFirstUrl() {
        JsonNode changed = set();

        assertThat(changed.path("webhook_url").textValue()).isEqualTo(receiver.url());
        assertThat(changed.path("webhook_secret").textValue()).hasSizeGreaterThan(30);
        assertThat(client.get("/webhook").data()).isEqualTo(changed);
    }

    @Test
    void patchWebhookChangesOneAndKeepsTheOther() {
        set();

        JsonNode changed =
                client.patch("/webhook", "{\"webhook_secret\":\"mine\"}").data();

        assertThat(changed.path("webhook_secret").textValue()).isEqualTo("mine");
        assertThat(changed.path("webhook_url").textValue()).isEqualTo(receiver.url());
        assertThat(set().path("webhook_secret").textValue()).isEqualTo("mine");
    }

    @Test
    void patchWebhookClearsWhatIsEmpty() {
        set();

        JsonNode changed = client.patch("/webhook", "{\"webhook_secret\":\"\",\"webhook_url\":\"\"}")
                .data();

        assertThat(changed.path("webhook_secret").isNull()).isTrue();
        assertThat(changed.path("webhook_url").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{}",
                "nothing",
                "{'webhook_url':1}",
                "{'webhook_secret':1}",
                "{'webhook_url':'no url'}",
                "{'webhook_url':'ftp://127.0.0.1/'}",
                "{'webhook_url':'http://192.0.2.1/'}",
                "{'webhook_url':'https://example.com/hook'}",
                "{'webhook_url':'http://127.0.0.1.example.com/'}",
            })
    void patchWebhookRefusesWhatItCanNotUse(String body) {
        Answer answer = client.patch("/webhook", body.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errorCode()).isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void patchWebhookRefusesWhatIsTooLong() {
        String url = receiver.url() + "/";
        assertThat(client.patch("/webhook", "{\"webhook_secret\":\"" + "s".repeat(257) + "\"}")
                        .status())
                .isEqualTo(422);
        assertThat(client.patch("/webhook", "{\"webhook_url\":\"" + url + "u".repeat(2_049 - url.length()) + "\"}")
                        .status())
                .isEqualTo(422);
        assertThat(client.patch("/webhook", "{\"webhook_url\":\"" + url + "u".repeat(2_048 - url.length()) + "\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void postWebhookTestTellsWhatTheEndpointAnswered() {
        set();
        receiver.answerWith(418);

        assertThat(client.post("/webhook/test", "").data()).hasToString("{\"status_code\":418}");
        assertThat(receiver.events()).containsExactly("webhook.test");
        assertThat(receiver.received().getFirst().data().path("message").textValue())
                .isNotEmpty();
    }

    @Test
    void postWebhookTestNeedsAUrlAndAnAnswer() {
        assertThat(client.post("/webhook/test", "").status()).isEqualTo(422);
        set();
        receiver.close();
        assertThat(client.post("/webhook/test", "").status()).isEqualTo(422);
    }

    @Test
    void postWebhookTestHasABudgetOfItsOwn() {
        set();
        for (int i = 0; i < 5; i++) {
            assertThat(client.post("/webhook/test", "").status()).isEqualTo(200);
        }

        Answer refused = client.post("/webhook/test", "");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.retryAfter()).isEqualTo("60");
        assertThat(client.get("/webhook").status()).isEqualTo(200);
    }

    @Test
    void everyTextIsAnEvent() {
        set();
        int order = order(forced(912));
        time.advanceSeconds(10);
        awaitEvents(1);
        time.advanceSeconds(10);
        awaitEvents(2);

        Received codeless = receiver.received().get(0);
        assertThat(codeless.event()).isEqualTo("order.otp_received");
        assertThat(codeless.json().path("timestamp").textValue()).isEqualTo("2026-03-01T12:00:10Z");
        assertThat(names(codeless.data()))
                .containsExactly(
                        "order_id",
                        "phone_number",
                        "otp_code",
                        "otp_message",
                        "sms_revision",
                        "product_id",
                        "catalog_product_id",
                        "country",
                        "platform",
                        "operator_id",
                        "operator_name",
                        "capabilities");
        assertThat(codeless.data().path("order_id").intValue()).isEqualTo(order);
        assertThat(codeless.data().path("otp_code").isNull()).isTrue();
        assertThat(codeless.data().path("otp_message").textValue()).isNotEmpty();
        assertThat(codeless.data().path("sms_revision").intValue()).isEqualTo(1);
        Received code = receiver.received().get(1);
        assertThat(code.data().path("otp_code").textValue()).matches("[0-9]{6}");
        assertThat(code.data().path("sms_revision").intValue()).isEqualTo(2);
    }

    @Test
    void everyEndIsAnEventWithoutARevision() {
        set();
        int finished = order(forced(901));
        client.post("/orders/finish", id(finished)).data();
        order(forced(904));
        time.advanceSeconds(10);
        int cancelled = order(forced(903));
        time.advanceSeconds(120);
        client.post("/orders/cancel", id(cancelled)).data();
        awaitEvents(4);

        assertThat(receiver.events())
                .containsExactlyInAnyOrder("order.otp_received", "order.completed", "order.expired", "order.canceled");
        assertThat(receiver.received())
                .filteredOn(post -> !post.event().equals("order.otp_received"))
                .allSatisfy(post -> {
                    assertThat(post.data().has("sms_revision")).isTrue();
                    assertThat(post.data().path("sms_revision").isNull()).isTrue();
                });
    }

    @Test
    void anOrderThatGotATextIsCompletedAtItsExpiry() {
        set();
        order(forced(901));
        time.advanceSeconds(1_200);
        awaitEvents(2);

        assertThat(receiver.events()).containsExactlyInAnyOrder("order.otp_received", "order.completed");
    }

    @Test
    void theSignatureIsOverTheBytes() throws Exception {
        client.patch("/webhook", "{\"webhook_url\":\"" + receiver.url() + "\",\"webhook_secret\":\"secret\"}")
                .data();
        order(forced(901));
        awaitEvents(1);

        Received post = receiver.received().getFirst();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(post.signature())
                .isEqualTo("sha256="
                        + HexFormat.of().formatHex(mac.doFinal(post.body().getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void withoutASecretNothingIsSigned() {
        client.patch("/webhook", "{\"webhook_url\":\"" + receiver.url() + "\",\"webhook_secret\":\"\"}")
                .data();
        order(forced(901));
        awaitEvents(1);

        assertThat(receiver.received().getFirst().signature()).isNull();
    }

    @Test
    void whatFailsIsSentAgainAfterAWhile() {
        set();
        receiver.answerWith(500);
        order(forced(901));
        awaitFailures(1);
        receiver.answerWith(204);
        time.advance(A_SECOND);
        awaitState(Delivery.State.DELIVERED);

        assertThat(receiver.events()).containsExactly("order.otp_received", "order.otp_received");
        assertThat(client.get("/webhook")
                        .data()
                        .path("webhook_consecutive_failures")
                        .intValue())
                .isZero();
        assertThat(simulator.deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.attempts()).isEqualTo(2);
            assertThat(delivery.lastStatus()).isEqualTo(204);
        });
    }

    @Test
    void whatKeepsFailingIsGivenUp() {
        set();
        receiver.answerWith(302);
        order(forced(901));
        for (int attempt = 1; attempt <= 3; attempt++) {
            awaitFailures(attempt);
            time.advance(A_SECOND);
        }
        awaitState(Delivery.State.GIVEN_UP);

        assertThat(receiver.received()).hasSize(3);
    }

    @Test
    void tenFailuresInARowSwitchItOffAndAPatchSwitchesItOn() {
        set();
        receiver.answerWith(500);
        client.post("/orders/create", "{\"catalog_product_id\":" + forced(901) + ",\"quantity\":10}")
                .data();
        awaitFailures(10);

        JsonNode disabled = client.get("/webhook").data();
        assertThat(disabled.path("webhook_disabled_at").textValue()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(disabled.path("webhook_disabled_reason").textValue()).isNotEmpty();
        order(forced(901));
        assertThat(simulator.deliveries()).hasSize(10).allSatisfy(delivery -> assertThat(delivery.state())
                .isEqualTo(Delivery.State.DROPPED));

        receiver.answerWith(200);
        JsonNode enabled = set();
        assertThat(enabled.path("webhook_disabled_at").isNull()).isTrue();
        assertThat(enabled.path("webhook_consecutive_failures").intValue()).isZero();
        order(forced(901));
        awaitEvents(11);
    }

    @Test
    void itMayBeToldThatEverythingIsSentTwiceAndOutOfOrder() {
        set();
        client.control("/webhook", "{\"duplicates\":1,\"shuffle_seconds\":60}").data();
        List<Integer> orders =
                IntStream.range(0, 20).map(i -> order(forced(901))).boxed().toList();
        time.advanceSeconds(30);
        Awaitility.await().until(() -> !receiver.received().isEmpty());
        time.advanceSeconds(30);
        awaitEvents(40);

        List<Integer> sent = simulator.deliveries().stream()
                .map(Delivery.Entry::orderId)
                .map(Integer::valueOf)
                .toList();
        assertThat(sent).hasSize(40);
        Set<Integer> told = receiver.received().stream()
                .map(post -> post.data().path("order_id").intValue())
                .collect(Collectors.toSet());
        assertThat(told).containsExactlyInAnyOrderElementsOf(orders);
        assertThat(receiver.received())
                .extracting(post -> post.data().path("order_id").intValue())
                .isNotEqualTo(sent);
    }

    @Test
    void aCodeThatWasPushedIsDelivered() {
        set();
        order(forced(901));
        awaitState(Delivery.State.DELIVERED);

        assertThat(simulator.ledger().orders()).singleElement().satisfies(order -> assertThat(order.codeDelivered())
                .isTrue());
    }

    @Test
    void aCodeIsPushedThoughTheCreateWasNotAnswered() throws Exception {
        set();
        simulator.startOutage(new Outage(Outage.Kind.HTTP_502_AFTER, 1, Set.of(ApiCall.CREATE)));

        assertThat(client.raw("POST", "/orders/create", routed(forced(901))).statusCode())
                .isEqualTo(502);
        awaitEvents(1);

        assertThat(receiver.received().getFirst().data().path("order_id").asText())
                .isEqualTo(simulator.ledger().orders().getFirst().orderId());
        assertThat(simulator.ledger().orders().getFirst().createAnswered()).isFalse();
    }

    @Test
    void theLogTellsNeitherCodesNorNumbers() {
        set();
        order(forced(901));
        awaitState(Delivery.State.DELIVERED);

        JsonNode data = receiver.received().getFirst().data();
        String log = client.ask("/webhook").toString();
        assertThat(log)
                .contains("\"state\":\"delivered\"")
                .doesNotContain(data.path("otp_code").textValue())
                .doesNotContain(data.path("phone_number").textValue().substring(1))
                .doesNotContain(
                        client.get("/webhook").data().path("webhook_secret").textValue());
        assertThat(simulator.deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.event()).isEqualTo(WebhookEvent.Type.OTP_RECEIVED);
            assertThat(delivery.smsRevision()).isEqualTo(1);
        });
    }

    private JsonNode set() {
        return client.patch("/webhook", "{\"webhook_url\":\"" + receiver.url() + "\"}")
                .data();
    }

    private void awaitEvents(int count) {
        Awaitility.await().until(() -> receiver.received().size() >= count);
        assertThat(receiver.received()).hasSize(count);
    }

    private void awaitFailures(int count) {
        Awaitility.await()
                .until(() -> client.get("/webhook")
                                .data()
                                .path("webhook_consecutive_failures")
                                .intValue()
                        == count);
    }

    private void awaitState(Delivery.State state) {
        Awaitility.await().until(() -> simulator.deliveries().stream().anyMatch(delivery -> delivery.state() == state));
    }
}
