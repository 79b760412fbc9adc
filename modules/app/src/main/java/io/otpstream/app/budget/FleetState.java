package io.otpstream.app.budget;

import io.otpstream.streams.calls.CallKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/**
 * All processes that ask for permits.
 *
 * @param at when, by the clock of the one who asks
 * @param processes by name; none while the fleet is idle
 * @param lastHeard when any process last spoke, by the broker's clock; nothing if none did as far as the topic goes back
 * @param dividedBy name of the process that divides the budget
 */
public record FleetState(
        Instant at, List<ProcessState> processes, Optional<Instant> lastHeard, Optional<String> dividedBy) {

    /** Takes a copy. */
    public FleetState {
        processes = List.copyOf(processes);
    }

    /** Whether nobody asks for permits. */
    public boolean isIdle() {
        return processes.isEmpty();
    }

    /** What the processes were told that the token allows in a minute: one number, unless they are set up differently. */
    public SortedSet<Integer> limits() {
        SortedSet<Integer> limits = new TreeSet<>();
        processes.forEach(process -> limits.add(process.told().limitPerMinute()));
        return limits;
    }

    /** Requests of this kind in the last minute. */
    public int sent(CallKind kind) {
        return sum(process -> process.sent(kind));
    }

    /** Requests of all kinds in the last minute. */
    public int sent() {
        return sum(ProcessState::sent);
    }

    /** Requests that wait and that somebody waits for. */
    public int interactive() {
        return sum(process -> process.workload().interactive());
    }

    /** Other requests that wait. */
    public int batch() {
        return sum(process -> process.workload().batch());
    }

    /** How long the request has waited that has waited longest; nothing if none waits. */
    public Optional<Duration> oldestWait() {
        return processes.stream()
                .flatMap(process -> process.oldestWait().stream())
                .max(Comparator.naturalOrder());
    }

    /** New orders in a minute that all can afford together. */
    public double createsPerMinute() {
        return processes.stream()
                .mapToDouble(process -> process.told().createsPerMinute())
                .sum();
    }

    /** How long it takes to place an order for all that wait, real time; nothing if none can be afforded. */
    public Optional<Duration> timeToClear() {
        int waiting = interactive() + batch();
        double perSecond =
                processes.stream().mapToDouble(ProcessState::createsPerSecond).sum();
        if (waiting == 0) {
            return Optional.of(Duration.ZERO);
        }
        return perSecond > 0 ? Optional.of(Duration.ofSeconds(Math.round(waiting / perSecond))) : Optional.empty();
    }

    private int sum(ToIntFunction<ProcessState> what) {
        return processes.stream().mapToInt(what).sum();
    }
}
