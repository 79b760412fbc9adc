package io.otpstream.app.budget;

import io.otpstream.streams.calls.CallKind;
import io.otpstream.streams.calls.Workload;
import io.otpstream.streams.fleet.DemandRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One process that asks for permits, when it last spoke.
 *
 * @param told what it said
 * @param heardAt when, by the broker's clock
 * @param permitsPerSecond that it may use in the current slot
 */
public record ProcessState(DemandRecord told, Instant heardAt, double permitsPerSecond) {

    /** Requests of this kind in the last minute. */
    public int sent(CallKind kind) {
        return told.state().sent().getOrDefault(kind, 0);
    }

    /** Requests of all kinds in the last minute. */
    public int sent() {
        return told.state().sent().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What it has to do. */
    public Workload workload() {
        return told.state().workload();
    }

    /** How long the request has waited that has waited longest, by the process's clock; nothing if none waits. */
    public Optional<Duration> oldestWait() {
        return Optional.ofNullable(workload().oldest()).map(oldest -> Duration.between(oldest, told.at()));
    }

    /** New orders per second, real time, that it can afford. */
    double createsPerSecond() {
        return told.state().createFraction() * told.state().share();
    }
}
