package io.otpstream.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.simulator.SimulatorClient.Answer;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every product that forces an outcome, in the published dialect. */
class PublishedForcedTest extends PublishedTestBase {

    PublishedForcedTest() {
        // Held connections are let go after ten seconds of real time at any speed.
        super(PUBLISHED.withSpeed(1_000));
    }

    @Test
    void thereIsAListOfThem() {
        assertThat(client.ask("/forced").path("data"))
                .extracting(forced -> forced.path("platform_id").intValue())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(901, 917).boxed().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "901, 0, OTP_RECEIVED",
        "902, 39, ACTIVE",
        "902, 40, OTP_RECEIVED",
        "903, 1199, ACTIVE",
        "903, 1200, EXPIRED",
        "904, 9, ACTIVE",
        "904, 10, EXPIRED",
        "905, 9, ACTIVE",
        "905, 10, CANCELED",
        "912, 9, ACTIVE",
        "912, 10, OTP_RECEIVED"
    })
    void outcomesOfOrders(int platformId, double modelSeconds, String status) {
        int order = order(forced(platformId));
        time.advanceSeconds(modelSeconds / 1_000);

        assertThat(statusOf(order)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "906, 422, NO_OFFER_AVAILABLE",
        "907, 409, INSUFFICIENT_BALANCE",
        "911, 422, NO_OFFER_AVAILABLE",
        "914, 422, PROVIDER_ERROR",
        "916, 429, TEMP_BANNED_ABUSE_GUARD"
    })
    void refusalsEveryTime(int platformId, int status, String code) {
        assertError(buy(forced(platformId)), status, code);
        assertError(buy(forced(platformId)), status, code);
        assertThat(balance()).isEqualTo(10_000_000);
        assertThat(buy(PRODUCT).status()).isEqualTo(200);
    }

    @Test
    void rateLimitedOnce() {
        assertError(keyed(908), 429, "RATE_LIMIT_EXCEEDED");
        assertThat(keyed(908).status()).isEqualTo(200);
    }

    @Test
    void serverErrorTwiceBeforeItTakesEffect() {
        assertError(keyed(909), 500, "INTERNAL_ERROR");
        assertError(keyed(909), 500, "INTERNAL_ERROR");
        assertThat(simulator.ledger().totals().orders()).isZero();
        assertThat(keyed(909).status()).isEqualTo(200);
    }

    @Test
    void serverErrorOnceAfterItTookEffect() {
        assertError(keyed(913), 500, "INTERNAL_ERROR");
        assertThat(simulator.ledger().totals().orders()).isEqualTo(1);
        assertThat(keyed(913).data().path("orders")).hasSize(1);
        assertThat(simulator.ledger().totals().orders()).isEqualTo(1);
    }

    @Test
    void noAnswerOnceAlthoughItTookEffect() {
        String body = routed(forced(910));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> client.raw("POST", "/orders/create", body, "idempotency-key", "key"));

        assertThat(keyed(910).data().path("orders")).hasSize(1);
        assertThat(simulator.ledger().totals().orders()).isEqualTo(1);
    }

    @Test
    void tempBannedSaysUntilWhen() {
        JsonNode details = buy(forced(916)).body().path("error").path("details");

        // Four hours of the model at this speed.
        assertThat(Instant.parse(details.path("until").textValue()))
                .isEqualTo(Instant.parse("2026-03-01T12:00:14.400Z"));
        assertThat(details.path("retry_after_seconds").longValue()).isEqualTo(15);
    }

    @Test
    void everySecondNumberFails() {
        Answer answer = client.post("/orders/create", "{\"catalog_product_id\":6917,\"quantity\":5}");

        assertThat(answer.data().path("orders")).hasSize(3);
        assertThat(answer.data().path("failed_count").intValue()).isEqualTo(2);
    }

    private Answer keyed(int platformId) {
        return client.post("/orders/create", routed(forced(platformId)), "key");
    }
}
