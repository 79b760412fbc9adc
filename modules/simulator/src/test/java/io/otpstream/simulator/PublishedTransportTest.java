package io.otpstream.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fact sheet says about transport. */
class PublishedTransportTest extends PublishedTestBase {

    @ParameterizedTest
    @EnumSource
    void everyResponseHasARequestIdOfItsOwn(PublishedCall call) {
        assertThat(client.call(call).raw().headers().firstValue("x-request-id").orElseThrow())
                .hasSizeGreaterThan(10)
                .isNotEqualTo(client.call(call)
                        .raw()
                        .headers()
                        .firstValue("x-request-id")
                        .orElseThrow());
    }

    @Test
    void theCustomersRequestIdComesBack() throws Exception {
        HttpResponse<String> answer = client.raw("POST", "/orders/create", routed(PRODUCT), "x-request-id", "mine-1");

        assertThat(answer.headers().firstValue("x-request-id")).contains("mine-1");
        assertThat(simulator.ledger().orders()).singleElement().satisfies(order -> assertThat(order.createRequestId())
                .isEqualTo("mine-1"));
    }

    @Test
    void aBodyOfMoreThanAMegabyteIsRefusedWithoutAnEnvelope() throws Exception {
        // By one byte: a customer who is still writing when the server answers may miss the answer.
        HttpResponse<String> answer = client.raw("POST", "/orders/create", " ".repeat(1024 * 1024 + 1));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertPlainText(answer);
    }

    @Test
    void aBodyOfLessThanAMegabyteIsRead() {
        assertThat(client.post("/orders/create", routed(PRODUCT) + " ".repeat(900_000))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/catalog/services?country_id=ID",
                "/catalog/products?country_id=6.5",
                "/catalog/products?platform_id=whatsapp",
                "/catalog/products?limit=many",
                "/catalog/products?limit=99999999999",
                "/catalog/operators?country_id=x&platform_id=1",
                "/orders?limit=x",
                "/orders?offset=1e3",
            })
    void aMalformedQueryIsRefusedInPlainText(String path) throws Exception {
        HttpResponse<String> answer = client.raw("GET", path, "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertPlainText(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders/create", "/orders/cancel"})
    void aMethodThatAPathDoesNotHaveIsRefusedWithoutAnEnvelope(String path) throws Exception {
        assertThat(client.raw("DELETE", path, "").statusCode()).isEqualTo(405);
    }

    @Test
    void theGuidesCallsAreNotThere() throws Exception {
        assertThat(client.raw("POST", "/orders", "{\"country_id\":6,\"platform_id\":1}")
                        .statusCode())
                .isEqualTo(405);
        assertThat(client.raw("DELETE", "/orders/1", "").statusCode()).isEqualTo(405);
    }

    private static void assertPlainText(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow().toLowerCase(Locale.ROOT))
                .startsWith("text/plain");
        assertThat(answer.body()).doesNotStartWith("{");
        assertThat(answer.headers().firstValue("x-request-id")).isPresent();
    }
}
