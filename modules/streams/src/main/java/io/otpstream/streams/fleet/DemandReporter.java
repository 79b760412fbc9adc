package io.otpstream.streams.fleet;

import io.otpstream.domain.rate.Demand;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * When a process tells its demand: at once when there is something to do, then once per slot, and once more when there
 * is nothing any more. For one thread.
 */
public final class DemandReporter {

    private final Duration every;
    private final Supplier<Demand> demand;
    private boolean asking;
    private Instant next = Instant.MIN;

    /** @param demand asked for every time anew */
    public DemandReporter(Duration every, Supplier<Demand> demand) {
        this.every = every;
        this.demand = demand;
    }

    /** What is to be told now; empty if nothing is. */
    public Optional<Demand> due(Instant now) {
        if (asking && now.isBefore(next)) {
            return Optional.empty();
        }
        Demand current = demand.get();
        if (!current.isSome() && !asking) {
            return Optional.empty();
        }
        asking = current.isSome();
        next = now.plus(every);
        return Optional.of(current);
    }

    /** Whether the last that was told was a demand. */
    public boolean isAsking() {
        return asking;
    }
}
