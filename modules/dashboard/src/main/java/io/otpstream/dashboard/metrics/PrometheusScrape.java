package io.otpstream.dashboard.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * What {@code GET /metrics} answers. Safe for use by several threads.
 *
 * <p>Holds no secret: Kafka's and our metrics are numbers, and their labels name clients, topics and kinds of things.
 */
public final class PrometheusScrape implements AutoCloseable {

    /** Of the text, as HTTP names it. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();

    /**
     * Asks for figures whenever it is asked itself, and not before.
     *
     * @param pipeline the metrics of the pipeline, of Kafka Streams and of its clients, empty where no pipeline runs in
     *     this process
     * @param tables what is on the topics
     */
    public PrometheusScrape(Supplier<? extends Map<MetricName, ? extends Metric>> pipeline, MetricTables tables) {
        PrometheusRegistry figures = new PrometheusRegistry();
        figures.register(new PipelineCollector(pipeline));
        figures.register(new TableCollector(tables));
        registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, figures, Clock.SYSTEM);
        new JvmMemoryMetrics().bindTo(registry);
        garbageCollection.bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
    }

    /** The page in Prometheus' text format, as of now. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }
}
