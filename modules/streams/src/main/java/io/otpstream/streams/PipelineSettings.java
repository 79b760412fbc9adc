package io.otpstream.streams;

import io.otpstream.domain.lifecycle.InDoubtPolicy;
import io.otpstream.domain.plan.PollStrategy;
import io.otpstream.domain.plan.TenantRules;
import io.otpstream.domain.rate.Split;
import io.otpstream.domain.rates.RateWatch;
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
 * @param requestsPerMinute that the token allows in any 60 s of the API's world, all processes together
 * @param spending what permits are used for
 * @param lookGap least time between two looks at one order
 * @param catalogTtl how long the catalogue is believed
 * @param dedupRetention how long a settled request id stays known
 * @param inDoubtPolicy what becomes of a request whose create may or may not have been placed
 * @param watch tells which countries do badly
 * @param speed how much faster than real the API's world runs, at least 1
 */
public record PipelineSettings(
        Map<String, Object> kafka,
        String applicationId,
        Path stateDir,
        int threads,
        Duration apiTimeout,
        int requestsPerMinute,
        Spending spending,
        Duration lookGap,
        Duration catalogTtl,
        Duration dedupRetention,
        InDoubtPolicy inDoubtPolicy,
        RateWatch watch,
        double speed) {

    /**
     * What permits and money are used for.
     *
     * @param strategy which order is looked at next
     * @param targetCodeAge mean age at which codes are to be found while requests wait, in the API's world
     * @param tenants what they are entitled to
     * @param split how permits are divided among processes
     * @param waitIdrPerMinute what a minute of waiting in the API's world is worth to who has the best country chosen
     */
    public record Spending(
            PollStrategy strategy, Duration targetCodeAge, TenantRules tenants, Split split, int waitIdrPerMinute) {

        /** As it is unless somebody says otherwise. */
        public static Spending ordinary() {
            return new Spending(
                    PollStrategy.ADAPTIVE, Duration.ofMillis(4_400), TenantRules.EQUAL, Split.DEMAND, 1_000);
        }
    }

    public PipelineSettings {
        kafka = Map.copyOf(kafka);
    }

    /** Leaves out the Kafka settings, which may hold passwords. */
    @Override
    public String toString() {
        return "PipelineSettings[applicationId=" + applicationId + ", threads=" + threads + ", speed=" + speed + "]";
    }
}
