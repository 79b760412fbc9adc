package io.otpstream.smscode;

import static io.otpstream.smscode.Results.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.Dialect;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.ProductWish;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.domain.api.RoutingPolicy;
import io.otpstream.domain.api.WebhookChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out in the published dialect, seen by an ordinary HTTP server. */
class PublishedRequestsTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-31T12:00:00Z"));
    private static final Permit PERMIT = Permit.untimed("c-1");

    private final RecordingServer server = new RecordingServer();
    private final PublishedApi api = PublishedClient.create(
            ClientSettings.defaults().withBaseUri(server.base()).withTimeout(Duration.ofSeconds(50)),
            TokenSource.fixed("t0ken"),
            CLOCK);

    PublishedRequestsTest() throws IOException {}

    @AfterEach
    void stop() {
        api.close();
        server.close();
    }

    @Test
    void callsThatRead() {
        Results.await(api.balance(PERMIT));
        Results.await(api.countries(PERMIT));
        Results.await(api.platforms(PERMIT));
        Results.await(api.products(7, PERMIT));
        Results.await(api.products(7, 3, PERMIT));
        Results.await(api.operators(7, 1, PERMIT));
        Results.await(api.activeOrders(PERMIT));
        Results.await(api.orders(100, 200, PERMIT));
        Results.await(api.order("4711", PERMIT));
        Results.await(api.webhook(PERMIT));
        assertThat(lines())
                .containsExactly(
                        "GET /v1/balance ",
                        "GET /v1/catalog/countries ",
                        "GET /v1/catalog/services ",
                        "GET /v1/catalog/products?country_id=7&limit=10000 ",
                        "GET /v1/catalog/products?country_id=7&operator_id=3&limit=10000 ",
                        "GET /v1/catalog/operators?country_id=7&platform_id=1 ",
                        "GET /v1/orders/active ",
                        "GET /v1/orders?limit=100&offset=200 ",
                        "GET /v1/orders/4711 ",
                        "GET /v1/webhook ");
        assertThat(server.seen()).allSatisfy(seen -> assertThat(seen.headers())
                .containsEntry("Authorization", List.of("Bearer t0ken"))
                .containsEntry("X-request-id", List.of("c-1"))
                .doesNotContainKey("Idempotency-key"));
    }

    @Test
    void callsThatChangeSomething() {
        Results.await(api.cancelOrder("4711", PERMIT));
        Results.await(api.finishOrder("4711", PERMIT));
        Results.await(api.resendCode("2147483648", PERMIT));
        Results.await(api.changeWebhook(new WebhookChange("https://example.org/\"h\"", null), PERMIT));
        Results.await(api.changeWebhook(new WebhookChange(null, "s3cret"), PERMIT));
        Results.await(api.changeWebhook(new WebhookChange("", ""), PERMIT));
        Results.await(api.testWebhook(PERMIT));
        assertThat(lines())
                .containsExactly(
                        "POST /v1/orders/cancel {\"id\":4711}",
                        "POST /v1/orders/finish {\"id\":4711}",
                        "POST /v1/orders/resend {\"id\":2147483648}",
                        "PATCH /v1/webhook {\"webhook_url\":\"https://example.org/\\\"h\\\"\"}",
                        "PATCH /v1/webhook {\"webhook_secret\":\"s3cret\"}",
                        "PATCH /v1/webhook {\"webhook_url\":\"\",\"webhook_secret\":\"\"}",
                        "POST /v1/webhook/test ");
        assertThat(server.seen().subList(0, 6))
                .allSatisfy(seen -> assertThat(seen.headers().get("Content-type"))
                        .asString()
                        .contains("application/json"));
        assertThat(server.seen().getLast().headers()).containsEntry("Content-length", List.of("0"));
        assertThat(server.seen()).noneMatch(seen -> seen.headers().containsKey("Idempotency-key"));
    }

    /** Stored bytes may come from another version of this program. */
    @Test
    void createGoesOutByteForByteUnderItsKey() {
        byte[] stored = " {\"quantity\" : 2, \"catalog_product_id\":55, \"é\":0}\n".getBytes(StandardCharsets.UTF_8);
        Results.await(api.createOrders("aZ0_-", stored, PERMIT));
        RecordingServer.Seen seen = server.seen().getFirst();
        assertThat(seen.line())
                .isEqualTo("POST /v1/orders/create  {\"quantity\" : 2, \"catalog_product_id\":55, \"é\":0}\n");
        assertThat(seen.headers())
                .containsEntry("Idempotency-key", List.of("aZ0_-"))
                .containsEntry("Content-length", List.of(Integer.toString(stored.length)));
    }

    @Test
    void createBodyHoldsWhatIsSetAndIsAlwaysTheSame() {
        ProductWish least = new ProductWish(55, null, RoutingPolicy.CHEAPEST, null);
        ProductWish most = new ProductWish(55, 20_000L, RoutingPolicy.BEST_SUCCESS, 3);
        assertThat(api.createBody(least, 1))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"catalog_product_id\":55,\"quantity\":1,\"policy\":\"cheapest\"}");
        assertThat(api.createBody(most, 100))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"catalog_product_id\":55,\"quantity\":100,\"policy\":\"best_success\","
                        + "\"max_price\":20000,\"operator_id\":3}");
        assertThat(api.createBody(most, 100)).isEqualTo(api.createBody(most, 100));
        assertThat(api.dialect()).isEqualTo(Dialect.PUBLISHED);
    }

    /** A pipeline may hold orders from when it spoke the guide's dialect: only the API can say what they are to it. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "ord_1, `\"ord_1\"`, ord_1",
                "007, `\"007\"`, 007",
                "9999999999999999999, `\"9999999999999999999\"`, 9999999999999999999",
                "a/b, `\"a/b\"`, a%2Fb"
            })
    void idThatIsNoNumberGoesOutAsText(String id, String json, String segment) {
        Results.await(api.cancelOrder(id, PERMIT));
        Results.await(api.order(id, PERMIT));
        assertThat(lines())
                .containsExactly("POST /v1/orders/cancel {\"id\":" + json + "}", "GET /v1/orders/" + segment + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "request/1", "ключ", "line\nbreak"})
    void keyThatTheHeaderCannotHoldIsRefused(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.createOrders(key, new byte[0], PERMIT))
                .withMessageContaining("idempotencyKey");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.createOrders("k".repeat(129), new byte[0], PERMIT))
                .withMessageContaining("idempotencyKey");
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        ProductWish wish = new ProductWish(55, null, RoutingPolicy.CHEAPEST, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.createBody(wish, 0))
                .withMessageContaining("quantity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.createBody(wish, 101))
                .withMessageContaining("quantity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.orders(101, 0, PERMIT))
                .withMessageContaining("limit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.orders(1, -1, PERMIT))
                .withMessageContaining("offset");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.finishOrder("", PERMIT))
                .withMessageContaining("orderId");
        assertThat(server.seen()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7, PT7S", "'Sat, 31 Jan 2026 12:00:30 GMT', PT30S"})
    void retryAfterArrives(String header, Duration wait) {
        server.answers(429, Map.of("Retry-After", header), "");
        assertThat(error(Results.await(api.activeOrders(PERMIT)))).isEqualTo(new ApiError.RateLimited(wait));
        server.answers(503, Map.of("Retry-After", header), "");
        assertThat(error(Results.await(api.activeOrders(PERMIT)))).isEqualTo(new ApiError.ServerFailure(503, wait));
    }

    private List<String> lines() {
        return server.seen().stream().map(RecordingServer.Seen::line).toList();
    }
}
