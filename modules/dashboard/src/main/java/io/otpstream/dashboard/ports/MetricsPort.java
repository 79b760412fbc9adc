package io.otpstream.dashboard.ports;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** The metrics of the pipeline beside which the dashboard runs. Safe for use by several threads. */
@FunctionalInterface
public interface MetricsPort {

    /** Its own, those of Kafka Streams and of its clients, as they are now. */
    Map<MetricName, ? extends Metric> metrics();
}
