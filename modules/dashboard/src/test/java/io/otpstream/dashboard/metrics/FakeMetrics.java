package io.otpstream.dashboard.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** Metrics as a pipeline has them. */
final class FakeMetrics {

    private final Map<MetricName, Metric> all = new LinkedHashMap<>();

    Map<MetricName, Metric> all() {
        return all;
    }

    FakeMetrics with(String group, String name, Map<String, String> tags, Object value) {
        return with(group, name, tags, () -> value);
    }

    FakeMetrics with(String group, String name, Map<String, String> tags, Supplier<Object> value) {
        MetricName metricName = new MetricName(name, group, "what it is", tags);
        all.put(metricName, new Fake(metricName, value));
        return this;
    }

    private record Fake(MetricName metricName, Supplier<Object> value) implements Metric {
        @Override
        public Object metricValue() {
            return value.get();
        }
    }
}
