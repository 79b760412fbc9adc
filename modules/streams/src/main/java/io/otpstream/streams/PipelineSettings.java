package io.otpstream.streams;

import io.otpstream.domain.lifecycle.InDoubtPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How a pipeline runs. Durations are real ones, however fast the world runs: who sets a speed has shortened them.
 *
 * @param kafka for every Kafka client, {@code bootstrap.servers} included
 * @param applicationId of Kafka Streams: begins the names of groups, changelogs and transactions
 * @param stateDir where the stores are; belongs to this process alone
 * @param threads stream threads, at least 1
 * @param apiTimeout after which the API's client gives up on an answer
 * @param requestsPerWindow that the token allows in any 60 s divided by {@code speed}
 * @param lookGap least time between two looks at one order
 * @param catalogTtl how long the catalogue is believed
 * @param dedupRetention how long a settled request id stays known
 * @param inDoubtPolicy what becomes of a request whose create may or may not have been placed
 * @param speed how much faster than real the API's world runs, at least 1
 */
public record PipelineSettings(
        Map<String, Object> kafka,
        String applicationId,
        Path stateDir,
        int threads,
        Duration apiTimeout,
        int requestsPerWindow,
        Duration lookGap,
        Duration catalogTtl,
        Duration dedupRetention,
        InDoubtPolicy inDoubtPolicy,
        double speed) {

    public PipelineSettings {
        kafka = Map.copyOf(kafka);
    }

    /** Leaves out the Kafka settings, which may hold passwords. */
    @Override
    public String toString() {
        return "PipelineSettings[applicationId=" + applicationId + ", threads=" + threads + ", speed=" + speed + "]";
    }
}
