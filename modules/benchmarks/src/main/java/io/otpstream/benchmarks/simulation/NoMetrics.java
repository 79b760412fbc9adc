package io.otpstream.benchmarks.simulation;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.StreamsMetrics;

/** Takes what is measured, and keeps none of it. */
final class NoMetrics implements StreamsMetrics {

    static final NoMetrics INSTANCE = new NoMetrics();

    /** A sensor without metrics. */
    private final Sensor deaf = new Metrics().sensor("deaf");

    private NoMetrics() {}

    @Override
    public Map<MetricName, ? extends Metric> metrics() {
        return Map.of();
    }

    @Override
    public Sensor addLatencyRateTotalSensor(
            String scope, String entity, String operation, Sensor.RecordingLevel level, String... tags) {
        return deaf;
    }

    @Override
    public Sensor addRateTotalSensor(
            String scope, String entity, String operation, Sensor.RecordingLevel level, String... tags) {
        return deaf;
    }

    @Override
    public Sensor addSensor(String name, Sensor.RecordingLevel level) {
        return deaf;
    }

    @Override
    public Sensor addSensor(String name, Sensor.RecordingLevel level, Sensor... parents) {
        return deaf;
    }

    @Override
    public void removeSensor(Sensor sensor) {
        // There is only one.
    }
}
