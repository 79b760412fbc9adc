/** What Prometheus reads: figures of the pipeline, of Kafka Streams, of the topics and of the JVM. */
@NullMarked
package io.otpstream.dashboard.metrics;

import org.jspecify.annotations.NullMarked;
