package io.otpstream.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.simulator.SimulatorClient.Answer;
import io.otpstream.simulator.vendor.ManualTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The six calls, as the guide writes them. */
class GuideCallsTest extends SimulatorTestBase {

    @Test
    void balance() {
        Answer answer = client.get("/balance");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.raw().headers().firstValue("Content-Type")).contains("application/json;charset=utf-8");
        assertThat(answer.body())
                .hasToString("{\"success\":true,\"data\":{\"currency\":\"IDR\",\"balance\":10000000}}");
    }

    @Test
    void countries() {
        JsonNode countries = client.get("/catalog/countries").data();

        assertThat(countries)
                .extracting(country -> country.path("id").intValue())
                .contains(6, 99)
                .doesNotHaveDuplicates();
        assertThat(countries)
                .extracting(JsonNode::toString)
                .contains("{\"id\":6,\"code\":\"ID\",\"name\":\"Indonesia\"}");
    }

    @Test
    void products() {
        assertThat(client.get("/catalog/products?country_id=6").data())
                .extracting(JsonNode::toString)
                .contains("{\"country_id\":6,\"platform_id\":1,\"price\":3000,\"available_count\":10000}");
    }

    @Test
    void anOrderFromItsNumberToItsCode() {
        Answer created = client.create(6, 1);

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.data().path("order_id").textValue()).isNotEmpty();
        assertThat(created.data().path("phone_number").textValue()).matches("\\+62[0-9]{9,11}");
        assertThat(created.data().path("status").textValue()).isEqualTo("pending");
        assertThat(Instant.parse(created.data().path("expires_at").textValue()))
                .isEqualTo(ManualTime.START.plusSeconds(1_200));
        assertThat(client.get("/balance").data().path("balance").longValue()).isEqualTo(9_997_000);

        time.advanceSeconds(5);
        Answer active = client.look(created);
        assertThat(active.data().path("status").textValue()).isEqualTo("active");
        assertThat(active.data().has("otp_code")).isTrue();
        assertThat(active.data().path("otp_code").isNull()).isTrue();

        time.advanceSeconds(20);
        Answer completed = client.look(created);
        assertThat(completed.data().path("status").textValue()).isEqualTo("completed");
        assertThat(completed.data().path("otp_code").textValue()).matches("[0-9]{6}");
    }

    @Test
    void aCancel() {
        String path = "/orders/" + client.create(6, 1).data().path("order_id").textValue();

        assertThat(client.delete(path).data().path("status").textValue()).isEqualTo("cancelled");
        assertThat(client.delete(path).data().path("status").textValue()).isEqualTo("cancelled");
        assertThat(client.get(path).data().path("status").textValue()).isEqualTo("cancelled");
        assertThat(client.get("/balance").data().path("balance").longValue()).isEqualTo(10_000_000);
    }

    @Test
    void anExpiry() {
        Answer created = client.create(6, 904);
        time.advanceSeconds(10);

        assertThat(client.look(created).data().path("status").textValue()).isEqualTo("expired");
        assertThat(client.get("/balance").data().path("balance").longValue()).isEqualTo(10_000_000);
    }
}
