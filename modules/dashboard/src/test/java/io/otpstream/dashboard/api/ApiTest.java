package io.otpstream.dashboard.api;

import static io.otpstream.dashboard.tables.TableFixture.NOW;
import static io.otpstream.dashboard.tables.TableFixture.indonesia;
import static io.otpstream.dashboard.tables.TableFixture.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.otpstream.contract.Costs;
import io.otpstream.contract.Money;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.PriceSource;
import io.otpstream.contract.Severity;
import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.Topics;
import io.otpstream.dashboard.ports.Budget;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiTest {

    private final ApiFixture api = ApiFixture.open();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void ratesAreAsOnTheTopicWithNameAndFlag() throws IOException {
        api.tables.row(Topics.SUCCESS_RATES, "6", indonesia(3));

        JsonNode row = json("/api/success-rates").path("countries").path(0);
        assertThat(row.path("country_id").intValue()).isEqualTo(6);
        assertThat(row.path("country_name").textValue()).isEqualTo("Indonesia");
        assertThat(row.path("flag").textValue()).isEqualTo("🇮🇩");
        assertThat(row.path("success_rate_low").doubleValue()).isEqualTo(0.6);
        assertThat(row.path("p50_seconds_to_code").doubleValue()).isEqualTo(10.0);
        assertThat(row.path("orders").path("a_word_of_tomorrow").intValue()).isEqualTo(1);
        assertThat(row.has("no_stock_rate")).isFalse();
    }

    @Test
    void secondsAreThoseOfTheApisWorld() throws IOException {
        try (ApiFixture fast = ApiFixture.faster(10)) {
            fast.tables.row(Topics.SUCCESS_RATES, "6", indonesia(3));

            assertThat(fast.get("/api/success-rates").body()).contains("\"p50_seconds_to_code\":100.0");
        }
    }

    @Test
    void costsAreAddedUp() throws IOException {
        api.tables.row(
                Topics.COSTS,
                "one",
                new Costs(
                        NOW.truncatedTo(ChronoUnit.HOURS),
                        6,
                        "ID",
                        1,
                        "shop",
                        List.of(),
                        3,
                        2,
                        9_000,
                        6_000,
                        3_000,
                        0,
                        0,
                        0,
                        0,
                        Money.IDR,
                        PriceSource.CATALOG,
                        NOW));

        JsonNode costs = json("/api/costs?by=tenant");
        assertThat(costs.path("total").path("spend_idr").longValue()).isEqualTo(6_000);
        assertThat(api.get("/api/costs?by=colour").statusCode()).isEqualTo(400);
    }

    @Test
    void prometheusGetsThePage() {
        api.tables.row(Topics.SUCCESS_RATES, "6", indonesia(3));

        HttpResponse<String> page = api.get("/metrics");
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(page.body()).contains("otpstream_country_success_low_ratio{country=\"6\"", "jvm_memory_used_bytes");
    }

    @Test
    void aCountryComesWithItsPlatforms() throws IOException {
        SuccessRates platform = SuccessRates.of(6, NOW).platformId(2).build();
        api.tables
                .row(Topics.SUCCESS_RATES, "6", indonesia(3))
                .row(Topics.SUCCESS_RATES_BY_PLATFORM, "6/2", platform)
                .row(
                        Topics.SUCCESS_RATES_BY_PLATFORM,
                        "7/2",
                        SuccessRates.of(7, NOW).build());

        JsonNode answer = json("/api/success-rates/6");
        assertThat(answer.path("country").path("iso_code").textValue()).isEqualTo("ID");
        assertThat(answer.path("rates").path("codes").intValue()).isEqualTo(3);
        assertThat(answer.path("platforms"))
                .hasSize(1)
                .allMatch(row -> row.path("platform_id").intValue() == 2);
    }

    @Test
    void aCountryWithoutOrdersIsNoError() throws IOException {
        JsonNode answer = json("/api/success-rates/7");

        assertThat(answer.path("country").path("name").textValue()).isEqualTo("Vietnam");
        assertThat(answer.has("rates")).isFalse();
    }

    @Test
    void hoursAreThoseAskedFor() throws IOException {
        Instant hour = Instant.parse("2026-03-01T09:00:00Z");
        api.tables
                .row(
                        Topics.SUCCESS_RATES_BY_HOUR,
                        "6/a",
                        SuccessRates.of(6, NOW).hour(hour).build())
                .row(
                        Topics.SUCCESS_RATES_BY_HOUR,
                        "7/a",
                        SuccessRates.of(7, NOW).hour(hour).build());

        assertThat(json("/api/success-rates/hourly").path("hours")).hasSize(2);
        assertThat(json("/api/success-rates/hourly?country=6").path("hours")).hasSize(1);
        assertThat(json("/api/success-rates/hourly?to=2026-03-01T09:00:00Z").path("hours"))
                .isEmpty();
        assertThat(json("/api/success-rates/hourly?from=2026-03-01T10:00:00%2B01:00&to=2026-03-01T09:30:00Z")
                        .path("hours"))
                .hasSize(2);
    }

    @Test
    void ordersAreSummedUp() throws IOException {
        api.tables.event(order(OrderEventType.PLACED, "r1", NOW)).event(order(OrderEventType.COMPLETED, "r2", NOW));

        JsonNode summary = json("/api/orders/summary");
        assertThat(summary.path("open").intValue()).isEqualTo(1);
        assertThat(summary.path("hour").path("codes").intValue()).isEqualTo(1);
        assertThat(summary.path("minutes")).hasSize(1);
        assertThat(summary.has("waiting")).isFalse();
    }

    @Test
    void theBudgetIsWhatThePortSays() throws IOException {
        assertThat(api.get("/api/budget").statusCode()).isEqualTo(503);

        api.budget = Optional.of(new Budget(false, 300, Map.of("total", 120), 2, 5, 3.5, null, List.of()));

        assertThat(json("/api/budget").path("sent_last_minute").path("total").intValue())
                .isEqualTo(120);
        assertThat(json("/api/orders/summary").path("waiting").intValue()).isEqualTo(7);
    }

    @Test
    void activeAlertsComeFirst() throws IOException {
        api.tables.raised("no_stock", "6", Severity.WARNING, NOW).cleared("balance_low", "x", NOW);

        JsonNode alerts = json("/api/alerts");
        assertThat(alerts.path("active").path(0).path("action").textValue()).isEqualTo("Do something.");
        assertThat(alerts.path("recent").path(0).path("state").textValue()).isEqualTo("cleared");
    }

    @Test
    void countriesHaveNames() throws IOException {
        assertThat(json("/api/countries").path("countries").findValuesAsText("name"))
                .containsExactly("Indonesia", "Vietnam");
    }

    @Test
    void isAliveAndNotReadyWhileSomethingIsMissing() {
        assertThat(api.get("/api/health/ready").statusCode()).isEqualTo(200);

        api.current = false;

        assertThat(api.get("/api/health/live").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = api.get("/api/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("\"tables\":false", "\"pipeline\":true");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/success-rates/six, 400, country",
        "/api/success-rates/-6, 400, country",
        "/api/success-rates/99999999999, 400, country",
        "/api/success-rates/12345, 404, country",
        "/api/success-rates/hourly?country=x, 400, country",
        "/api/success-rates/hourly?country=12345, 404, country",
        "/api/success-rates/hourly?from=yesterday, 400, from",
        "/api/success-rates/hourly?to=1, 400, to",
        "/api/success-rates/hourly?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z, 400, from",
        "/api/nothing, 404,",
        "/api/success-rates/6/7, 404,",
        "/pom.xml, 404,",
    })
    void whatCanNotBeAnsweredIsSaid(String path, int status, String field) throws IOException {
        HttpResponse<String> answer = api.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        JsonNode error = new ObjectMapper().readTree(answer.body()).path("error");
        assertThat(error.path("code").textValue()).isNotBlank();
        assertThat(error.path("message").textValue()).isNotBlank().doesNotContain("yesterday", "12345");
        assertThat(error.path("field").textValue()).isEqualTo(field);
    }

    @Test
    void onlyGetIsServed() {
        HttpResponse<String> answer = api.send(HttpRequest.newBuilder(api.uri("/api/alerts"))
                .POST(BodyPublishers.ofString("{}"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("\"error\"");
    }

    @Test
    void nothingHoldsAPhoneNumber() {
        api.tables.event(order(OrderEventType.PLACED, "r1", NOW)).event(order(OrderEventType.COMPLETED, "r2", NOW));

        for (String path : List.of(
                "/api/orders/summary", "/api/success-rates", "/api/alerts", "/api/countries", "/api/health/ready")) {
            assertThat(api.get(path).body()).doesNotContain("84000079190");
        }
    }

    private JsonNode json(String path) throws IOException {
        HttpResponse<String> answer = api.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }
}
