package io.otpstream.dashboard.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.Alert;
import io.otpstream.contract.BalanceStatement;
import io.otpstream.contract.Money;
import io.otpstream.contract.PriceSource;
import io.otpstream.contract.Severity;
import io.otpstream.contract.SuccessRates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrometheusScrapeTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Map<String, String> NO_TAGS = Map.of();

    private final FakeMetrics metrics = new FakeMetrics();
    private final OnTopics onTopics = new OnTopics();
    private final PrometheusScrape scrape = new PrometheusScrape(metrics::all, onTopics);

    @AfterEach
    void close() {
        scrape.close();
    }

    @Test
    void withoutAPipelineThereIsTheJvm() {
        assertThat(read().names())
                .contains(
                        "jvm_memory_used_bytes",
                        "jvm_threads_live_threads",
                        "process_uptime_seconds",
                        "process_cpu_usage",
                        "process_files_open_files")
                .noneMatch(name -> name.startsWith("otpstream_"));
    }

    @Test
    void theBudgetIsInBaseUnits() {
        metrics.with("budget", "limit-rate", NO_TAGS, 5.0)
                .with("budget", "backlog-interactive", NO_TAGS, 2.0)
                .with("budget", "backlog-batch", NO_TAGS, 40.0)
                .with("budget", "backlog-clear-seconds", NO_TAGS, Double.POSITIVE_INFINITY)
                .with("budget", "rate-limited-total", NO_TAGS, 3.0)
                .with("budget", "permits-total", Map.of("kind", "look"), 17.0)
                .with("budget", "permits-rate", Map.of("kind", "look"), 1.0)
                .with("budget", "permit-wait-max", Map.of("kind", "look"), 250.0)
                .with("budget", "permit-wait-avg", Map.of("kind", "look"), Double.NaN);

        ScrapedPage page = read();

        assertThat(page.value("otpstream_limit_requests_per_second")).isEqualTo(5);
        assertThat(page.value("otpstream_backlog_requests{priority=\"interactive\"}"))
                .isEqualTo(2);
        assertThat(page.value("otpstream_backlog_requests{priority=\"batch\"}")).isEqualTo(40);
        assertThat(page.value("otpstream_backlog_clear_seconds")).isInfinite();
        assertThat(page.value("otpstream_rate_limited_total")).isEqualTo(3);
        assertThat(page.type("otpstream_rate_limited_total")).isEqualTo("counter");
        assertThat(page.value("otpstream_permits_total{kind=\"look\"}")).isEqualTo(17);
        assertThat(page.value("otpstream_permit_wait_max_seconds{kind=\"look\"}"))
                .isEqualTo(0.25);
        assertThat(page.samples("otpstream_permit_wait_mean_seconds")).isEmpty();
    }

    @Test
    void ordersAreCountedByEventStepAndTask() {
        String group = "stream-verification-step-metrics";
        Map<String, String> tags = Map.of("thread-id", "t-1", "verification-step-id", "order-creator-0_3");
        metrics.with(group, "late-code-total", tags, 4.0).with(group, "late-code-rate", tags, 0.1);

        assertThat(
                        read().value(
                                        "otpstream_order_events_total{event=\"late_code\",step=\"order-creator\",task=\"0_3\"}"))
                .isEqualTo(4);
    }

    @Test
    void kafkasOwnKeepTheNamesThatMicrometerGivesThem() {
        Map<String, String> client = Map.of("client-id", "c-1");
        Map<String, String> partition = Map.of("client-id", "c-1", "topic", "t", "partition", "0");
        metrics.with("stream-metrics", "failed-stream-threads", client, 1)
                .with("stream-metrics", "state", client, "RUNNING")
                .with("consumer-fetch-manager-metrics", "records-consumed-total", client, 30.0)
                .with("consumer-fetch-manager-metrics", "records-consumed-total", partition, 10.0)
                .with("consumer-node-metrics", "request-total", Map.of("node-id", "node-1"), 1.0)
                .with("kafka-metrics-count", "count", client, 7.0);

        ScrapedPage page = read();

        assertThat(page.value("kafka_stream_failed_stream_threads{client_id=\"c-1\"}"))
                .isEqualTo(1);
        assertThat(page.type("kafka_consumer_fetch_manager_records_consumed_total"))
                .isEqualTo("counter");
        assertThat(page.samples("kafka_consumer_fetch_manager_records_consumed_total"))
                .containsExactly(
                        "kafka_consumer_fetch_manager_records_consumed_total{client_id=\"c-1\",partition=\"0\",topic=\"t\"}");
        assertThat(page.names())
                .doesNotContain("kafka_stream_state", "kafka_consumer_node_request_total", "kafka_kafka_count_count");
    }

    @Test
    void whatComesAndGoesIsFollowed() {
        metrics.with("stream-thread-metrics", "commit-total", Map.of("thread-id", "t-1"), 1.0);
        assertThat(read().names()).contains("kafka_stream_thread_commit_total");

        metrics.all().clear();

        assertThat(read().names()).doesNotContain("kafka_stream_thread_commit_total");
    }

    @Test
    void aMetricThatCanNotBeReadTakesNoneWithIt() {
        metrics.with("stream-state-metrics", "size", NO_TAGS, () -> {
                    throw new IllegalStateException("closed");
                })
                .with("budget", "paused", NO_TAGS, 1.0);

        assertThat(read().value("otpstream_paused")).isEqualTo(1);
    }

    @Test
    void countriesHaveTheirRateWithItsBounds() {
        onTopics.countries.add(SuccessRates.of(6, TEN)
                .countryCode("ID")
                .orders(Map.of("completed", 3L, "timed_out", 1L))
                .successRate(0.75, 0.3, 0.95)
                .codes(3)
                .money(10_500, 3_500, PriceSource.CATALOG)
                .secondsToCode(21.5, 20.25, 38.0)
                .build());
        onTopics.countries.add(SuccessRates.of(9, TEN).build());

        ScrapedPage page = read();

        String country = "{country=\"6\",iso=\"ID\"";
        assertThat(page.value("otpstream_country_success_ratio" + country + "}"))
                .isEqualTo(0.75);
        assertThat(page.value("otpstream_country_success_low_ratio" + country + "}"))
                .isEqualTo(0.3);
        assertThat(page.value("otpstream_country_success_high_ratio" + country + "}"))
                .isEqualTo(0.95);
        assertThat(page.value("otpstream_country_orders" + country + ",outcome=\"timed_out\"}"))
                .isEqualTo(1);
        assertThat(page.value("otpstream_country_spend_idr_total" + country + "}"))
                .isEqualTo(10_500);
        assertThat(page.value("otpstream_country_to_code_seconds" + country + ",quantile=\"0.95\"}"))
                .isEqualTo(38);
        assertThat(page.value("otpstream_country_codes_total{country=\"9\",iso=\"\"}"))
                .isZero();
        assertThat(page.samples("otpstream_country_success_ratio")).hasSize(1);
    }

    @Test
    void theBalanceIsThatOfTheLatestHour() {
        onTopics.statements.add(statement(TEN, 80_000));
        onTopics.statements.add(statement(TEN.minusSeconds(3_600), 90_000));

        ScrapedPage page = read();

        assertThat(page.value("otpstream_balance_idr")).isEqualTo(80_000);
        assertThat(page.value("otpstream_balance_locked_idr")).isEqualTo(700);
        assertThat(page.value("otpstream_balance_unexplained_idr")).isEqualTo(-500);
        assertThat(page.value("otpstream_balance_seen_timestamp_seconds"))
                .isEqualTo((double) TEN.plusSeconds(60).getEpochSecond());
    }

    @Test
    void alertsAreCountedByKindAndNameNoSubject() {
        onTopics.alerts.add(Alert.raised("order_in_doubt", "request-17", "…", "…", TEN, Severity.WARNING));
        onTopics.alerts.add(Alert.raised("order_in_doubt", "request-18", "…", "…", TEN, Severity.WARNING));

        assertThat(read().value("otpstream_alerts_active{kind=\"order_in_doubt\",severity=\"warning\"}"))
                .isEqualTo(2);
        assertThat(scrape.scrape()).doesNotContain("request-17");
    }

    private ScrapedPage read() {
        return ScrapedPage.read(scrape.scrape());
    }

    private static BalanceStatement statement(Instant hour, long closing) {
        return new BalanceStatement(
                hour, hour, hour.plusSeconds(60), 90_000, 0, 0, 0, closing, -500, 700, Money.IDR, null);
    }

    private static final class OnTopics implements MetricTables {
        private final List<SuccessRates> countries = new ArrayList<>();
        private final List<BalanceStatement> statements = new ArrayList<>();
        private final List<Alert> alerts = new ArrayList<>();

        @Override
        public Collection<SuccessRates> countries() {
            return countries;
        }

        @Override
        public Collection<BalanceStatement> statements() {
            return statements;
        }

        @Override
        public Collection<Alert> activeAlerts() {
            return alerts;
        }
    }
}
