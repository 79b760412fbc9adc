package io.otpstream.app.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.app.local.LocalStack;
import io.otpstream.app.local.LocalStackSettings;
import io.otpstream.contract.Alert;
import io.otpstream.contract.BalanceStatement;
import io.otpstream.contract.Money;
import io.otpstream.contract.PriceSource;
import io.otpstream.contract.Severity;
import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.dashboard.metrics.Family;
import io.otpstream.dashboard.metrics.MetricTables;
import io.otpstream.dashboard.metrics.PrometheusScrape;
import io.otpstream.domain.api.Dialect;
import io.otpstream.simulator.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a running pipeline serves to Prometheus, beside what rules, dashboard and docs/metrics.md speak of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealScrapeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern KAFKA_NAME = Pattern.compile("`(kafka_[a-z_]+)`");
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) ");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z][a-zA-Z0-9_]*(?:\\{.*})?) \\S+$");

    private LocalStack stack;
    private PrometheusScrape scrape;
    private String page = "";

    @BeforeAll
    void serveARequest() throws InterruptedException, ExecutionException {
        stack = LocalStack.start(new LocalStackSettings(Dialect.GUIDE, 0, 0, 10, Optional.of(7L), List.of()));
        scrape = new PrometheusScrape(stack.pipeline()::metrics, new SomeTables());
        VerificationRequest request =
                VerificationRequest.of(1, 6).withTenant("tenant-of-a-request").withLabels("label-of-a-request");
        try (Producer<String, VerificationRequest> producer = stack.cluster().producer(Topics.REQUESTS)) {
            producer.send(new ProducerRecord<>(Topics.REQUESTS.name(), "id-of-a-request", request))
                    .get();
        }
        await().atMost(PATIENCE).until(() -> {
            page = scrape.scrape();
            return page.lines().anyMatch(RealScrapeTest::saysThatAnOrderWasPlaced);
        });
    }

    @AfterAll
    void stop() {
        scrape.close();
        stack.close();
    }

    @Test
    void everyMetricOfOursIsServed() {
        assertThat(names())
                .containsAll(Arrays.stream(Family.values())
                        .map(Family::exposedName)
                        .filter(name -> !name.contains("permit_wait"))
                        .toList());
    }

    @Test
    void rulesAndPanelsAskForWhatIsServed() {
        Set<String> asked = DeployedFiles.expressions().stream()
                .flatMap(expression -> expression.metrics().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        // Prometheus' own.
        asked.remove("up");

        assertThat(names()).containsAll(asked);
    }

    @Test
    void theKafkaMetricsOfTheDocumentationAreServed() {
        List<String> documented = KAFKA_NAME
                .matcher(DeployedFiles.text("docs/metrics.md"))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(documented).isNotEmpty();
        assertThat(names()).containsAll(documented);
    }

    @Test
    void noMetricAndNoSampleIsThereTwice() {
        assertThat(TYPE.matcher(page).results().map(found -> found.group(1))).doesNotHaveDuplicates();
        assertThat(SAMPLE.matcher(page).results().map(found -> found.group(1))).doesNotHaveDuplicates();
    }

    @Test
    void nothingOfARequestAndNoSecretIsServed() {
        assertThat(page)
                .doesNotContain(
                        Simulator.TOKEN, "id-of-a-request", "tenant-of-a-request", "label-of-a-request", "country-9");
    }

    private Set<String> names() {
        return SAMPLE.matcher(page)
                .results()
                .map(found -> found.group(1).replaceFirst("\\{.*", ""))
                .collect(Collectors.toSet());
    }

    private static boolean saysThatAnOrderWasPlaced(String line) {
        return line.startsWith("otpstream_order_events_total{event=\"placed\"") && line.endsWith(" 1.0");
    }

    /** A record of each kind. */
    private static final class SomeTables implements MetricTables {

        private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

        @Override
        public Collection<SuccessRates> countries() {
            return List.of(SuccessRates.of(6, TEN)
                    .countryCode("ID")
                    .orders(Map.of("completed", 3L))
                    .successRate(0.75, 0.3, 0.95)
                    .recent(0.7, 2.0)
                    .codes(3)
                    .money(10_500, 0, PriceSource.CATALOG)
                    .secondsToCode(21.5, 20.25, 38.0)
                    .build());
        }

        @Override
        public Collection<BalanceStatement> statements() {
            return List.of(new BalanceStatement(TEN, TEN, TEN, 1, 0, 0, 0, 1, 0, 0, Money.IDR, null));
        }

        @Override
        public Collection<Alert> activeAlerts() {
            return List.of(Alert.raised("balance_empty", "country-9", "…", "…", TEN, Severity.CRITICAL));
        }
    }
}
