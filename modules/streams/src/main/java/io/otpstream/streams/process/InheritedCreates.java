package io.otpstream.streams.process;

import io.otpstream.domain.lifecycle.State;
import io.otpstream.streams.replies.Replies;
import io.otpstream.streams.replies.ReplySink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Creates that were under way when the task came here. Their answers may be on the topic of replies already, or still be
 * written by their sender; so when the last of them must have been written, a marker goes after them, and what is not
 * answered when it is read back never will be.
 */
final class InheritedCreates {

    private final ReplySink replies;
    private final int partition;
    private final Map<String, State.Placing> creates;
    private final Instant answeredBy;
    private @Nullable String marker;

    /** @param creates that are answered one by one: purchases are sent again instead */
    InheritedCreates(ReplySink replies, int partition, Map<String, State.Placing> creates, Duration answerWithin) {
        this.replies = replies;
        this.partition = partition;
        this.creates = creates;
        this.answeredBy = creates.values().stream()
                .map(State.Placing::sendBy)
                .max(Instant::compareTo)
                .map(last -> last.plus(answerWithin))
                .orElse(Instant.MAX);
    }

    /** When {@link #mark} has something to do; null if it hasn't. */
    @Nullable
    Instant nextStep() {
        return creates.isEmpty() || marker != null ? null : answeredBy;
    }

    /** Writes the marker when it is time. */
    void mark(Instant now) {
        if (nextStep() != null && !now.isBefore(answeredBy)) {
            marker = UUID.randomUUID().toString();
            replies.send(partition, marker, Replies.marker(marker));
        }
    }

    /** The requests whose creates have no answer; empty unless this is the marker that was written here. */
    List<String> unanswered(String markerRead, Map<String, State.Placing> placing) {
        if (!markerRead.equals(marker)) {
            return List.of();
        }
        return creates.entrySet().stream()
                .filter(inherited -> isSame(inherited.getValue(), placing.get(inherited.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isSame(State.Placing inherited, State.@Nullable Placing now) {
        return now != null && now.call() == inherited.call() && now.sendBy().equals(inherited.sendBy());
    }
}
