package io.otpstream.streams.fleet;

import io.otpstream.streams.calls.BudgetState;
import io.otpstream.streams.calls.CallKind;
import io.otpstream.streams.calls.CallMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.JmxReporter;
import org.apache.kafka.common.metrics.KafkaMetricsContext;
import org.apache.kafka.common.metrics.Measurable;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.stats.Avg;
import org.apache.kafka.common.metrics.stats.CumulativeCount;
import org.apache.kafka.common.metrics.stats.Max;
import org.apache.kafka.common.metrics.stats.Meter;
import org.apache.kafka.common.metrics.stats.WindowedCount;
import org.apache.kafka.common.utils.Time;

/**
 * What becomes of permits, as Kafka's clients publish their metrics: over JMX, as {@code otpstream:type=budget}.
 * docs/metrics.md says what each one means. Safe for use by several threads.
 */
public final class BudgetMetrics implements CallMeter, AutoCloseable {

    private static final String GROUP = "budget";

    private final Metrics metrics = new Metrics(
            new MetricConfig(), List.of(new JmxReporter()), Time.SYSTEM, new KafkaMetricsContext("otpstream"));
    private final Map<CallKind, Sensor> sent = new EnumMap<>(CallKind.class);
    private final Sensor rateLimited;
    private final Supplier<BudgetState> state;

    /**
     * Registers them over JMX.
     *
     * @param limit requests per second that the token allows, of the real clock
     * @param state asked for when somebody reads a metric, and not before
     */
    public BudgetMetrics(double limit, Supplier<BudgetState> state) {
        this.state = state;
        for (CallKind kind : CallKind.values()) {
            sent.put(kind, sensor(kind));
        }
        rateLimited = metrics.sensor("rate-limited");
        rateLimited.add(name("rate-limited-total", "answers with status 429", Map.of()), new CumulativeCount());
        gauge("limit-rate", "requests per second that the token allows", now -> limit);
        gauge("lease-rate", "permits per second that this process has", BudgetState::share);
        gauge("permits-dropped-total", "permits that fell due unused", BudgetState::dropped);
        gauge("open-orders", "orders that are not over", now -> now.workload().open());
        gauge("backlog-interactive", "requests that somebody waits for", now -> now.workload()
                .interactive());
        gauge("backlog-batch", "other requests that wait", now -> now.workload().batch());
        gauge("backlog-oldest-seconds", "how long the oldest request has waited", BudgetMetrics::oldestSeconds);
        gauge("backlog-clear-seconds", "how long it takes to serve all that wait", BudgetMetrics::clearSeconds);
        gauge("create-fraction", "new orders per permit while requests wait", BudgetState::createFraction);
        gauge("code-age-expected-seconds", "mean age of a code when it is found", BudgetState::expectedCodeAge);
        gauge("looks-per-code", "looks that it takes to find a code", BudgetState::looksPerCode);
        gauge("paused", "1 while the API has asked for quiet", now -> now.pausedUntil() == null ? 0 : 1);
        gauge("orders-paused", "1 while people have paused new orders", now -> now.ordersPausedSince() == null ? 0 : 1);
        gauge("clock-off", "1 while the clock differs too much from the brokers'", now -> now.clockOff() ? 1 : 0);
    }

    /** As they are now; the metrics that the page names, and how many these are. */
    public Map<MetricName, ? extends Metric> all() {
        return metrics.metrics();
    }

    @Override
    public void sent(CallKind kind, Duration waited) {
        Sensor sensor = sent.get(kind);
        if (sensor != null) {
            sensor.record(waited.toNanos() / 1e6);
        }
    }

    @Override
    public void rateLimited() {
        rateLimited.record();
    }

    @Override
    public void close() {
        metrics.close();
    }

    private Sensor sensor(CallKind kind) {
        Map<String, String> tags = Map.of("kind", kind.name().toLowerCase(Locale.ROOT));
        Sensor sensor = metrics.sensor("sent-" + kind);
        sensor.add(new Meter(
                new WindowedCount(),
                name("permits-rate", "requests per second", tags),
                name("permits-total", "requests", tags)));
        sensor.add(name("permit-wait-avg", "milliseconds that a call waited for its permit", tags), new Avg());
        sensor.add(name("permit-wait-max", "the longest of these", tags), new Max());
        return sensor;
    }

    private void gauge(String name, String description, ToDoubleFunction<BudgetState> value) {
        Measurable measurable = (config, now) -> value.applyAsDouble(state.get());
        metrics.addMetric(name(name, description, Map.of()), measurable);
    }

    private MetricName name(String name, String description, Map<String, String> tags) {
        return metrics.metricName(name, GROUP, description, tags);
    }

    private static double oldestSeconds(BudgetState now) {
        Instant oldest = now.workload().oldest();
        return oldest == null ? 0 : Duration.between(oldest, Instant.now()).toMillis() / 1e3;
    }

    private static double clearSeconds(BudgetState now) {
        double createsPerSecond = now.createFraction() * now.share();
        int waiting = now.workload().waiting();
        return waiting == 0 ? 0 : waiting / createsPerSecond;
    }
}
