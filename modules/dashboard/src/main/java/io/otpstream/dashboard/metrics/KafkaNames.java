package io.otpstream.dashboard.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.PrometheusNaming;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.MetricName;

/**
 * How Kafka's metrics are called for Prometheus: {@code kafka_}, the group without {@code -metrics}, and the name, as
 * Micrometer calls them, so that what people have for Kafka fits.
 */
final class KafkaNames {

    private static final String TOTAL = "-total";
    private static final String METRICS = "-metrics";

    private KafkaNames() {}

    /** Left out are counts of metrics, and what is said of each single broker by each client. */
    static boolean include(MetricName name) {
        return !name.group().equals("kafka-metrics-count") && !name.group().endsWith("-node-metrics");
    }

    /** The name as expressions spell it. */
    static String exposedName(MetricName metric) {
        String name = metric.name();
        boolean counter = name.endsWith(TOTAL);
        String stem = counter ? name.substring(0, name.length() - TOTAL.length()) : name;
        String group = metric.group().replace(METRICS, "");
        String sanitized = PrometheusNaming.sanitizeMetricName("kafka_" + group + "_" + stem)
                .replace('-', '_')
                .replace('.', '_');
        return counter ? sanitized + "_total" : sanitized;
    }

    static Labels labels(MetricName metric) {
        Map<String, String> tags = new TreeMap<>();
        metric.tags().forEach((key, value) -> tags.put(key.replace('-', '_').replace('.', '_'), value));
        return Labels.of(tags.keySet().toArray(String[]::new), tags.values().toArray(String[]::new));
    }
}
