package io.otpstream.streams;

import io.otpstream.domain.choice.BreakerRules;
import io.otpstream.domain.lifecycle.InDoubtPolicy;
import io.otpstream.domain.money.SpendCaps;
import io.otpstream.domain.plan.PollStrategy;
import io.otpstream.domain.plan.TenantRules;
import io.otpstream.domain.rate.Split;
import io.otpstream.domain.rates.RateWatch;
import io.otpstream.domain.time.ApiTime;
import io.otpstream.streams.money.MoneyRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

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
 * @param purchasing how numbers are bought in the published dialect
 * @param watch tells which countries do badly
 * @param money how the account is watched
 * @param breaker when nothing is bought where orders fail
 * @param eventsPushed whether somebody writes what the API pushes to {@code otpstream.pushed-events}
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
        Purchasing purchasing,
        RateWatch watch,
        Money money,
        BreakerRules breaker,
        boolean eventsPushed,
        double speed) {

    /** Movements of money are settled when readings of this long have followed, in the API's world. */
    private static final Duration SETTLE_AFTER = Duration.ofSeconds(90);

    /** The part of the limit that looks at all orders of a process may take. */
    private static final double MOST_OF_LIMIT = 0.25;

    /** Between looks at all orders that only find what was not pushed, in the API's world. */
    private static final Duration SAFETY_NET = Duration.ofSeconds(30);

    /** How long events may take from one topic to the next, and how far clocks may differ. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(7);

    /** Numbers are bought as is usual, nothing stops that, and nothing is pushed. */
    public PipelineSettings(
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
            Money money,
            double speed) {
        this(
                kafka,
                applicationId,
                stateDir,
                threads,
                apiTimeout,
                requestsPerMinute,
                spending,
                lookGap,
                catalogTtl,
                dedupRetention,
                inDoubtPolicy,
                Purchasing.ordinary(),
                watch,
                money,
                BreakerRules.NONE,
                false,
                speed);
    }

    /**
     * How the account is watched.
     *
     * @param balanceInterval between two readings of the balance while there is work
     * @param caps how much may be spent
     * @param lowBelowIdr a balance below it is reported, whole rupiah; empty if none is
     */
    public record Money(Duration balanceInterval, SpendCaps caps, OptionalLong lowBelowIdr) {

        /** As it is unless somebody says otherwise: no caps. */
        public static Money ordinary() {
            return new Money(Duration.ofSeconds(60), SpendCaps.NONE, OptionalLong.empty());
        }
    }

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

    /**
     * How numbers are bought in the published dialect.
     *
     * @param maxQuantity most numbers by one create, 1 to 100
     * @param finish whether an order that has brought its code is finished, with what is left of the budget
     */
    public record Purchasing(int maxQuantity, boolean finish) {

        /** As it is unless somebody says otherwise. */
        public static Purchasing ordinary() {
            return new Purchasing(10, true);
        }
    }

    public PipelineSettings {
        kafka = Map.copyOf(kafka);
    }

    /** Between two looks at all orders, where they are looked at together: rare where the API pushes what is new. */
    public Duration lookInterval() {
        Duration wanted = eventsPushed ? ApiTime.toReal(SAFETY_NET, speed) : lookGap;
        // With a small budget, looks would leave nothing for what they are made for.
        Duration affordable = Duration.ofNanos((long) (60e9 / (MOST_OF_LIMIT * requestsPerMinute * speed)));
        return wanted.compareTo(affordable) > 0 ? wanted : affordable;
    }

    /** What the ledger goes by. */
    public MoneyRules moneyRules() {
        Duration settle = ApiTime.toReal(SETTLE_AFTER, speed);
        Duration least = apiTimeout.plus(StreamsProperties.REPLY_DELIVERY).plus(ON_THE_WAY);
        return new MoneyRules(settle.compareTo(least) > 0 ? settle : least, money.caps(), money.lowBelowIdr());
    }

    /** Leaves out the Kafka settings, which may hold passwords. */
    @Override
    public String toString() {
        return "PipelineSettings[applicationId=" + applicationId + ", threads=" + threads + ", speed=" + speed + "]";
    }
}
