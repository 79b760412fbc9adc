package io.otpstream.dashboard.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the pipeline, Kafka Streams and its clients count. They are asked when Prometheus asks, so metrics of threads and
 * tasks come and go with them; Micrometer's binder for Kafka copies them once a minute.
 */
final class PipelineCollector implements MultiCollector {

    private static final Logger LOG = LoggerFactory.getLogger(PipelineCollector.class);

    private final Supplier<? extends Map<MetricName, ? extends Metric>> metrics;

    PipelineCollector(Supplier<? extends Map<MetricName, ? extends Metric>> metrics) {
        this.metrics = metrics;
    }

    @Override
    public MetricSnapshots collect() {
        Page own = new Page();
        Map<String, Series> kafka = new TreeMap<>();
        metrics.get().forEach((name, metric) -> read(metric).ifPresent(value -> {
            if (PipelineMetrics.include(name)) {
                PipelineMetrics.add(own, name, value);
            } else if (KafkaNames.include(name)) {
                kafka.computeIfAbsent(KafkaNames.exposedName(name), exposed -> new Series(exposed, help(name)))
                        .put(KafkaNames.labels(name), value);
            }
        }));
        List<MetricSnapshot> all = new ArrayList<>(own.snapshots().stream().toList());
        // Kafka says some things of a client and again of each of its topics: the parts alone give the right sum.
        kafka.values().forEach(series -> all.add(series.finest().snapshot()));
        return new MetricSnapshots(all);
    }

    /** A number that is known. */
    private static Optional<Double> read(Metric metric) {
        try {
            return Optional.of(metric.metricValue())
                    .filter(Number.class::isInstance)
                    .map(value -> ((Number) value).doubleValue())
                    .filter(value -> !value.isNaN());
        } catch (RuntimeException closed) {
            // Of a store or a thread that ends right now: the others are to be read all the same.
            LOG.debug("Left out {}", metric.metricName(), closed);
            return Optional.empty();
        }
    }

    private static String help(MetricName name) {
        return name.description().isBlank() ? "See Kafka's documentation." : name.description();
    }
}
