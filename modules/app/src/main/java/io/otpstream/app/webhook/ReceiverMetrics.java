package io.otpstream.app.webhook;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.JmxReporter;
import org.apache.kafka.common.metrics.KafkaMetricsContext;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.stats.CumulativeCount;
import org.apache.kafka.common.utils.Time;

/**
 * How many deliveries came and what became of them, over JMX as {@code otpstream:type=webhook,answer=…}.
 * docs/metrics.md says what each one means. Safe for use by several threads.
 */
final class ReceiverMetrics implements AutoCloseable {

    static final String GROUP = "webhook";
    static final String DELIVERIES = "deliveries-total";

    private final Metrics metrics = new Metrics(
            new MetricConfig(), List.of(new JmxReporter()), Time.SYSTEM, new KafkaMetricsContext("otpstream"));
    private final Map<Answer, Sensor> sensors = new EnumMap<>(Answer.class);

    ReceiverMetrics() {
        for (Answer answer : Answer.values()) {
            Map<String, String> tags = Map.of("answer", answer.name().toLowerCase(Locale.ROOT));
            Sensor sensor = metrics.sensor("answer-" + answer);
            sensor.add(
                    metrics.metricName(DELIVERIES, GROUP, "deliveries that were answered so", tags),
                    new CumulativeCount());
            sensors.put(answer, sensor);
        }
    }

    void answered(Answer answer) {
        Sensor sensor = sensors.get(answer);
        if (sensor != null) {
            sensor.record();
        }
    }

    Map<MetricName, ? extends Metric> all() {
        return metrics.metrics();
    }

    @Override
    public void close() {
        metrics.close();
    }
}
