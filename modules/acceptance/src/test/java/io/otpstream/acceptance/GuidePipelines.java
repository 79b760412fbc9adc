package io.otpstream.acceptance;

import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.lifecycle.InDoubtPolicy;
import io.otpstream.domain.rates.RateWatch;
import io.otpstream.streams.Pipeline;
import io.otpstream.streams.PipelineSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts pipelines that lack no permits and look often.
 *
 * @param directory each instance has its state in a directory of its name there
 */
record GuidePipelines(String bootstrapServers, Path directory) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int NO_LIMIT_HERE = 3_000;

    /** One that has its partitions; the caller closes it. */
    Pipeline start(String application, String instance, GuideApi api) throws Exception {
        Pipeline pipeline = new Pipeline(settings(application, instance), api);
        try {
            pipeline.start();
            pipeline.running().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return pipeline;
        } catch (Exception notStarted) {
            pipeline.close();
            throw notStarted;
        }
    }

    /** Where an instance has its state. */
    Path stateOf(String instance) {
        return directory.resolve(instance);
    }

    /** Changes of topics and members that are gone are noticed soon. */
    private Map<String, Object> kafka() {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "metadata.max.age.ms",
                1_000,
                "session.timeout.ms",
                6_000,
                "heartbeat.interval.ms",
                1_500);
    }

    private PipelineSettings settings(String application, String instance) {
        return new PipelineSettings(
                kafka(),
                application,
                stateOf(instance),
                1,
                Duration.ofSeconds(5),
                NO_LIMIT_HERE,
                PipelineSettings.Spending.ordinary(),
                Duration.ofMillis(500),
                Duration.ofSeconds(60),
                Duration.ofDays(7),
                InDoubtPolicy.REORDER,
                RateWatch.againstThePast(),
                PipelineSettings.Money.ordinary(),
                1);
    }
}
