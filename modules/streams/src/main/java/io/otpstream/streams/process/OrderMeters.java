package io.otpstream.streams.process;

import io.otpstream.domain.lifecycle.OrderNews;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Counts what happens to orders among Kafka Streams' own metrics: {@code placed-total}, {@code in-doubt-rate} and so on
 * in the group {@code stream-verification-step-metrics}, by step and task. For the task's thread.
 */
final class OrderMeters {

    private static final String SCOPE = "verification-step";

    private final Map<OrderNews.Kind, Sensor> sensors = new EnumMap<>(OrderNews.Kind.class);
    private final ProcessorContext<?, ?> context;

    /** @param step that publishes what is counted */
    OrderMeters(String step, ProcessorContext<?, ?> context) {
        this.context = context;
        for (OrderNews.Kind kind : OrderNews.Kind.values()) {
            String operation = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            sensors.put(
                    kind,
                    context.metrics()
                            .addRateTotalSensor(
                                    SCOPE, step + "-" + context.taskId(), operation, Sensor.RecordingLevel.INFO));
        }
    }

    void count(OrderNews news) {
        Sensor sensor = sensors.get(news.kind());
        if (sensor != null) {
            sensor.record(1, context.currentSystemTimeMs());
        }
    }

    /** A task that comes back to this thread makes them anew. */
    void close() {
        sensors.values().forEach(context.metrics()::removeSensor);
        sensors.clear();
    }
}
