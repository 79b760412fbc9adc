package io.otpstream.smscode;

import static io.otpstream.smscode.Results.error;
import static io.otpstream.smscode.Results.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.api.Permit;
import java.io.IOException;
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

/** What goes out in the guide's dialect, seen by an ordinary HTTP server. */
class GuideRequestsTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-31T12:00:00Z"));

    private volatile String token = "t0ken";
    private final RecordingServer server = new RecordingServer();
    private final GuideApi api = GuideClient.create(
            ClientSettings.defaults().withBaseUri(server.base()).withTimeout(Duration.ofSeconds(50)),
            () -> ApiToken.of(token),
            CLOCK);

    GuideRequestsTest() throws IOException {}

    @AfterEach
    void stop() {
        api.close();
        server.close();
    }

    @Test
    void sixCalls() {
        Results.await(api.balance(Permit.untimed("c-1")));
        Results.await(api.countries(Permit.untimed("c-2")));
        Results.await(api.products(6, Permit.untimed("c-3")));
        Results.await(api.createOrder(6, 1, Permit.untimed("c-4")));
        Results.await(api.order("ord_1", Permit.untimed("c-5")));
        Results.await(api.cancelOrder("ord_1", Permit.untimed("c-6")));
        assertThat(server.seen().stream().map(RecordingServer.Seen::line))
                .containsExactly(
                        "GET /v1/balance ",
                        "GET /v1/catalog/countries ",
                        "GET /v1/catalog/products?country_id=6 ",
                        "POST /v1/orders {\"country_id\":6,\"platform_id\":1}",
                        "GET /v1/orders/ord_1 ",
                        "DELETE /v1/orders/ord_1 ");
        assertThat(server.seen().stream().map(request -> request.headers().get("X-request-id")))
                .containsExactly(
                        List.of("c-1"), List.of("c-2"), List.of("c-3"), List.of("c-4"), List.of("c-5"), List.of("c-6"));
    }

    @Test
    void headers() {
        Results.await(api.createOrder(6, 1, Permit.untimed("c-1")));
        assertThat(server.seen().getFirst().headers())
                .containsEntry("Authorization", List.of("Bearer t0ken"))
                .containsEntry("Accept", List.of("application/json"))
                .doesNotContainKeys("Cookie", "Accept-encoding", "Upgrade", "Expect");
        assertThat(server.seen().getFirst().headers().get("Content-type"))
                .asString()
                .contains("application/json");
        assertThat(server.seen().getFirst().headers().get("User-agent"))
                .asString()
                .matches("\\[otpstream/\\S+\\]");
    }

    @Test
    void newTokenIsUsedAtOnceAndNoCookieIsKept() {
        server.answers(200, Map.of("Set-Cookie", "session=1; Path=/"), "");
        Results.await(api.balance(Permit.untimed("c-1")));
        token = "rotated";
        Results.await(api.balance(Permit.untimed("c-2")));
        assertThat(server.seen().getLast().headers())
                .containsEntry("Authorization", List.of("Bearer rotated"))
                .doesNotContainKey("Cookie");
    }

    @ParameterizedTest
    @CsvSource({"a/b, a%2Fb", "a b?c#d, a%20b%3Fc%23d", ".., %2E%2E", "a..b, a..b", "é%, %C3%A9%25", "12345, 12345"})
    void orderIdIsOneSegment(String id, String segment) {
        Results.await(api.order(id, Permit.untimed("c-1")));
        assertThat(server.seen().getFirst().target()).isEqualTo("/v1/orders/" + segment);
    }

    @Test
    void emptyOrderIdIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.cancelOrder("", Permit.untimed("c-1")))
                .withMessageContaining("orderId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "line\r\nbreak: 1", "é"})
    void callIdThatCannotBeAHeaderIsRefused(String callId) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.balance(Permit.untimed(callId)))
                .withMessageContaining("callId");
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void cancelIsAcceptedWithoutABody() {
        server.answers(204, Map.of(), "");
        assertThat(value(Results.await(api.cancelOrder("o-1", Permit.untimed("c-1")))))
                .isEqualTo(new CancelAccepted());
    }

    @ParameterizedTest
    @CsvSource({"7, PT7S", "'Sat, 31 Jan 2026 12:00:30 GMT', PT30S", "'Sat, 31 Jan 2026 11:00:00 GMT', PT0S"})
    void retryAfterArrives(String header, Duration wait) {
        server.answers(429, Map.of("Retry-After", header), "");
        assertThat(error(Results.await(api.createOrder(6, 1, Permit.untimed("c-1")))))
                .isEqualTo(new ApiError.RateLimited(wait));
        assertThat(server.seen()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"y\"", "Bearer"})
    void challengeIsNotAnswered(String challenge) {
        server.answers(401, Map.of("WWW-Authenticate", challenge), "");
        assertThat(error(Results.await(api.balance(Permit.untimed("c-1"))))).isEqualTo(new ApiError.Unauthorized());
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void compressedBodyIsNotUnpacked() {
        server.answers(200, Map.of("Content-Encoding", "gzip"), "\u001f\u008b not really");
        error(Results.await(api.balance(Permit.untimed("c-1"))), ApiError.Unreadable.class);
    }
}
