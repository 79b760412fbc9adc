package io.otpstream.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.simulator.SimulatorClient.Answer;
import io.otpstream.simulator.vendor.ApiCall;
import io.otpstream.simulator.vendor.Dialect;
import io.otpstream.simulator.vendor.Ledger;
import io.otpstream.simulator.vendor.Outage;
import io.otpstream.simulator.vendor.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fact sheet says about idempotency, and what the ledger says about it. */
class PublishedIdempotencyTest extends PublishedTestBase {

    private static final String BODY = routed(PRODUCT);

    @Test
    void theSameKeyAndBodyIsAppliedOnceAndToldTwice() {
        Answer first = create(BODY, "key-1");
        time.advanceSeconds(30);
        Answer again = create(BODY, "key-1");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(balance()).isEqualTo(9_997_000);
        assertThat(simulator.ledger().creates())
                .containsExactly(new Ledger.CreateEntry(ApiCall.CREATE, "key-1", null, 1, 1, null, 1));
    }

    @Test
    void theSameBodyMayBeWrittenOtherwise() {
        create("{\"catalog_product_id\":6001,\"max_price\":3000}", "key").data();

        create("{ \"max_price\": 3000, \"catalog_product_id\": 6001 }", "key").data();
        assertThat(simulator.ledger().totals().orders()).isEqualTo(1);
    }

    @Test
    void idempotencyKeyReused422() {
        create(BODY, "key").data();

        assertError(create(routed(6_002), "key"), 422, "IDEMPOTENCY_KEY_REUSED");
        assertError(create("no json", "key"), 422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(simulator.ledger().totals().orders()).isEqualTo(1);
    }

    @Test
    void withoutAKeyNothingIsRecognised() {
        client.post("/orders/create", BODY).data();
        client.post("/orders/create", BODY).data();

        assertThat(simulator.ledger().totals().orders()).isEqualTo(2);
        assertThat(simulator.ledger().creates())
                .extracting(Ledger.CreateEntry::idempotencyKey)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a b", "a/b", "ä", "k:1"})
    void aKeyThatIsNoneIsInvalid(String key) {
        assertError(create(BODY, key), 422, "VALIDATION_ERROR");
        assertError(client.post("/orders/reactivate", id(1), key), 422, "VALIDATION_ERROR");
    }

    @Test
    void aKeyHasAtMost128Characters() {
        assertThat(create(BODY, "k".repeat(128)).status()).isEqualTo(200);
        assertError(create(BODY, "k".repeat(129)), 422, "VALIDATION_ERROR");
    }

    @Test
    void requestInProgress409OnceWhenItIsForced() {
        assertError(create(routed(forced(915)), "key"), 409, "REQUEST_IN_PROGRESS");

        assertThat(create(routed(forced(915)), "key").data().path("orders")).hasSize(1);
        assertThat(simulator.ledger().totals().orders()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {906, 907, 914})
    void aDefinitiveRefusalIsToldAgain(int platformId) {
        Answer first = create(routed(forced(platformId)), "key");
        Answer again = create(routed(forced(platformId)), "key");

        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(simulator.ledger().creates()).singleElement().satisfies(create -> {
            assertThat(create.replays()).isEqualTo(1);
            assertThat(create.refused()).isNotNull();
        });
    }

    @Test
    void aStoredRefusalStaysThoughTheReasonIsGone() {
        simulator.setBalance(0);
        assertError(create(BODY, "key"), 409, "INSUFFICIENT_BALANCE");
        simulator.deposit(1_000_000);

        assertError(create(BODY, "key"), 409, "INSUFFICIENT_BALANCE");
        assertThat(create(BODY, "other").status()).isEqualTo(200);
    }

    @Test
    void anInvalidBodyIsStoredToo() {
        assertError(create("{}", "key"), 422, "VALIDATION_ERROR");
        assertError(create("{}", "key"), 422, "VALIDATION_ERROR");
        assertError(create(BODY, "key"), 422, "IDEMPOTENCY_KEY_REUSED");
    }

    @ParameterizedTest
    @EnumSource(
            value = Refusal.class,
            names = {"RATE_LIMIT_EXCEEDED", "UNAUTHORIZED", "SERVICE_UNAVAILABLE", "INTERNAL_ERROR", "TEMP_BANNED"})
    void aRefusalBeforeTheHandlerIsNotStored(Refusal refusal) {
        simulator.refuseNext(ApiCall.CREATE, refusal, 1);
        assertThat(create(BODY, "key").status()).isGreaterThanOrEqualTo(400);

        assertThat(create(BODY, "key").status()).isEqualTo(200);
        assertThat(create(BODY, "key").status()).isEqualTo(200);
        assertThat(simulator.ledger().totals().orders()).isEqualTo(1);
    }

    @Test
    void theKeysOfCreateAndReactivateNeverMeet() {
        int order = onlyOrder(create(routed(forced(901)), "key")).path("id").intValue();
        client.post("/orders/finish", id(order)).data();

        Answer first = client.post("/orders/reactivate", id(order), "key");
        Answer again = client.post("/orders/reactivate", id(order), "key");

        assertThat(first.data()).isEqualTo(again.data());
        assertThat(simulator.ledger().totals().orders()).isEqualTo(2);
        assertError(client.post("/orders/reactivate", id(order + 1), "key"), 422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        create(BODY, "key").data();
        time.advance(Duration.ofHours(24).minusSeconds(1));
        create(BODY, "key").data();
        assertThat(simulator.ledger().totals().orders()).isEqualTo(1);
        time.advanceSeconds(1);

        create(BODY, "key").data();

        assertThat(simulator.ledger().totals().orders()).isEqualTo(2);
        assertThat(simulator.ledger().totals().chargedTwice()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Outage.Kind.class,
            names = {"HTTP_500_AFTER", "HTTP_502_AFTER", "HTTP_503_AFTER", "NOT_JSON", "PLAIN_TEXT", "RESET_AFTER"})
    void whatTookEffectWithoutAnAnswerIsToldByARepetition(Outage.Kind kind) throws Exception {
        simulator.startOutage(new Outage(kind, 1, Set.of(ApiCall.CREATE)));
        loseAnswer("key");
        assertThat(simulator.ledger().orders()).singleElement().satisfies(order -> assertThat(order.createAnswered())
                .isFalse());
        simulator.endOutage();

        JsonNode told = onlyOrder(create(BODY, "key"));

        assertThat(simulator.ledger().orders()).singleElement().satisfies(order -> {
            assertThat(order.orderId()).isEqualTo(told.path("id").asText());
            assertThat(order.createAnswered()).isTrue();
            assertThat(order.idempotencyKey()).isEqualTo("key");
        });
        assertThat(balance()).isEqualTo(9_997_000);
    }

    @Test
    void theLedgerTellsWhichOrdersOneCreateMade() {
        create("{\"catalog_product_id\":6001,\"quantity\":3}", "batch").data();
        simulator.setStock(6, 1, 1);
        create("{\"catalog_product_id\":6001,\"quantity\":4}", "rest").data();

        Ledger ledger = simulator.ledger();
        assertThat(ledger.orders()).extracting(Ledger.Entry::createIndex).containsExactly(0, 1, 2, 0);
        assertThat(ledger.orders())
                .extracting(Ledger.Entry::idempotencyKey)
                .containsExactly("batch", "batch", "batch", "rest");
        assertThat(ledger.creates())
                .containsExactly(
                        new Ledger.CreateEntry(ApiCall.CREATE, "batch", null, 3, 3, null, 0),
                        new Ledger.CreateEntry(ApiCall.CREATE, "rest", null, 4, 1, null, 0));
        assertThat(ledger.totals().chargedTwice()).isZero();
    }

    @Test
    void theGuideKnowsNoKeys() {
        try (Simulator guide = Simulator.start(PUBLISHED.withDialect(Dialect.GUIDE), time);
                SimulatorClient customer = new SimulatorClient(guide)) {
            customer.post("/orders", "{\"country_id\":6,\"platform_id\":1}", "key")
                    .data();
            customer.post("/orders", "{\"country_id\":6,\"platform_id\":1}", "key")
                    .data();

            assertThat(guide.ledger().totals().orders()).isEqualTo(2);
            assertThat(guide.ledger().creates()).isEmpty();
        }
    }

    private Answer create(String body, String key) {
        return client.post("/orders/create", body, key);
    }

    private void loseAnswer(String key) throws InterruptedException {
        try {
            client.raw("POST", "/orders/create", BODY, "idempotency-key", key);
        } catch (IOException lost) {
            // Some faults answer nonsense, some break the connection; neither tells of the order.
        }
    }
}
