package io.otpstream.dashboard.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects values of {@link Family families}. For one thread. */
final class Page {

    private final Map<Family, Series> all = new EnumMap<>(Family.class);

    /**
     * Adds a value, unless it isn't known.
     *
     * @param labelValues one for each label of the family
     */
    void put(Family family, @Nullable Number value, String... labelValues) {
        if (value != null) {
            Labels labels = Labels.of(family.labels(), List.of(labelValues));
            all.computeIfAbsent(family, each -> new Series(each.exposedName(), each.help()))
                    .put(labels, value.doubleValue());
        }
    }

    MetricSnapshots snapshots() {
        return new MetricSnapshots(all.values().stream().map(Series::snapshot).toList());
    }
}
