package io.otpstream.app.bench;

import io.otpstream.app.config.Speed;
import io.otpstream.domain.api.Dialect;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One chaos run.
 *
 * @param dialect what the API speaks; in the published one a quarter of all creates take effect without a readable answer
 * @param requests how many are made
 * @param kills how often an instance, or both, are killed −9
 * @param seed of the requests, the kills, the texts and the simulator
 */
public record ChaosSettings(Dialect dialect, int requests, int kills, long seed) {

    /** How much faster than real the vendor's world runs. */
    static final Speed SPEED = new Speed(10);

    /** Model time for the code of one order: long enough for a fail-over, of which Kafka's part can't be hurried. */
    static final Duration TIMEOUT = Duration.ofMinutes(6);

    /** Model time after which a number that nobody uses is refunded: later than its time-out. */
    static final Duration ORDER_LIFETIME = Duration.ofMinutes(10);

    /** Model time; long enough that a kill often hits a call in flight. */
    static final Duration LATENCY = Duration.ofSeconds(1);

    static final int MOST_ATTEMPTS = 2;

    private static final Duration LEAST_BETWEEN_REQUESTS = Duration.ofMillis(200);

    /** What the token allows; the instances share it. */
    private static final int REQUESTS_PER_MINUTE = 300;

    private static final List<String> COMMON_OPTIONS = List.of(
            "--speed",
            Double.toString(SPEED.factor()),
            "--set",
            "rate.limit.per.minute=" + REQUESTS_PER_MINUTE,
            // A machine that is busy starting processes must not look like an API that doesn't answer.
            "--set",
            "api.timeout=40s",
            "--set",
            "kafka.session.timeout.ms=6000",
            "--set",
            "kafka.heartbeat.interval.ms=1000",
            "--set",
            "kafka.transaction.timeout.ms=5000");

    /** How each instance is started. */
    List<String> instanceOptions() {
        return Stream.concat(COMMON_OPTIONS.stream(), Stream.of("--set", "api.dialect=" + dialectWord()))
                .toList();
    }

    String dialectWord() {
        return dialect.name().toLowerCase(Locale.ROOT);
    }

    /** Ways in which a create takes effect and its customer doesn't learn of it; the guide's dialect has no cure for it. */
    static final String HIDDEN_EFFECTS = "http_500_after,http_502_after,reset_after,no_answer,not_json,truncated";

    static final double HIDDEN_SHARE = 0.25;

    /** Real time from one kill to the next, at least; as much as the spread more. */
    static final Duration SHORTEST_PAUSE = Duration.ofSeconds(3);

    static final Duration PAUSE_SPREAD = Duration.ofSeconds(12);

    /** Real time between two requests: as many as the budget carries, and spread over the kills. */
    Duration betweenRequests() {
        Duration kill = SHORTEST_PAUSE.plus(PAUSE_SPREAD.dividedBy(2)).multipliedBy(kills);
        Duration spread = kill.dividedBy(requests);
        return spread.compareTo(LEAST_BETWEEN_REQUESTS) < 0 ? LEAST_BETWEEN_REQUESTS : spread;
    }
}
