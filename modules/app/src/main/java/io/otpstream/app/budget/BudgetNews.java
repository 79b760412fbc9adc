package io.otpstream.app.budget;

import io.otpstream.app.cluster.TopicRecord;
import io.otpstream.domain.rate.BudgetRules;
import io.otpstream.streams.fleet.DemandRecord;
import io.otpstream.streams.fleet.LeaseRecord;
import io.otpstream.streams.fleet.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The latest that processes told each other about their shares of the budget. For one thread. */
public final class BudgetNews {

    /** What has to be read, in the order of each topic. */
    public static final List<String> TOPICS = List.of(DemandRecord.TOPIC, LeaseRecord.TOPIC);

    /** How far back the topics have to be read to know the current state: the last word of any process, if it is older. */
    public static final Duration WORTH_READING = Duration.ofMinutes(1);

    /** Who asks for something says so once a second; a clock may differ a little, and a process be stopped for a while. */
    private static final Duration SILENT_AFTER = Duration.ofSeconds(5);

    private final Map<String, Word> latest = new HashMap<>();
    private final Map<Long, LeaseRecord> leases = new HashMap<>();
    private Optional<LeaseRecord> newestLease = Optional.empty();

    private record Word(DemandRecord said, Instant at) {}

    /** Takes a record of one of {@link #TOPICS}. */
    public void accept(TopicRecord record) {
        if (record.topic().equals(DemandRecord.TOPIC)) {
            Messages.DEMANDS
                    .read(record.value())
                    .ifPresent(said -> latest.put(said.process(), new Word(said, record.timestamp())));
        } else {
            Messages.LEASES.read(record.value()).ifPresent(this::accept);
        }
    }

    /**
     * How things are now, as far as has been read. Forgets what can't matter later.
     *
     * @param now not earlier than the last time
     */
    public FleetState state(Instant now) {
        Optional<Instant> lastHeard = latest.values().stream().map(Word::at).max(Comparator.naturalOrder());
        Optional<LeaseRecord> current = currentLease(now);
        Optional<String> dividedBy = current.or(() -> newestLease).map(lease -> name(lease.by()));
        forget(now, lastHeard);
        List<ProcessState> processes = latest.values().stream()
                .filter(word -> isHeard(word, now))
                .map(word -> new ProcessState(word.said(), word.at(), permits(word, current)))
                .sorted(Comparator.comparing(
                                (ProcessState process) -> process.told().name())
                        .thenComparing(process -> process.told().process()))
                .toList();
        boolean asking =
                processes.stream().anyMatch(process -> process.told().demand().isSome());
        return new FleetState(now, asking ? processes : List.of(), lastHeard, dividedBy);
    }

    private void accept(LeaseRecord lease) {
        // Of several leases of a slot the first one counts.
        if (leases.putIfAbsent(lease.slot(), lease) == null) {
            newestLease = Optional.of(lease);
        }
    }

    private Optional<LeaseRecord> currentLease(Instant now) {
        return leases.values().stream()
                .filter(lease -> lease.slot() == slotAt(now, lease))
                .findFirst();
    }

    private static long slotAt(Instant moment, LeaseRecord lease) {
        return BudgetRules.slotAt(moment, Duration.ofNanos(lease.slotNanos()));
    }

    /** Without a lease that this clock finds current, the process's own word has to do. */
    private static double permits(Word word, Optional<LeaseRecord> current) {
        return current.map(lease -> lease.shares().getOrDefault(word.said().process(), 0.0))
                .orElse(word.said().state().share());
    }

    private String name(String process) {
        Word word = latest.get(process);
        return word == null ? process : word.said().name();
    }

    private void forget(Instant now, Optional<Instant> lastHeard) {
        // Whoever divides the budget is named after it fell silent, so what it said stays for a while.
        Instant since = now.minus(WORTH_READING);
        latest.values().removeIf(word -> word.at().isBefore(since) && !word.at().equals(lastHeard.orElse(Instant.MIN)));
        leases.values().removeIf(lease -> lease.slot() < slotAt(now.minus(SILENT_AFTER), lease));
    }

    private static boolean isHeard(Word word, Instant now) {
        return word.at().plus(SILENT_AFTER).isAfter(now);
    }
}
