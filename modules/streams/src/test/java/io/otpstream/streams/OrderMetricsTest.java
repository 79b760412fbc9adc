package io.otpstream.streams;

import static io.otpstream.contract.OrderEventType.PLACED;
import static io.otpstream.streams.PipelineFixture.INDONESIA;
import static io.otpstream.streams.PipelineFixture.WHATSAPP;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.VerificationRequest;
import io.otpstream.streams.fleet.MetricsPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to orders is counted, under the names that docs/metrics.md has. */
class OrderMetricsTest {

    private static final String GROUP = "stream-verification-step-metrics";

    @TempDir
    Path stateDir;

    private PipelineFixture pipeline;

    @BeforeEach
    void start() {
        pipeline = new PipelineFixture(stateDir);
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void theDocumentedOnesAreTheRegisteredOnes() {
        Map<MetricName, ? extends Metric> orders = orders();

        assertThat(names(orders))
                .containsExactlyInAnyOrderElementsOf(MetricsPage.read()
                        .section("`kafka.streams:type=" + GROUP + ",thread-id=…,verification-step-id=…`"));
        assertThat(orders.keySet())
                .allSatisfy(name -> assertThat(name.tags()).containsOnlyKeys("thread-id", "verification-step-id"));
    }

    @Test
    void anOrderIsCountedOnce() {
        pipeline.requested("r1", VerificationRequest.of(WHATSAPP, INDONESIA));
        pipeline.after(Duration.ofMillis(200));
        pipeline.placed(pipeline.createSent(), "o1");
        pipeline.event("r1", PLACED);

        assertThat(sum("placed-total")).isEqualTo(1);
        assertThat(sum("completed-total")).isZero();
    }

    private double sum(String name) {
        return orders().entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .mapToDouble(entry -> (double) entry.getValue().metricValue())
                .sum();
    }

    private static Set<String> names(Map<MetricName, ? extends Metric> metrics) {
        return metrics.keySet().stream().map(MetricName::name).collect(Collectors.toSet());
    }

    private Map<MetricName, ? extends Metric> orders() {
        return pipeline.metrics().entrySet().stream()
                .filter(entry -> entry.getKey().group().equals(GROUP))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
