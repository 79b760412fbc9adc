package io.otpstream.dashboard.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values of one metric at one moment. For one thread. */
final class Series {

    private static final String TOTAL = "_total";

    private final String exposedName;
    private final String help;

    /** By their labels: were two the same, Prometheus would refuse the whole page. */
    private final Map<Labels, Double> values = new LinkedHashMap<>();

    /** @param exposedName as expressions spell it; a counter's ends in {@code _total} */
    Series(String exposedName, String help) {
        this.exposedName = exposedName;
        this.help = help;
    }

    void put(Labels labels, double value) {
        values.put(labels, value);
    }

    /** The same with only those values that have the most labels. */
    Series finest() {
        int most = values.keySet().stream().mapToInt(Labels::size).max().orElse(0);
        Series finest = new Series(exposedName, help);
        values.forEach((labels, value) -> {
            if (labels.size() == most) {
                finest.put(labels, value);
            }
        });
        return finest;
    }

    MetricSnapshot snapshot() {
        return exposedName.endsWith(TOTAL) ? counter() : gauge();
    }

    private MetricSnapshot counter() {
        CounterSnapshot.Builder builder = CounterSnapshot.builder()
                .name(exposedName.substring(0, exposedName.length() - TOTAL.length()))
                .help(help);
        values.forEach((labels, value) -> builder.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                .labels(labels)
                .value(value)
                .build()));
        return builder.build();
    }

    private MetricSnapshot gauge() {
        GaugeSnapshot.Builder builder =
                GaugeSnapshot.builder().name(exposedName).help(help);
        values.forEach((labels, value) -> builder.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .labels(labels)
                .value(value)
                .build()));
        return builder.build();
    }
}
